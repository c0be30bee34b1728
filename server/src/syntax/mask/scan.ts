/** Finds the untagged masks of a block: the families, the dates, and the runs of `*` and `_` that are not emphasis. */
import { dateMasks } from './date';
import { familyMasks, type FoundMask } from './families';
import type { Lexicon } from './lexicon';
import { segmentsOf, type Segment } from './segments';
import { runsOf } from './run';
import { decideRuns } from './star';
import type { Mode } from '../types';

export interface ScanResult {
  /** In ascending order, not overlapping; offsets in the block. */
  readonly masks: readonly FoundMask[];
  /** How many masks of stars are beyond doubt: what the document-level prior counts. */
  readonly starMasks: number;
}

/**
 * Masks of one block's text. `prior` says that the document is full of star masks, so that less evidence is needed for one.
 * Linear in the length of the text.
 */
export function scanMasks(text: string, options: { mode: Mode; lexicon: Lexicon; prior: boolean }): ScanResult {
  const masks: FoundMask[] = [];
  let starMasks = 0;
  if (mayHoldMask.test(text)) {
    for (const segment of segmentsOf(text, options.mode)) {
      const inSegment = scanSegment(segment, options.lexicon, options.prior);
      starMasks += inSegment.starMasks;
      for (const mask of inSegment.masks) {
        masks.push({ start: mask.start + segment.start, end: mask.end + segment.start, kind: mask.kind });
      }
    }
  }
  return { masks, starMasks };
}

const mayHoldMask = /[*＊×XxＸ○〇□_]|[?？]{2}|T(?:BD|BC|ODO|K)|待|某|YYYY|HH:MM|\[(?:N|Name|Date|Amount)\]/;

function scanSegment(segment: Segment, lexicon: Lexicon, prior: boolean): ScanResult {
  const { text } = segment;
  const alone = cellMask(segment);
  if (alone !== undefined) return { masks: [alone], starMasks: /[*_]/.test(text) ? 1 : 0 };
  const dates = dateMasks(text);
  const certain = dates.filter((date) => date.isCertain);
  const masks: FoundMask[] = certain.map(({ start, end }) => ({ start, end, kind: 'date' }));
  const chosen = decideRuns(text, runsOf(text, lexicon, dates, certain), prior);
  for (const { run, start } of chosen) masks.push({ start, end: run.maskEnd, kind: run.kind });
  const decided = [...masks].sort(byStart);
  for (const mask of familyMasks(text, lexicon)) if (!overlapsAny(mask, decided)) masks.push(mask);
  masks.sort(byStart);
  const starDates = certain.filter((date) => text.slice(date.start, date.end).includes('*')).length;
  return {
    masks: masks.filter((mask, index) => index === 0 || mask.start >= (masks[index - 1]?.end ?? 0)),
    starMasks: starDates + chosen.filter(({ run }) => run.strength === 'strong').length,
  };
}

/** A table's cell that holds a mask and nothing else; one sign alone could be a tick or a reference to a note. */
function cellMask({ text, label }: Segment): FoundMask | undefined {
  if (label === undefined) return undefined;
  const match = /^(\s*)(\*{2,6}|_{2,20}|＊{2,6}|×{2,6}|X{2,6}|x{2,6}|[○〇]{2,6}|□{2,6})\s*$/.exec(text);
  if (match === null) return undefined;
  const start = (match[1] ?? '').length;
  return { start, end: start + (match[2] ?? '').length, kind: label };
}

function byStart(a: FoundMask, b: FoundMask): number {
  return a.start - b.start;
}

/** Whether a mask overlaps one of `others`, which are in ascending order and do not overlap each other. */
function overlapsAny(mask: FoundMask, others: readonly FoundMask[]): boolean {
  const before = lastStartingBefore(mask.end, others);
  return before !== undefined && before.end > mask.start;
}

function lastStartingBefore<Place extends FoundMask>(offset: number, places: readonly Place[]): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
