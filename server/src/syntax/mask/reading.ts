/** The cheapest reading of the runs of a stretch: each run a mask, one end of emphasis, or a literal sign. */
import type { Run } from './run';

/** A mask made of a run: the whole of it, or its end where its beginning closes emphasis (`**重点****家`). */
export interface RunMask {
  readonly run: Run;
  readonly start: number;
}

export interface Reading {
  readonly cost: number;
  readonly masks: readonly RunMask[];
}

/** What a run costs as a mask and as a literal sign, by its index, and what a pair costs by the indices of its two runs. */
export interface Costs {
  readonly mask: Float64Array;
  readonly literal: Float64Array;
  /** Whether a run that closes emphasis may end in a mask. */
  readonly mayBeMask: boolean;
  pair(opener: number, closer: number): number;
}

/** Over how many other runs emphasis reaches at most. */
export const maxInside = 5;

/** The cheapest readings of the first runs of a line, those from `from` on; all of it in numbers, for a line may be very long. */
interface Line {
  from: number;
  /** The opener of the pair around the line, or -1: no like pair stands within it, as strong text in strong text. */
  outer: number;
  /** How many runs are read. */
  read: number;
  /** By the number of runs: what they cost, how the last of them is read, how many masks they have. */
  readonly costs: Float64Array;
  readonly steps: Uint8Array;
  readonly counts: Int32Array;
}

/** How a line's last run is read: as `literal`, as a `mask`, or as a closer whose opener is so many runs before. */
const literal = 0;
const mask = 1;
const closer = 8;
/** The closer's end is a mask. */
const splitCloser = 16;
/** The closer closes two at once: added are eight for each run between it and the inner opener. */
const doubleCloser = 64;

/**
 * Linear in the number of runs, since a pair reaches over at most `maxInside` others: what is inside a pair is read once for
 * each opener, and forgotten when the opener is out of reach. Gives up, with infinite cost, where the cost exceeds `limit`.
 */
