/** Reports a list of figures whose total is not their sum: 来信688件、来电4件、来访5件，共700件. */
import { gap, type ProseLine } from '../report/prose';
import { defineRule, type PieceContext } from './rule';
import { countedIn, type Counted } from './support/counted';
import { isClosedList } from './support/parts';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'wrong-total',
  severity: 'warning',
  summary: { en: 'The total of a list is not the sum of its figures', zh: '所列各项之和与合计数不符' },
  checkLine: {
    looksFor: /(?:共|合计|总计)[计有为是]?\s*(?:\d|<<)|\ba total of (?:\d|<<)|\bin (?:total|all)\b/,
    check(line, ctx) {
      if (/共|计/.test(line.text)) inChinese(line, ctx);
      if (/\d/.test(line.text)) inEnglish(line, ctx);
    },
  },
});

function inChinese(line: ProseLine, { lexicon, report }: PieceContext): void {
  for (const sentence of line.text.matchAll(/[^。！？；]+/g)) {
    const [words] = sentence;
    const counted = /[共计]/.test(words) ? countedIn(words, lexicon) : [];
    let from = 0;
    counted.forEach((total, index) => {
      const lead = leadTo(words, total);
      if (lead === undefined) return;
      const parts =
        counted[index - 1]?.unit === total.unit ? partsBefore(words, counted.slice(from, index), lead) : undefined;
      from = index + 1;
      if (parts === undefined || total.isAtLeast || total.value === undefined) return;
      const sum = sumOf(parts);
      if (sum === undefined || isNear(sum, total.value, { parts, total, words })) return;
      const written = shown(seen(words.slice(total.start, total.end)));
      const found = `${sum}${total.unit}`;
      report({
        span: spanIn(line, sentence.index + total.start, sentence.index + total.end),
        message: {
          en: `The ${parts.length} figures listed add up to ${found}, and the total is given as ${written}; correct the figure that is wrong`,
          zh: `前列${parts.length}项之和为${found}，合计数却为${written}；请核对并改正有误的数`,
        },
      });
    });
  }
}

/** Where the words begin that make a figure the total of those right before it: `，共`. */
function leadTo(words: string, { start }: Counted): number | undefined {
  const before = words.slice(Math.max(0, start - 24), start);
  const lead = totalWords.exec(before);
  return lead === null ? undefined : start - before.length + lead.index;
}

const totalWords = new RegExp(`[，,、${gap} ]*(?:一共|总共|共计|合计|总计|共)[计有为是]?[${gap} ]*$`);

/** The list that ends at `end`: figures of one unit joined by 、 or 和; undefined where more may belong to it, or less. */
function partsBefore(words: string, counted: readonly Counted[], end: number): readonly Counted[] | undefined {
  const last = counted.at(-1);
  if (last === undefined || words.slice(last.end, end).replaceAll(gap, '').trim() !== '') return undefined;
  let first = counted.length - 1;
  for (; first > 0; first--) {
    const between = seen(words.slice(counted[first - 1]?.end ?? 0, counted[first]?.start ?? 0)).trim();
    if (!/^(?:、|以及|[和及与])[^，,：:（(]{0,20}$/.test(between)) break;
  }
  const parts = counted.slice(first);
  const start = parts[0]?.start ?? 0;
  const lead = /[^，,：:（(]*$/.exec(words.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const from = start - lead.length;
  const isWhole = !counted.slice(0, first).some(({ unit }) => unit === last.unit);
  if (parts.length < 2 || !isWhole || parts.some(({ unit, isAtLeast }) => unit !== last.unit || isAtLeast)) {
    return undefined;
  }
  const text = words.slice(from, last.end);
  if (apart.test(seen(text))) return undefined;
  const spans = parts.map((part) => ({ start: part.start - from, end: part.end - from }));
  if (/^[人名位]/.test(last.unit) && groups.test(text) && !isClosedList(text, spans)) return undefined;
  return parts;
}

/** What takes away, happens over and over, is of another time or only near. */
const apart =
  /其中|每|各|均|倍|取消|撤销|注销|减|退|淘汰|关闭|扣除|剩|下降|同比|环比|较|去年|上年|往年|同期|计划|目标|[近约超]\d|第\d/;

/** Of people, who may be in two of these groups. */
const groups = /党员|团员|女|青年|少数民族|群众|干部|老|学历|研究生|博士|硕士|本科|以[上下]|职称|代表|委员/;

function sumOf(parts: readonly Counted[]): number | undefined {
  let sum = 0;
  for (const { value } of parts) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return Number(sum.toPrecision(12));
}

/** Amounts are rounded one by one, and things are not. */
function isNear(
  sum: number,
  total: number,
  {
    parts,
    total: place,
    words,
  }: { readonly parts: readonly Counted[]; readonly total: Counted; readonly words: string },
): boolean {
  const decimals = Math.min(...[...parts, place].map((each) => decimalsOf(words.slice(each.start, each.end))));
  const isMeasured =
    [...parts, place].some((each) => decimalsOf(words.slice(each.start, each.end)) > 0) ||
    /[万亿千百元吨里米亩顷度时克升]/.test(place.unit);
  const rounding = isMeasured ? ((parts.length + 1) / 2) * 10 ** -decimals : 0;
  return Math.abs(sum - total) <= rounding + 1e-9;
}

function decimalsOf(written: string): number {
  return /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
}

function inEnglish(line: ProseLine, { report }: PieceContext): void {
  for (const match of line.text.matchAll(english)) {
    const [written, list = '', after, before] = match;
    const parts = [...list.matchAll(/\d[\d,]*/g)].map(([digits]) => valueOf(digits));
    const total = valueOf(after ?? before ?? '');
    const sum = parts.reduce((all, each) => all + each, 0);
    if (sum === total) continue;
    const start = match.index + written.lastIndexOf(after ?? before ?? '');
    report({
      span: spanIn(line, start, start + (after ?? before ?? '').length),
      message: {
        en: `The ${parts.length} figures listed add up to ${sum}, and the total is given as ${total}; correct the figure that is wrong`,
        zh: `前列${parts.length}项之和为${sum}，合计数却为${total}；请核对并改正有误的数`,
      },
    });
  }
}

const number = `${gap}{0,80}(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})${gap}{0,80}`;
const things = `${number} [a-z]{3,20}(?: [a-z]{3,20})?`;

/** With nothing counted before them, and the total with no noun of its own behind it. */
const english = new RegExp(
  `(?<![\\d.,$€£%-]|\\d[^.;:]{0,60}|\\b[Oo]f )(${things}(?:, ${things}){0,8},? and ${things})(?:, (?:or )?)(?:a total of ${captured()}|${captured()} in (?:total|all))(?=[.;)]|,(?!\\d)|$)`,
  'g',
);

function captured(): string {
  return `${gap}{0,80}(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})${gap}{0,80}`;
}

function valueOf(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}
