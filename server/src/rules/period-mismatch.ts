/** Reports titles that name another year, half-year, quarter or month than the front matter gives as the period. */
import type { Message } from '../base/message';
import { parseChineseNumeral } from '../report/numbering';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'period-mismatch',
  severity: 'warning',
  summary: { en: 'The title or a date lies outside the period of the report', zh: '标题或日期与报告期不一致' },
  checkLine: {
    looksFor: /截[至止]|\bas (?:of|at)\b/i,
    check({ text, span }, { period, report }) {
      if (period === undefined) return;
      for (const match of text.matchAll(asOf)) {
        const [whole, chineseYear, month, englishYear] = match;
        const year = Number(chineseYear ?? englishYear);
        // Data of the months after the period are usual; those of more than a year after it are a slip.
        if (year * 12 + Number(month ?? 1) - 1 <= lastMonth(period) + 12) continue;
        const start = span.start + match.index;
        report({ span: { start, end: start + whole.length }, message: describeDate(whole, period) });
      }
    },
  },
  checkStructure({ analysis, report: found }) {
    const { title, frontMatter } = analysis.report;
    const period = frontMatter?.period;
    if (title === undefined || period === undefined) return;
    const words = title.value.slice(0, longestTitle);
    if (aboutOtherTimes.test(words)) return;
    const other = otherYear(words, period.value) ?? otherPart(words, period.value);
    if (other === undefined) return;
    found({ span: title.span, message: describe(other, period.value) });
  },
});

const asOf =
  /截[至止]到?[ ]?((?:19|20)\d{2})年(?:(\d{1,2})月)?|\bas (?:of|at) [^.;,\n]{0,12}[, ]{0,2}\b((?:19|20)\d{2})\b/gi;

/** The last month of the period, counted from the year 0. */
function lastMonth(period: string): number {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  const month = part.startsWith('Q') ? Number(part[1]) * 3 : part.startsWith('H') ? Number(part[1]) * 6 : Number(part);
  return year * 12 + (part === '' ? 12 : month) - 1;
}

function describeDate(date: string, period: string): Message {
  const quoted = shown(date);
  return {
    en: `"${quoted}" lies more than a year after the period ${period} of the front matter; correct one of the two`,
    zh: `“${quoted}”比文首的报告期 ${period} 晚一年以上；请改正其中一处`,
  };
}

/** Nobody writes a longer one. */
const longestTitle = 300;

/** What these are about lies before the period or after it. */
const aboutOtherTimes =
  /整改|审计|巡视|巡察|事故|预算|决算|规划|计划|方案|安排|打算|展望|回顾|\b(?:plan|budget|forecast|outlook|strategy|agenda|audit|incident|post-?mortem)\b/i;

function describe(other: string, period: string): Message {
  const quoted = shown(other);
  return {
    en: `The title says "${quoted}" and the period in the front matter is ${period}; correct one of the two`,
    zh: `标题写的是“${quoted}”，而文首的报告期为 ${period}；请改正其中一处`,
  };
}

/** More years apart than this, the year in the title is likely to be a name or a standard's. */
const likelySlip = 3;

function otherYear(title: string, period: string): string | undefined {
  const year = Number(period.slice(0, 4));
  const years = [...title.matchAll(/(?<![\d〔[（(:\-])((?:19|20)\d{2})(?:(?=年)|(?![\d年\-\p{L}]))/gu)].map(
    ([, each]) => Number(each),
  );
  const [first] = years;
  if (first === undefined || (Math.min(...years) <= year && year <= Math.max(...years))) return undefined;
  return years.every((each) => Math.abs(each - year) <= likelySlip) ? String(first) : undefined;
}

/** The half-year, quarter or month of the title, where the period is another of the same kind. */
function otherPart(title: string, period: string): string | undefined {
  const part = period.slice(5);
  if (/^Q[1-4]$/.test(part)) {
    const [found, chinese, digit, english] = only(title, /(?:第?([一二三四])|([1-4]))季度|\bQ([1-4])\b/g) ?? [];
    const quarter = chinese === undefined ? (digit ?? english) : parseChineseNumeral(chinese);
    return quarter !== undefined && Number(quarter) !== Number(part.slice(1)) ? found : undefined;
  }
  if (/^H[12]$/.test(part)) {
    const [found] = only(title, /[上下]半年|\bH[12]\b/g) ?? [];
    const half = found === undefined ? undefined : /上|1/.test(found) ? 'H1' : 'H2';
    return half !== undefined && half !== part ? found : undefined;
  }
  if (/^\d\d$/.test(part)) {
    const [found, month] = only(title, /(?<![\d\-—–~～至到.、])(\d{1,2})月(?![\d\-—–~～至到、])/g) ?? [];
    return month !== undefined && Number(month) !== Number(part) ? found : undefined;
  }
  return undefined;
}

/** The match where there is one alone: more of them are a span of time. */
function only(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const [first, ...others] = text.matchAll(pattern);
  return others.length > 0 ? undefined : first;
}
