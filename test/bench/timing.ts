/** Times competitors in turn, A B A B, so that whatever else the machine does falls on all alike; medians and p95. */
export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

export interface Contender {
  readonly name: string;
  /** Does the work once. `turn` counts the calls, so that a contender can do something else each time. */
  run(turn: number): unknown;
}

export interface Limits {
  readonly rounds: number;
  /** Milliseconds after which a contender is sampled no more; it is sampled once in any case. */
  readonly budget: number;
}

/** Samples each contender once a round after a warm-up; short work is repeated within a sample, which then holds the mean. */
export async function race(
  contenders: readonly Contender[],
  { rounds, budget }: Limits,
): Promise<ReadonlyMap<string, Summary>> {
  const lanes = [];
  for (const { name, run } of contenders) {
    const lane: Lane = { name, run, turn: 0, repeats: 1, spent: 0, samples: [] };
    const first = await sample(lane);
    lane.spent = first;
    if (first > budget / 4) lane.samples.push(first);
    else {
      // Long enough for the compiler to have seen it, and for the clock to see a sample.
      for (const end = performance.now() + Math.min(budget / 10, 300); performance.now() < end;) await sample(lane);
      lane.repeats = Math.max(1, Math.ceil(shortestSample / (await sample(lane))));
    }
    lanes.push(lane);
  }
  for (let round = 0; round < rounds; round++) {
    for (const lane of lanes) {
      if (lane.spent > budget) continue;
      const time = await sample(lane);
      lane.spent += time * lane.repeats;
      lane.samples.push(time);
    }
  }
  return new Map(lanes.map(({ name, samples }) => [name, summarise(samples)]));
}

/** A sample shorter than this, in milliseconds, would measure the clock. */
const shortestSample = 2;

interface Lane extends Contender {
  turn: number;
  repeats: number;
  spent: number;
  readonly samples: number[];
}

async function sample(lane: Lane): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < lane.repeats; count++) {
    const result = lane.run(lane.turn++);
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / lane.repeats;
}

export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), samples: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * Remembers how long a contender took at growing sizes and says how long the next would take; without two sizes to judge by it
 * supposes a little more than linear growth.
 */
export function createForecast(): {
  note(name: string, size: number, time: number): void;
  expected(name: string, size: number): number;
} {
  const known = new Map<string, { size: number; time: number }[]>();
  return {
    note: (name, size, time) => void known.set(name, [...(known.get(name) ?? []), { size, time }]),
    expected(name, size) {
      const [before, last] = (known.get(name) ?? []).slice(-2);
      if (before === undefined) return 0;
      if (last === undefined) return before.time * (size / before.size) ** 1.2;
      const exponent = Math.max(1, Math.log(last.time / before.time) / Math.log(last.size / before.size));
      return last.time * (size / last.size) ** exponent;
    },
  };
}
