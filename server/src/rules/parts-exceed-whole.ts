/** Reports parts that are more than their whole: 议题50个，其中党建议题60个. */
import type { Message } from '../base/message';
import { scaleTo } from '../analysis/amount';
import type { Lexicon } from '../syntax/mask/lexicon';
import { defineRule } from './rule';
import { countedIn, type Counted } from './support/counted';
import { isClosedList } from './support/parts';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'parts-exceed-whole',
  severity: 'error',
  summary: { en: 'A part is more than its whole, or the parts together are', zh: '部分数或各部分之和大于总数' },
  checkLine: {
    looksFor: /其中|\bof (?:which|whom|these|them)\b/,
    check(line, { lexicon, report }) {
      const { text } = line;
      const found = text.includes('其中')
        ? sentencesOf(text).flatMap((sentence) => excesses(text, sentence, lexicon))
        : [];
      for (const { start, end, message } of [...found, ...englishExcesses(text)]) {
        report({ span: spanIn(line, start, end), message });
      }
    },
  },
});

interface Excess {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}

/** A line is cut at the ends of its sentences, each of which is looked at once. */
function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^。！？；]+/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => text.slice(start, end).includes('其中'));
}

function excesses(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  lexicon: Lexicon,
): readonly Excess[] {
  const offset = sentence.start;
  const words = text.slice(offset, sentence.end);
  const counted = countedIn(words, lexicon);
  const ends = new Set(counted.map(({ end }) => end));
  // 参与其中 leads to no parts.
  const marks = [...words.matchAll(/其中/g)]
    .map(({ index }) => index)
    .filter((index) => ends.has(index) || !/[\u4e00-\u9fff]/.test(words.charAt(index - 1)));
  const found: Excess[] = [];
  let next = 0;
  let largest = new Map<string, Counted>();
  for (const [order, mark] of marks.entries()) {
    for (let one = counted[next]; one !== undefined && one.start < mark; one = counted[++next]) {
      largest = largest.set(one.unit, larger(one, largest.get(one.unit)));
    }
    const limit = partsEnd(words, mark, marks[order + 1]);
    const parts: Counted[] = [];
    for (let index = next; (counted[index]?.end ?? Infinity) <= limit && parts.length < 20; index++) {
      const part = counted[index];
      if (part !== undefined) parts.push(part);
    }
    const excess = excessOf(words, mark, parts, largest);
    if (excess !== undefined) found.push({ ...excess, start: offset + excess.start, end: offset + excess.end });
  }
  return found;
}

/** The larger of two of one unit, since it is unsure which of them is the whole; one that is open might be the largest. */
function larger(one: Counted, other: Counted | undefined): Counted {
  if (other === undefined || one.value === undefined) return one;
  return other.value === undefined || other.value > one.value || other.isAtLeast ? other : one;
}

/** Where what is said of the parts ends: at the bracket in which it stands, or at the next 其中. */
function partsEnd(words: string, mark: number, nextMark: number | undefined): number {
  const isInBracket = /[（(]$/.test(words.slice(Math.max(0, mark - 1), mark));
  const close = isInBracket ? words.slice(mark, mark + 400).search(/[）)]/) : -1;
  return Math.min(close < 0 ? Infinity : mark + close, nextMark ?? Infinity, words.length);
}

function excessOf(
  words: string,
  mark: number,
  parts: readonly Counted[],
  largest: ReadonlyMap<string, Counted>,
): Excess | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first?.value === undefined || last === undefined) return undefined;
  const whole = wholeOf(first.unit, largest);
  if (whole === undefined) return undefined;
  const written = shown(seen(words.slice(whole.start, whole.end)));
  if (first.value > whole.amount * exact) {
    if (!isPart(words.slice(mark + 2, first.start))) return undefined;
    const part = shown(seen(words.slice(mark + 2, first.end)).replace(/^[，,：:]/, ''));
    return {
      start: mark,
      end: first.end,
      message: {
        en: `The part "${part}" is more than the whole it is taken from, ${written}; correct one of the two figures`,
        zh: `其中的“${part}”大于总数${written}；请核对并改正其中一个数`,
      },
    };
  }
  const values = parts.flatMap(({ value, unit }) => (value !== undefined && unit === first.unit ? [value] : []));
  const sum = Number(values.reduce((total, value) => total + value, 0).toPrecision(12));
  if (values.length < 2 || values.length !== parts.length || sum <= whole.amount * exact) return undefined;
  const from = mark + 2;
  const spans = parts.map(({ start, end }) => ({ start: start - from, end: end - from }));
  if (!isClosedList(words.slice(from, last.end), spans)) return undefined;
  return {
    start: mark,
    end: last.end,
    message: {
      en: `The ${parts.length} parts add up to ${sum}${first.unit}, more than the whole, ${written}; correct the figure that is wrong`,
      zh: `其中${parts.length}项之和为${sum}${first.unit}，大于总数${written}；请核对并改正有误的数`,
    },
  };
}

/** The largest figure in this unit or a multiple of it, unless one of them is open. */
function wholeOf(
  unit: string,
  largest: ReadonlyMap<string, Counted>,
): (Counted & { readonly amount: number }) | undefined {
  let found: (Counted & { readonly amount: number }) | undefined;
  for (const whole of largest.values()) {
    const scale = scaleTo(whole.unit, unit);
    if (scale === undefined) continue;
    if (whole.value === undefined || whole.isAtLeast) return undefined;
    const amount = whole.value * scale;
    if (found === undefined || amount > found.amount) found = { ...whole, amount };
  }
  return found;
}

/** Binary fractions are not exact. */
const exact = 1 + 1e-9;

/** What leads from 其中 to a figure names a part, and not another thing that is counted of it or compared with it. */
function isPart(words: string): boolean {
  const plain = seen(words);
  return plain.length <= 24 && !/[，；、]./.test(plain.replace(/^[，,：:]/, '')) && !notPart.test(plain);
}
const notPart =
  /涉及|覆盖|惠及|带动|参与|参加|参训|受益|服务|影响|辐射|包含|发放|解决|帮助|增长|减少|下降|同比|环比|上年|去年|往年|历年|目标|计划|人均|平均|最[高大多低]|[至到比较每达净]|以[上下]/;

function englishExcesses(text: string): readonly Excess[] {
  return [...text.matchAll(english)].flatMap((match) => {
    const [written, whole, part] = [match[0], valueOf(match[1]), valueOf(match[2])];
    if (part <= whole) return [];
    const place = shown(seen(written));
    return [
      {
        start: match.index,
        end: match.index + written.length,
        message: {
          en: `In "${place}" the part is more than the whole; correct one of the two figures`,
          zh: `“${place}”中部分大于总数；请核对并改正其中一个数`,
        },
      },
    ];
  });
}

/** The part is of the same things, since no other noun follows it. */
const english =
  /(?<![\d.,$€£%-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\ufffc{0,4} [a-z]{3,20}(?: [a-z]{3,20}){0,2},? of (?:which|whom|these|them),? \ufffc{0,80}(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\ufffc{0,4}(?= (?:were|was|are|is|have|had|remain)\b|[;)]|[,.](?!\d)|$)/g;

function valueOf(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}
