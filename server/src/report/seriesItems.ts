/** The items of series such as `一是…` `二是…` that are paragraphs of their own, each with what belongs to it. */
import { memoised } from '../base/lazy';
import { shift, type Span } from '../base/span';
import type { Block, Parse } from '../syntax/types';
import { blockFacts } from './facts';
import { marksIn } from './series';

/**
 * Those in a stretch, which is what a section says outside its subsections. Each item reaches to the next one of its series. The last
 * reaches to the end of the stretch where another takes in more than its first line, else it is that line. In document order.
 */
export function seriesItemsIn(parse: Parse, stretch: Span): readonly Span[] {
  const items: Item[] = [];
  const open = new Map<string, Item>();
  const close = (item: Item): void => {
    if (item.isLongSeries) item.end = contentEnd(parse, { start: item.lineEnd, end: stretch.end });
  };
  parse.blocks.visit(
    (block, { length: by }) => {
      for (const { key, ordinal, span } of initialMarksOf(block)) {
        const { start, end } = shift(span, by);
        if (start < stretch.start || start >= stretch.end) continue;
        const before = open.get(key);
        const continues = before !== undefined && ordinal !== 1;
        if (continues) before.end = contentEnd(parse, { start: before.lineEnd, end: start });
        else if (before !== undefined) close(before);
        const isLongSeries = continues && (before.isLongSeries || before.end > before.lineEnd);
        const item = { start, end, lineEnd: end, isLongSeries };
        items.push(item);
        open.set(key, item);
      }
    },
    (before, sum) => before.length >= stretch.end || before.length + sum.length <= stretch.start,
  );
  for (const item of open.values()) close(item);
  return items;
}

/** Where the last sign of a stretch that is not blank ends; its start where it has none. */
export function contentEnd({ blocks }: Parse, { start, end }: Span): number {
  for (let at = end; at > start;) {
    const found = blocks.find(({ length }) => length >= at);
    if (found === undefined) return start;
    const { before, item } = found;
    const written = item.text.slice(0, at - before.length).trimEnd().length;
    if (written > 0) return Math.max(start, before.length + written);
    at = before.length;
  }
  return start;
}

interface Item {
  readonly start: number;
  end: number;
  readonly lineEnd: number;
  readonly isLongSeries: boolean;
}

interface InitialMark {
  readonly key: string;
  readonly ordinal: number;
  /** Of the line that it begins. */
  readonly span: Span;
}

const initialMarksOf = memoised((block: Block): readonly InitialMark[] =>
  blockFacts(block).lines.flatMap((line) => {
    const [mark] = line.isNested ? [] : marksIn(line);
    return mark?.isInitial === true ? [{ key: mark.key, ordinal: mark.ordinal, span: line.span }] : [];
  }),
);
