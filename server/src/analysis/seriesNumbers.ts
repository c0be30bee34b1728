/** Numbers of series such as `一是…二是…三是`: where they fail to count up, which go on in another kind, and how they are put right. */
import type { TextChange } from '../base/problem';
import { chineseNumeral } from '../report/numbering';
import type { Report, Section, Series, SeriesItem } from '../report/types';
import { nothingIsMeant, sequenceBreaks, type IsMeant, type SequenceBreak } from './counting';
import { within } from './within';

/** Series that change their kind of mark on the way: `首先…第二…`. */
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

/** The marks that do not count up; `begun` is the number from which the series goes on. */
export function seriesBreaks({ items }: Series, begun = 0): readonly SequenceBreak[] {
  return sequenceBreaks(items.map(({ ordinal }) => ordinal - begun)).map(({ index, expected }) => ({
    index,
    expected: expected + begun,
  }));
}

/** The changes that make a series count up from 1, or on from a number that is meant. Undefined where words run out after 再次. */
export function seriesChanges(series: Series, isMeant: IsMeant = nothingIsMeant): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  const breaks = new Set(seriesBreaks(series).map(({ index }) => index));
  let wanted = 0;
  for (const [index, { ordinal, mark, span }] of series.items.entries()) {
    wanted = breaks.has(index) && isMeant(span.start) ? ordinal : wanted + 1;
    if (ordinal === wanted) continue;
    const newText = markOf(mark, wanted);
    if (newText === undefined) return undefined;
    if (newText !== mark) changes.push({ span, newText });
  }
  return changes;
}

/** The mark with another number: `三是` for `二是` and 3; `最后` stands at any place but the first. Undefined where words run out. */
export function markOf(mark: string, ordinal: number): string | undefined {
  if (mark === '最后') return ordinal === 1 ? undefined : mark;
  if (words.includes(mark)) return words[ordinal - 1];
  return mark.replace(/[一二三四五六七八九十]{1,3}/, chineseNumeral(ordinal));
}

const words: readonly string[] = ['首先', '其次', '再次'];

/** A series whose beginning lies farther back than so many others is none that a reader could follow. */
const farthest = 20;

function isHeadingBetween(start: number, end: number, sections: readonly Section[]): boolean {
  return within(sections, { start: start + 1, end }, ({ headingSpan }) => headingSpan.start).length > 0;
}
