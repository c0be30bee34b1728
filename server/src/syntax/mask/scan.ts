/** Finds the untagged masks of a block: the families, the dates, and the runs of `*` and `_` that are not emphasis. */
import { unitAfter } from './context';
import { dateMasks } from './date';
import { familyMasks, type FoundMask } from './families';
import type { Lexicon } from './lexicon';
import { segmentsOf, type Segment } from './segments';
import { runsOf } from './run';
import { decideRuns } from './star';
import { kindOfPlaceholder } from './word';
import type { Mode } from '../types';

export interface ScannedMask extends FoundMask {
  /** The unit, measure word or suffix that follows, as written, also on the next line of a hard-wrapped text. */
  readonly unit: string | undefined;
}

export interface ScanResult {
  /** In ascending order, not overlapping; offsets in the block. */
  readonly masks: readonly ScannedMask[];
  /** How many masks of stars are beyond doubt: what the document-level prior counts. */
  readonly starMasks: number;
}

/**
 * Masks of one block's text. `prior` says that the document is full of star masks, so that less evidence is needed for one.
 * Linear in the length of the text.
 */
export function scanMasks(text: string, options: { mode: Mode; lexicon: Lexicon; prior: boolean }): ScanResult {
  const masks: ScannedMask[] = [];
  let starMasks = 0;
  if (mayHoldMask.test(text)) {
    for (const segment of segmentsOf(text, options.mode)) {
      const inSegment = scanSegment(segment, options.lexicon, options.prior);
      starMasks += inSegment.starMasks;
      for (const mask of inSegment.masks) {
        const start = mask.start + segment.start;
        const end = mask.end + segment.start;
        const unit = unitAfter(segment.text, mask.end, options.lexicon);
        masks.push({ start, end, kind: mask.kind, unit });
      }
    }
  }
  return { masks, starMasks };
}

const mayHoldMask = /[*＊×XxＸ○〇□_]|[?？]{2}|T(?:BD|BC|ODO|K)|待|某|YYYY|HH:MM|MM\/|[[【][A-Za-z#\u3400-\u9fff]|\{\{/;

function scanSegment(
  segment: Segment,
  lexicon: Lexicon,
  prior: boolean,
): { masks: readonly FoundMask[]; starMasks: number } {
  const { text } = segment;
  const alone = cellMask(segment, lexicon);
  if (alone !== undefined) return { masks: [alone], starMasks: /[*_]/.test(text) ? 1 : 0 };
  const dates = dateMasks(text);
  const certain = dates.filter((date) => date.isCertain);
  const masks: FoundMask[] = certain.map(({ start, end }) => ({ start, end, kind: 'date' }));
  const chosen = decideRuns(text, runsOf(text, lexicon, dates, certain), prior);
  for (const { run, start } of chosen) masks.push({ start, end: run.maskEnd, kind: run.kind });
  const decided = [...masks].sort(byStart);
  const hasLetterDate = certain.some(({ start, end }) => /[Xx]/.test(text.slice(start, end)));
  for (const mask of familyMasks(text, lexicon, hasLetterDate)) if (!overlapsAny(mask, decided)) masks.push(mask);
  masks.sort(byStart);
  const starDates = certain.filter((date) => text.slice(date.start, date.end).includes('*')).length;
  return {
    masks: masks.filter((mask, index) => index === 0 || mask.start >= (masks[index - 1]?.end ?? 0)),
    starMasks: starDates + chosen.filter(({ run }) => run.strength === 'strong').length,
  };
}

/** A table's cell that holds a mask and nothing else; one sign alone could be a tick or a reference to a note. */
function cellMask({ text, label }: Segment, lexicon: Lexicon): FoundMask | undefined {
  if (label === undefined) return undefined;
  const match = loneMask.exec(text);
  if (match === null) {
    const asked = lonePlaceholder.exec(text);
    const named = asked === null ? 'none' : kindOfPlaceholder(asked[2] ?? '', lexicon);
    if (asked === null || named === 'none') return undefined;
    const at = (asked[1] ?? '').length;
    return { start: at, end: at + (asked[2] ?? '').length, kind: named === 'letter' ? label : named };
  }
  const start = (match[1] ?? '').length;
  return { start, end: start + (match[2] ?? '').length, kind: label };
}

const loneMask =
  /^(\s*)(\*{1,3}(?:,\*{3})+(?:\.\*{1,3})?|\*{1,4}\.\*{1,3}|\*{2,6}|_{2,20}|＊{2,6}|×{2,6}|X{2,6}|X{1,3}(?:,X{3})*(?:\.X{1,3})?(?<=X[.,]X+)|x{2,6}|[○〇]{2,6}|□{2,6}|[?？]{2,6}|TB[DC]|TK|待[定填补核])\s*$/;

const lonePlaceholder = /^(\s*)(\[(?:[a-z]{3,12}(?: [a-z]{2,12}){0,2}|#{1,3}|TB[DC])\])\s*$/;

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
