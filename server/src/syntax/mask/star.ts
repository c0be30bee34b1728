/** Runs of `*` and `_`: which of them are masks, and which are emphasis that CommonMark shall see. */
import { emphasisCost } from './emphasis';
import { cheapestReading, maxInside, type Costs, type Reading, type RunMask } from './reading';
import type { Run } from './run';

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
 * that can be read either way is emphasis, and its masks are doubts. Linear in the number of runs.
 */
export function decideRuns(text: string, runs: readonly Run[], prior: boolean): Decision {
  if (runs.every((run) => run.strength === undefined || (run.strength === 'weak' && !prior))) return undecided;
  const literal = Float64Array.from(runs, literalCost);
  const pair = pairCosts(text, runs);
  const read = (expectation: Expectation, limit?: number): Reading => {
    const mask = Float64Array.from(runs, (run) => maskCost(run, expectation));
    return cheapestReading(runs, { mask, literal, mayBeMask: expectation !== 'none', pair }, limit);
  };
  let reading = read(prior ? 'likely' : 'possible');
  // A stretch that has a mask for certain is likely to have more.
  const isUnsure = !prior && runs.some((run) => run.strength === 'weak');
  if (isUnsure && isLikely(reading)) reading = read('likely');
  if (reading.masks.length === 0) return undecided;
  const limit = reading.cost + (prior ? 0.5 : 1);
  const plain = read('none', limit).cost;
  if (plain > limit) return { masks: reading.masks, doubts: [] };
  return { masks: [], doubts: plain > reading.cost ? reading.masks : [] };
}

/** `doubts` are masks in the likelier reading where the other is taken. */
export interface Decision {
  readonly masks: readonly RunMask[];
  readonly doubts: readonly RunMask[];
}

const undecided: Decision = { masks: [], doubts: [] };

function isLikely({ masks }: Reading): boolean {
  return (
    masks.some(({ run }) => run.strength === 'strong') || masks.filter(({ run }) => run.strength === 'fair').length > 1
  );
}

/** Whether masks are to be looked for, and whether weak evidence is enough for one. */
type Expectation = 'none' | 'possible' | 'likely';

/** What it costs to pair two runs by their indices, reckoned once for all readings. */
function pairCosts(text: string, runs: readonly Run[]): Costs['pair'] {
  const known = new Float64Array(runs.length * (maxInside + 1)).fill(-1);
  return (openerIndex, closerIndex) => {
    const place = openerIndex * (maxInside + 1) + closerIndex - openerIndex - 1;
    const cost = known[place] ?? -1;
    if (cost >= 0) return cost;
    const opener = runs[openerIndex];
    const closer = runs[closerIndex];
    return (known[place] =
      opener === undefined || closer === undefined ? Infinity : emphasisCost(text, opener, closer));
  };
}

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
