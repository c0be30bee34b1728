/** Finds the untagged masks of a block: the families, the dates, and the runs of `*` and `_` that are not emphasis. */
import { dateMasks } from './date';
import { familyMasks, type FoundMask } from './families';
import type { Lexicon } from './lexicon';
import { segmentsOf, type Segment } from './segments';
import { decideRuns, isCjk, type Run } from './star';
import type { Mode } from '../types';

export interface ScanResult {
  /** In ascending order, not overlapping; offsets in the block. */
  readonly masks: readonly FoundMask[];
  /** How many runs of stars were decided to be masks: what the document-level prior counts. */
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

function scanSegment({ text }: Segment, lexicon: Lexicon, prior: boolean): ScanResult {
  const dates = dateMasks(text);
  const certain = dates.filter((date) => date.isCertain);
  const masks: FoundMask[] = certain.map(({ start, end }) => ({ start, end, kind: 'date' }));
  const candidates = starRuns(text, lexicon, dates, certain);
  const chosen = decideRuns(text, candidates, prior);
  for (const run of candidates) if (chosen.has(run)) masks.push({ start: run.start, end: run.maskEnd, kind: run.kind });
  const decided = [...masks].sort(byStart);
  for (const mask of familyMasks(text, lexicon)) if (!overlapsAny(mask, decided)) masks.push(mask);
  masks.sort(byStart);
  const starCount = certain.filter((date) => text.slice(date.start, date.end).includes('*')).length + chosen.size;
  return {
    masks: masks.filter((mask, index) => index === 0 || mask.start >= (masks[index - 1]?.end ?? 0)),
    starMasks: starCount,
  };
}

interface StarRun extends Run {
  readonly kind: FoundMask['kind'];
  /** A lone date's mask reaches over its 月 or 日. */
  readonly maskEnd: number;
}

function starRuns(
  text: string,
  lexicon: Lexicon,
  dates: readonly FoundDate[],
  certain: readonly FoundDate[],
): readonly StarRun[] {
  const runs: StarRun[] = [];
  const dateEnds = new Map(dates.map((date) => [date.start, date.end]));
  for (const match of text.matchAll(starOrUnderscore)) {
    const start = match.index;
    let end = start + match[0].length;
    if ((lastStartingBefore(start + 1, certain)?.end ?? 0) > start) continue;
    const decimals = decimalPart.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    if (decimals > 0 && lexicon.followerAt(text, end + decimals) !== undefined) end += decimals;
    else if (runs.length > 0 && start < (runs[runs.length - 1]?.end ?? 0)) continue;
    runs.push({ start, end, ...judgeRun(text, { start, end, date: dateEnds.get(start) }, lexicon) });
  }
  return runs;
}

type FoundDate = { readonly start: number; readonly end: number };
const starOrUnderscore = /\*+|_+/g;
const decimalPart = /^(?:\.\*+|\._+)/;

function judgeRun(
  text: string,
  { start, end, date }: { start: number; end: number; date: number | undefined },
  lexicon: Lexicon,
): Omit<StarRun, 'start' | 'end'> {
  if (date !== undefined) return { evidence: 'strong', kind: 'date', maskEnd: date, followerEnd: date };
  const before = text.charAt(start - 1);
  const isWord = (character: string): boolean => /[A-Za-z0-9\u0001]/.test(character);
  const isUnderscore = text[start] === '_';
  if (isUnderscore && (end - start < 2 || isWord(before) || isWord(text.charAt(end)))) {
    return { evidence: undefined, kind: 'name', maskEnd: end, followerEnd: undefined };
  }
  const follower = lexicon.followerAt(text, end);
  const isCurrency = /[$€£¥￥]/.test(before) && !/\w/.test(text.charAt(end));
  if (isCurrency) return { evidence: 'strong', kind: 'figure', maskEnd: end, followerEnd: end };
  if (follower !== undefined && !/[A-Za-z]/.test(before)) {
    return { evidence: 'strong', kind: follower.kind, maskEnd: end, followerEnd: follower.end };
  }
  const betweenCjk = isCjk(text, start - 1) && (isCjk(text, end) || /^\s*$/.test(text.slice(end, end + 3)));
  return { evidence: betweenCjk ? 'weak' : undefined, kind: 'name', maskEnd: end, followerEnd: undefined };
}

function byStart(a: FoundMask, b: FoundMask): number {
  return a.start - b.start;
}

/** Whether a mask overlaps one of `others`, which are in ascending order and do not overlap each other. */
function overlapsAny(mask: FoundMask, others: readonly FoundMask[]): boolean {
  const before = lastStartingBefore(mask.end, others);
  return before !== undefined && before.end > mask.start;
}

function lastStartingBefore<Place extends FoundDate>(offset: number, places: readonly Place[]): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
