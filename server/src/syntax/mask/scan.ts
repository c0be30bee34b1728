/** Finds the untagged masks of a block: the families, the dates, and the runs of `*` and `_` that are not emphasis. */
import { unitAfter } from './context';
import { dateMasks } from './date';
import { familyMasks, type FoundMask } from './families';
import type { Lexicon } from './lexicon';
import { segmentsOf, type Segment } from './segments';
import { runsOf } from './run';
import type { RunMask } from './reading';
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
  /** The same in a document that is full of star masks, where less evidence is needed for one. */
  readonly likelyMasks: readonly ScannedMask[];
  /** How many of `masks` are masks of stars beyond doubt: what tells a document that is full of them. */
  readonly starMasks: number;
  /** Runs that were read as emphasis, though a reading of them as masks is a little likelier. Like `masks`. */
  readonly doubts: readonly ScannedMask[];
}

/** Masks of one block's text. Linear in its length. */
export function scanMasks(text: string, { mode, lexicon }: { mode: Mode; lexicon: Lexicon }): ScanResult {
  if (!mayHoldMask.test(text)) return nothing;
  const masks: ScannedMask[] = [];
  const likelyMasks: ScannedMask[] = [];
  const doubts: ScannedMask[] = [];
  let starMasks = 0;
  for (const segment of segmentsOf(text, mode)) {
    const inSegment = scanSegment(segment, lexicon);
    starMasks += inSegment.starMasks;
    const own = inSegment.masks.map((mask) => placed(mask, segment, lexicon));
    masks.push(...own);
    doubts.push(...inSegment.doubts.map((mask) => placed(mask, segment, lexicon)));
    const isSame = inSegment.likely === inSegment.masks;
    likelyMasks.push(...(isSame ? own : inSegment.likely.map((mask) => placed(mask, segment, lexicon))));
  }
  return { masks, likelyMasks, starMasks, doubts };
}

const nothing: ScanResult = { masks: [], likelyMasks: [], starMasks: 0, doubts: [] };

function placed({ start, end, kind }: FoundMask, segment: Segment, lexicon: Lexicon): ScannedMask {
  return { start: start + segment.start, end: end + segment.start, kind, unit: unitAfter(segment.text, end, lexicon) };
}

const mayHoldMask = /[*＊×XxＸ○〇□_]|[?？]{2}|T(?:BD|BC|ODO|K)|待|某|YYYY|HH:MM|MM\/|[[【][A-Za-z#\u3400-\u9fff]|\{\{/;

interface SegmentMasks {
  readonly masks: readonly FoundMask[];
  readonly likely: readonly FoundMask[];
  readonly starMasks: number;
  readonly doubts: readonly FoundMask[];
}

function scanSegment(segment: Segment, lexicon: Lexicon): SegmentMasks {
  const { text } = segment;
  const alone = cellMask(segment, lexicon);
  if (alone !== undefined) return { masks: [alone], likely: [alone], starMasks: /[*_]/.test(text) ? 1 : 0, doubts: [] };
  const dates = dateMasks(text);
  const certain = dates.filter((date) => date.isCertain);
  const runs = runsOf(text, lexicon, dates, certain);
  const { masks: chosen, doubts } = decideRuns(text, runs, false);
  const likely = runs.length === 0 ? chosen : decideRuns(text, runs, true).masks;
  const hasLetterDate = certain.some(({ start, end }) => /[Xx]/.test(text.slice(start, end)));
  const family = familyMasks(text, lexicon, hasLetterDate);
  const masks = together(certain, chosen, family);
  const starDates = certain.filter((date) => text.slice(date.start, date.end).includes('*')).length;
  return {
    masks,
    likely: areSame(chosen, likely) ? masks : together(certain, likely, family),
    starMasks: starDates + chosen.filter(({ run }) => run.strength === 'strong').length,
    doubts: doubts.map(({ run, start }) => ({ start, end: run.maskEnd, kind: run.kind })),
  };
}

/** Dates and runs go before what the families find. */
function together(
  dates: readonly { readonly start: number; readonly end: number }[],
  runs: readonly RunMask[],
  family: readonly FoundMask[],
): readonly FoundMask[] {
  const decided = [
    ...dates.map(({ start, end }): FoundMask => ({ start, end, kind: 'date' })),
    ...runs.map(({ run, start }): FoundMask => ({ start, end: run.maskEnd, kind: run.kind })),
  ].sort(byStart);
  const masks = [...decided, ...family.filter((mask) => !overlapsAny(mask, decided))].sort(byStart);
  return masks.filter((mask, index) => index === 0 || mask.start >= (masks[index - 1]?.end ?? 0));
}

function areSame(a: readonly RunMask[], b: readonly RunMask[]): boolean {
  return (
    a.length === b.length && a.every(({ run, start }, index) => run === b[index]?.run && start === b[index]?.start)
  );
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
  /^(\s*(?:\*\*(?!\*))?)(\*{1,3}(?:,\*{3})+(?:\.\*{1,3})?|\*{1,4}\.\*{1,3}|\*{2,6}|_{2,20}|＊{2,6}|×{2,6}|X{2,6}|X{1,3}(?:,X{3})*(?:\.X{1,3})?(?<=X[.,]X+)|x{2,6}|[○〇]{2,6}|□{2,6}|[?？]{2,6}|TB[DC]|TK|待[定填补核])(?:\*\*)?\s*$/;

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
