/** What of a report stands in one part of it, found without looking at the rest. */
import type { Span } from '../base/span';

/** Of items in the order of the text, those that begin in the span. */
export function within<Item>(
  items: readonly Item[],
  { start, end }: Span,
  startOf: (item: Item) => number,
): readonly Item[] {
  return items.slice(firstFrom(items, start, startOf), firstFrom(items, end, startOf));
}

/** The index of the first that begins at the offset or after it. */
export function firstFrom<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
