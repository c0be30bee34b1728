/** Reports figures that are called approximate twice, or by words that exclude each other: 近100余人, 约50%左右, `about 30 or so`. */
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import { gap } from '../report/prose';
import { defineRule } from './rule';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'stacked-approximation',
  severity: 'warning',
  summary: { en: 'Two words make one figure approximate', zh: '概数词重复或矛盾' },
  checkLine: {
    looksFor:
      /(?:[约近逾]|超过?|至少|[于突]破?|大概)[\d０-９一二两三四五六七八九十百千万几数半*＊×XxＸ \ufffc<《]|[余多][\u4e00-\u9fff%]{1,5}(?:左右|上下|以上)| or so\b|\d\+|(?:bout|round) (?:a(?:bout|round|pprox)|roughly)/,
    check(line, { lexicon, report }) {
      const { text } = line;
      const endOfUnit = (offset: number): number | undefined => lexicon.followerAt(text, offset)?.end;
      for (const { span, words } of [...chineseStacks(text, endOfUnit), ...englishStacks(text)]) {
        const names = words.map(({ start, end }) => seen(text.slice(start, end)).trim());
        const [place, one, other] = [shown(seen(text.slice(span.start, span.end))), names[0] ?? '', names.at(-1) ?? ''];
        report({
          span: spanIn(line, span.start, span.end),
          message: {
            en: `"${place}" is made approximate by "${one}" and by "${other}", and one word is enough; keep one of them`,
            zh: `“${place}”中“${one}”与“${other}”重复或矛盾，概数词用一个即可；请保留其一`,
          },
          fixes: ({ place: at }) =>
            words.map((kept, index): Fix => ({
              title: { en: `Keep only "${names[index] ?? ''}"`, zh: `只保留“${names[index] ?? ''}”` },
              changes: words
                .filter((word) => word !== kept)
                .map((word) => ({ span: at(spanIn(line, word.start, word.end)), newText: '' })),
            })),
        });
      }
    },
  },
});

/** A figure with the words that make it approximate, two or three of them. */
interface Stack {
  readonly span: Span;
  readonly words: readonly Span[];
}

const number =
  '(?:[\\d０-９]{1,12}(?:[,.．][\\d０-９]{1,6}){0,4}|半数|一半|[二三四五]分之[一二三四]|[一二两三四五六七八九十百千几数]{1,6}|[*＊×XxＸ]{1,6}|(?=[百千万]))';
const frame = `[ ${gap}]{0,80}`;
const scale = '[百千万亿]{0,3}';
/** 附近, 最近, 节约, 签约, 赶超: parts of other words. */
const before =
  '(?<![附最邻靠临远亲贴切就相])(?:将近|接近|近)|大约|大概|(?<![大节签预合履违集制特条公邀解纽简契赴爽毁隐续租相依爱稿盟])约|(?<![不赶反])(?:超过|超)|不少于|不低于|至少|逾|突破';
const chinese = new RegExp(`(${before})为?${frame}${number}${frame}${scale}([余多]?)(${scale})`, 'g');
const trailing = new RegExp(
  `(?<![\\d０-９.,])(\ufffc{0,80}(?:[\\d０-９]{1,12}(?:[,.][\\d０-９]{1,6}){0,4}|[*＊×XxＸ]{1,6}|[一二两三四五六七八九十几数]{0,6}[十百千万]))(${frame}${scale})([余多])(${scale})`,
  'g',
);

function chineseStacks(text: string, endOfUnit: (offset: number) => number | undefined): readonly Stack[] {
  if (!/[\u4e00-\u9fff]/.test(text)) return [];
  const found: Stack[] = [];
  const taken = new Set<number>();
  for (const match of text.matchAll(chinese)) {
    const [whole, word = '', more = '', multiple = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    // 近十余年 is the last ten years or so.
    if (/近$/.test(word) && /^ {0,2}(?:年|个月|月|天|日|周|期|届|次|场|轮)/.test(text.slice(end, end + 8))) continue;
    const moreEnd = end - multiple.length;
    // 至少100余 says where it begins, and 超过100余 says it twice.
    const hasMore = more !== '' && !/少|低/.test(word);
    const after = boundAfter(text, endOfUnit(end) ?? end, /[约概近]$/.test(word) ? about : least);
    const words = [
      { start, end: start + word.length },
      ...(hasMore ? [{ start: moreEnd - 1, end: moreEnd }] : []),
      ...(after === undefined ? [] : [after]),
    ];
    if (words.length < 2) continue;
    found.push({ span: { start, end: words.at(-1)?.end ?? end }, words });
    taken.add(moreEnd);
  }
  for (const match of text.matchAll(trailing)) {
    const [whole, , , , multiple = ''] = match;
    const end = match.index + whole.length;
    const moreEnd = end - multiple.length;
    const unit = endOfUnit(end);
    if (unit === undefined || taken.has(moreEnd)) continue;
    const after = boundAfter(text, unit, about) ?? boundAfter(text, unit, least);
    if (after === undefined) continue;
    found.push({ span: { start: match.index, end: after.end }, words: [{ start: moreEnd - 1, end: moreEnd }, after] });
  }
  return found;
}

const about = /^(?:左右|上下)(?![两手侧岸邻逢联级])/;
const least = /^以上(?![海述级])/;

function boundAfter(text: string, offset: number, pattern: RegExp): Span | undefined {
  const match = pattern.exec(text.slice(offset, offset + 4));
  return match === null ? undefined : { start: offset, end: offset + match[0].length };
}

const digits = '[$€£]?\\d[\\d,.]{0,14}';
const english = [
  new RegExp(
    `\\b((?:about|around|approximately|roughly|nearly|almost|some) )${frame}${digits}(?:%| (?:million|billion|thousand|per ?cent))?${frame}(?: [a-z]{1,20})?( or so)\\b`,
    'gi',
  ),
  new RegExp(
    `\\b((?:over|more than|at least|about|around|approximately|nearly) )${frame}${digits}${frame}(\\+)(?![+\\d])`,
    'gi',
  ),
  /\b((?:about|around) )((?:approximately|roughly|about|around) )(?=[$€£\d\ufffc])/gi,
];

function englishStacks(text: string): readonly Stack[] {
  return english.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Stack => {
      const [whole, first = '', second = ''] = match;
      const [start, end] = [match.index, match.index + whole.length];
      return {
        span: { start, end },
        words: [
          { start, end: start + first.length },
          { start: end - second.length, end },
        ],
      };
    }),
  );
}
