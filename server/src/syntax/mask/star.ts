/** Runs of `*` and `_`: which of them are masks, and which are emphasis that CommonMark shall see. */
import { emphasisCost } from './emphasis';
import type { Run } from './run';

/** A mask made of a run: the whole of it, or its end where its beginning closes emphasis (`**重点****家`). */
export interface RunMask {
  readonly run: Run;
  readonly start: number;
}

/**
 * Reads the runs of a stretch as a whole. Every run is a mask, one end of emphasis, or a literal sign; each reading has a cost,
 * and the reading with the least total is taken:
 *
 * - a mask costs nothing where a unit, suffix, label or range calls for it (at the beginning of a clause a little, for masks
 *   stand in the middle), a little after a number word, and much on weak evidence, yet less than a literal sign where the
 *   stretch has other masks or the document is full of them (`prior`); without any evidence a run is never a mask;
 * - a pair of emphasis costs nothing where nothing speaks for a mask, and more the more it looks like the gap between two
 *   masks: a unit after both ends, a unit and a comma at its beginning, a comma at its end, half a pair of quotation marks;
 * - a sign that is neither costs most, for authors rarely leave one.
 *
 * So `召开**次，这是**重点**工作` has a mask and emphasis. Where a reading without any mask costs little more, it is taken: text
 * that can be read either way is emphasis. Pairs nest in one another once. Linear in the number of runs, since a pair reaches
 * over at most `maxInside` others.
 */
export function decideRuns(text: string, runs: readonly Run[], prior: boolean): readonly RunMask[] {
  if (runs.every((run) => run.strength === undefined || (run.strength === 'weak' && !prior))) return [];
  const pairs = pairCosts(text, runs);
  let reading = read(pairs, runs, prior ? 'likely' : 'possible');
  // A stretch that has a mask for certain is likely to have more.
  if (!prior && reading.masks.some(({ run }) => run.strength === 'strong')) reading = read(pairs, runs, 'likely');
  if (reading.masks.length === 0) return [];
  const plain = read(pairs, runs, 'none');
  return plain.cost <= reading.cost + (prior ? 0.5 : 1) ? [] : reading.masks;
}

/** Whether masks are to be looked for, and whether weak evidence is enough for one. */
type Expectation = 'none' | 'possible' | 'likely';

const maxInside = 5;

/** The cheapest reading of the first runs: its cost, the masks of its last step, and the reading before that step. */
interface Reading {
  readonly cost: number;
  readonly masks: readonly RunMask[];
  readonly previous: Reading | undefined;
}

const nothing: Reading = { cost: 0, masks: [], previous: undefined };

function read(
  pairs: PairCosts,
  runs: readonly Run[],
  expectation: Expectation,
): { cost: number; masks: readonly RunMask[] } {
  const readings: Reading[] = [nothing];
  for (let index = 0; index < runs.length; index++) {
    readings.push(best(pairs, runs, { from: 0, index, readings, expectation, outer: undefined }));
  }
  return collected(readings[runs.length] ?? nothing);
}

function collected(last: Reading): { cost: number; masks: readonly RunMask[] } {
  const masks: RunMask[] = [];
  for (let reading: Reading | undefined = last; reading !== undefined; reading = reading.previous) {
    masks.push(...reading.masks);
  }
  return { cost: last.cost, masks };
}

/** What it costs to pair two runs by their indices, reckoned once for all readings. */
type PairCosts = (opener: number, closer: number) => number;

function pairCosts(text: string, runs: readonly Run[]): PairCosts {
  const known: (number | undefined)[] = [];
  return (openerIndex, closerIndex) => {
    const place = openerIndex * (maxInside + 1) + closerIndex - openerIndex - 1;
    let cost = known[place];
    if (cost === undefined) {
      const opener = runs[openerIndex];
      const closer = runs[closerIndex];
      cost = opener === undefined || closer === undefined ? Infinity : emphasisCost(text, opener, closer);
      known[place] = cost;
    }
    return cost;
  };
}

