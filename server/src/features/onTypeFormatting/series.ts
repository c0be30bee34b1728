/** Enter behind a paragraph that begins with a number (`一是…。`, `首先，…。`, `（1）…`) begins the next one. */
import { markOf } from '../../analysis/seriesNumbers';
import type { TextChange } from '../../base/problem';
import type { LineFact } from '../../report/facts';
import { marksIn } from '../../report/series';
import type { PlacedText } from '../../workspace/at';
import { isBlank, lineBeside, proseIn, type Parse } from './lines';

/**
 * Where paragraphs stand line under line, one Enter begins the next; where blank lines part them, the second. A line that holds only
 * its number loses it. Nothing where the next number is there already, or the new line has words.
 */
export function seriesChanges(parse: Parse, before: PlacedText, line: PlacedText): readonly TextChange[] {
  if (!isBlank(line)) return [];
  const isParted = isBlank(before);
  const item = isParted ? lineBeside(parse, before, -1) : before;
  const fact = item && proseIn(parse, item);
  if (item === undefined || fact === undefined || fact.isNested) return [];
  const lead = item.text.slice(0, item.text.length - item.text.trimStart().length);
  const end = line.start + line.text.length;
  if (onlyNumber.test(fact.source)) {
    return isParted ? [] : [{ span: { start: item.start, end }, newText: '' }];
  }
  const next = nextMark(fact);
  if (next === undefined || isParted !== isPartedBefore(parse, item) || isThere(parse, line, next)) return [];
  return [{ span: { start: line.start, end }, newText: lead + next }];
}

const onlyNumber =
  /^(?:[（(]\d{1,3}[）)]|[一二三四五六七八九十]{1,3}[是要]|(?:首先|其次|再次|最后|第[一二三四五六七八九十]{1,3})[，,])$/;
const bracketed = /^([（(])(\d{1,3})([）)])/;

/** The number that follows that of a paragraph; undefined where it has none, holds a whole series, or is not finished. */
function nextMark(fact: LineFact): string | undefined {
  const [, open, number, close] = bracketed.exec(fact.source) ?? [];
  if (number !== undefined) return `${open}${Number(number) + 1}${close}`;
  const [first, ...others] = marksIn(fact);
  if (first?.isInitial !== true || first.ordinal < 1 || !/[。；;！!]$/.test(fact.source)) return undefined;
  if (others.some(({ key }) => key === first.key)) return undefined;
  const next = markOf(first.mark, first.ordinal + 1);
  return next && next + (/^[，,]/.exec(fact.source.slice(first.mark.length))?.[0] ?? '');
}

/** Whether a blank line stands before the paragraph, so that its author puts one after it too. */
function isPartedBefore(parse: Parse, item: PlacedText): boolean {
  return isBlank(lineBeside(parse, item, -1));
}

function isThere(parse: Parse, line: PlacedText, next: string): boolean {
  let after = lineBeside(parse, line, 1);
  if (after !== undefined && isBlank(after)) after = lineBeside(parse, after, 1);
  return after?.text.trimStart().startsWith(next.replace(/[，,]$/, '')) === true;
}
