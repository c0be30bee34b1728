/** Series that change their kind of mark on the way: `首先…第二…`. */
import type { Report, Series, SeriesItem } from '../../report/types';

export interface MixedSeries {
  /** The mark that belongs to another kind. */
  readonly item: SeriesItem;
  /** The last mark of the kind that the series began with. */
  readonly before: SeriesItem;
  readonly series: Series;
}

/**
 * A series that begins with a number other than one and goes on from a series of another kind in the same section. One inside a
 * clause of another (`首先，一是…二是…。其次`) counts by itself.
 */
export function mixedSeries({ series, sections }: Report): readonly MixedSeries[] {
  const sectionAt = (offset: number): number =>
    sections.findLastIndex(({ headingSpan }) => headingSpan.start <= offset);
  return series.flatMap((own, index): MixedSeries[] => {
    const [item] = own.items;
    if (item === undefined || item.ordinal < 2) return [];
    const section = sectionAt(item.span.start);
    const before = series
      .slice(0, index)
      .filter(({ style }) => style !== own.style)
      .flatMap(({ items }) => items.at(-1) ?? [])
      .findLast((last) => last.ordinal === item.ordinal - 1 && last.span.end <= item.span.start);
    if (before === undefined || sectionAt(before.span.start) !== section) return [];
    return [{ item, before, series: own }];
  });
}