interface Step {
  /** The first run that may be paired. */
  readonly from: number;
  readonly index: number;
  /** `readings[n - from]` is the cheapest reading of the runs from `from` up to `n`. */
  readonly readings: readonly Reading[];
  readonly expectation: Expectation;
  /** The opener of the pair around these runs, if any: no like pair stands within it, as strong text in strong text. */
  readonly outer: Run | undefined;
}

function best(pairs: PairCosts, runs: readonly Run[], { from, index, readings, expectation, outer }: Step): Reading {
  const run = runs[index];
  const previous = readings[index - from];
  if (run === undefined || previous === undefined) return nothing;
  let found: Reading = { cost: previous.cost + literalCost(run), masks: [], previous };
  const offer = (cost: number, base: Reading, masks: readonly RunMask[]): void => {
    if (base.cost + cost < found.cost || (base.cost + cost === found.cost && masks.length < found.masks.length)) {
      found = { cost: base.cost + cost, masks, previous: base };
    }
  };
  offer(maskCost(run, expectation), previous, [{ run, start: run.start }]);
  if (!run.canClose) return found;

  let inner: { run: Run; at: number } | undefined;
  for (let at = index - 1; at >= from && at >= index - 1 - (outer === undefined ? maxInside : 0); at--) {
    const opener = runs[at];
    const base = readings[at - from];
    if (opener === undefined || base === undefined || !opener.canOpen || opener.character !== run.character) continue;
    if (outer !== undefined && isLike(outer, opener)) continue;
    const least = base.cost + (at < index - 1 ? nestingCost : 0);
    if (least > found.cost) continue;
    const emphasis = pairs(at, index);
    if (least + emphasis > found.cost) continue;
    const inside = readInside(pairs, runs, at + 1, index, expectation, opener);
    const openerLength = opener.end - opener.start;
    const length = run.end - run.start;
    if (openerLength === length) offer(emphasis + inside.cost, base, inside.masks);
    else if (openerLength < length && run.strength === 'strong') {
      const rest = { run, start: run.start + openerLength };
      const cost =
        (opener.isAfterPause ? splitCost : splitInClauseCost) + (expectation === 'none' ? literalCost(run) : 0);
      offer(emphasis + inside.cost + cost, base, [...inside.masks, ...(expectation === 'none' ? [] : [rest])]);
    }
    // `**外*内***` closes two at once.
    if (inner !== undefined && openerLength + inner.run.end - inner.run.start === length) {
      const between = readInside(pairs, runs, at + 1, inner.at, expectation, opener);
      const rest = readInside(pairs, runs, inner.at + 1, index, expectation, opener);
      offer(emphasis + between.cost + rest.cost, base, [...between.masks, ...rest.masks]);
    }
    inner ??= { run: opener, at };
  }
  return found;
}

/** The cheapest reading of the runs within a pair, where no pair encloses another. */
function readInside(
  pairs: PairCosts,
  runs: readonly Run[],
  from: number,
  to: number,
  expectation: Expectation,
  outer: Run,
): { cost: number; masks: readonly RunMask[] } {
  if (from >= to) return { cost: 0, masks: [] };
  const readings: Reading[] = [nothing];
  for (let index = from; index < to; index++) {
    readings.push(best(pairs, runs, { from, index, readings, expectation, outer }));
  }
  const { cost, masks } = collected(readings[to - from] ?? nothing);
  return { cost: nestingCost + 2 * masks.length + cost, masks };
}

function isLike(a: Run, b: Run): boolean {
  return a.character === b.character && a.end - a.start === b.end - b.start;
}

const splitCost = 0.75;
const splitInClauseCost = 3;
const nestingCost = 0.3;

function maskCost({ strength, kind, isAfterPause }: Run, expectation: Expectation): number {
  if (expectation === 'none') return Infinity;
  switch (strength) {
    case 'strong':
      return isAfterPause ? (kind === 'figure' ? 0.5 : 0.25) : 0;
    case 'fair':
      return 1;
    case 'weak':
      return expectation === 'likely' ? 2 : 3.5;
    default:
      return Infinity;
  }
}

function literalCost({ strength, canOpen, canClose, isInWord }: Run): number {
  if (isInWord) return 0;
  if (strength === 'strong') return 6;
  if (strength === 'fair') return 4;
  return canOpen || canClose || strength === 'weak' ? 3 : 0;
}