export function cheapestReading(runs: readonly Run[], costs: Costs, limit = Infinity): Reading {
  const insides: Line[] = [];
  const whole = newLine(0, -1, runs.length);
  while (whole.read < runs.length) {
    step(whole);
    if (whole.read % 16 === 0 && leastOfLast(whole) > limit) return { cost: Infinity, masks: [] };
  }
  const masks: RunMask[] = [];
  collect(whole, runs.length, masks);
  return { cost: whole.costs[runs.length] ?? 0, masks };

  /** Reads one more run of a line. */
  function step(line: Line): void {
    const { from, outer, read } = line;
    const index = from + read;
    const run = runs[index];
    line.read++;
    if (run === undefined) return;
    const previous = line.costs[read] ?? 0;
    let least = previous + (costs.literal[index] ?? 0);
    let kind = literal;
    let found = 0;
    let base = read;
    const offer = (cost: number, count: number, at: number, how: number): void => {
      if (cost > least || (cost === least && count >= found)) return;
      least = cost;
      kind = how;
      found = count;
      base = at;
    };
    offer(previous + (costs.mask[index] ?? Infinity), 1, read, mask);
    if (run.canClose) {
      const length = run.end - run.start;
      // Within a pair, no pair encloses another.
      const first = Math.max(from, index - 1 - (outer < 0 ? maxInside : 0));
      let inner = -1;
      for (let at = index - 1; at >= first; at--) {
        const opener = runs[at];
        if (opener === undefined || !opener.canOpen || opener.character !== run.character) continue;
        if (outer >= 0 && isLike(runs[outer], opener)) continue;
        const before = line.costs[at - from] ?? 0;
        const atLeast = before + (at < index - 1 ? nestingCost : 0);
        if (atLeast > least) continue;
        const emphasis = costs.pair(at, index);
        if (atLeast + emphasis > least) continue;
        const openerLength = opener.end - opener.start;
        const how = index - at;
        if (openerLength === length) {
          const inside = at === index - 1 ? undefined : insideOf(at, index);
          offer(before + (emphasis + costOf(inside, index)), countOf(inside, index), at - from, closer + how);
        } else if (openerLength < length && run.strength === 'strong') {
          const inside = at === index - 1 ? undefined : insideOf(at, index);
          const isUneven = openerLength === 2 && length === 3 && run.start - opener.end > 5;
          const rest = (opener.isAfterPause ? splitCost : splitInClauseCost) + (isUneven ? unevenCost : 0);
          const cost = rest + (costs.mayBeMask ? 0 : (costs.literal[index] ?? 0));
          const count = countOf(inside, index) + (costs.mayBeMask ? 1 : 0);
          offer(before + (emphasis + costOf(inside, index) + cost), count, at - from, splitCloser + how);
        }
        const innerRun = runs[inner];
        const isDouble =
          innerRun !== undefined &&
          !isLike(innerRun, opener) &&
          openerLength + innerRun.end - innerRun.start === length;
        if (isDouble) {
          const between = insideOf(at, inner);
          const rest = lineWithin(inner + 1, at, index);
          const cost = emphasis + costOf(between, inner) + costOf(rest, index);
          const count = countOf(between, inner) + countOf(rest, index);
          offer(before + cost, count, at - from, doubleCloser + (index - inner) * 8 + how);
        }
        if (inner < 0) inner = at;
      }
    }
    line.costs[read + 1] = least;
    line.steps[read + 1] = kind;
    line.counts[read + 1] = (line.counts[base] ?? 0) + found;
  }

  /** What stands between an opener and a later run, read as far as to that run. */
  function insideOf(opener: number, to: number): Line {
    const line = (insides[opener % (maxInside + 3)] ??= newLine(opener + 1, opener, maxInside + 1));
    if (line.outer !== opener) {
      line.outer = opener;
      line.from = opener + 1;
      line.read = 0;
    }
    while (line.from + line.read < to) step(line);
    return line;
  }

  function lineWithin(from: number, outer: number, to: number): Line {
    const line = newLine(from, outer, to - from);
    while (line.from + line.read < to) step(line);
    return line;
  }

  /** The masks of the cheapest reading of a line as far as to a run. */
  function collect(line: Line, to: number, into: RunMask[]): void {
    let index = to;
    while (index > line.from) {
      const how = line.steps[index - line.from] ?? literal;
      const run = runs[--index];
      if (how === literal || run === undefined) continue;
      if (how === mask) {
        into.push({ run, start: run.start });
        continue;
      }
      const closing = index;
      index -= how % 8;
      const opener = runs[index];
      if (how >= doubleCloser) {
        const inner = closing - ((how - doubleCloser) >> 3);
        collect(lineWithin(index + 1, index, inner), inner, into);
        collect(lineWithin(inner + 1, index, closing), closing, into);
      } else {
        collect(lineWithin(index + 1, index, closing), closing, into);
        if (how >= splitCloser && costs.mayBeMask && opener !== undefined)
          into.push({ run, start: run.start + opener.end - opener.start });
      }
    }
  }
}

function newLine(from: number, outer: number, length: number): Line {
  const costs = new Float64Array(length + 1);
  return { from, outer, read: 0, costs, steps: new Uint8Array(length + 1), counts: new Int32Array(length + 1) };
}

/** What it costs that a line stands within a pair, and its own reading as far as to a run. */
function costOf(line: Line | undefined, to: number): number {
  if (line === undefined) return 0;
  const count = to - line.from;
  return count <= 0 ? 0 : nestingCost + nestedMaskCost * (line.counts[count] ?? 0) + (line.costs[count] ?? 0);
}

function countOf(line: Line | undefined, to: number): number {
  return line === undefined || to <= line.from ? 0 : (line.counts[to - line.from] ?? 0);
}

/** No reading of the whole line costs less: each has one of its steps among these. */
function leastOfLast({ costs, read }: Line): number {
  let least = Infinity;
  for (let count = Math.max(0, read - maxInside - 1); count <= read; count++)
    least = Math.min(least, costs[count] ?? 0);
  return least;
}

function isLike(a: Run | undefined, b: Run): boolean {
  return a?.character === b.character && a.end - a.start === b.end - b.start;
}

const splitCost = 0.75;
const splitInClauseCost = 1.5;
/** `**带动就业***人` has a mask of three rather than emphasis and a mask of one. */
const unevenCost = 1.5;
const nestingCost = 0.3;
const nestedMaskCost = 1.85;
