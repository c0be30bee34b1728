/** Series that change their kind of mark on the way: `首先…第二…`. */
import { within } from '../../analysis/within';
import type { Report, Section, Series, SeriesItem } from '../../report/types';

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
  return series.flatMap((own, index): MixedSeries[] => {
    const [item] = own.items;
    if (item === undefined || item.ordinal < 2) return [];
    const before = series
      .slice(Math.max(0, index - farthest), index)
      .filter(({ style }) => style !== own.style)
      .flatMap(({ items }) => items.at(-1) ?? [])
      .findLast((last) => last.ordinal === item.ordinal - 1 && last.span.end <= item.span.start);
    if (before === undefined || isHeadingBetween(before.span.start, item.span.start, sections)) return [];
    return [{ item, before, series: own }];
  });
}

/** A series whose beginning lies farther back than so many others is none that a reader could follow. */
const farthest = 20;

function isHeadingBetween(start: number, end: number, sections: readonly Section[]): boolean {
  return within(sections, { start: start + 1, end }, ({ headingSpan }) => headingSpan.start).length > 0;
}
