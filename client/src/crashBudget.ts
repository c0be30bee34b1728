/** Decides whether a server that ended by itself is worth starting again. */

export interface CrashBudget {
  /** Notes an end at `now` (milliseconds) and tells whether the server may be started again. */
  spend(now: number): boolean;
}

/** Allows `limit` ends within `window` milliseconds: a rare crash is repaired in silence, a server that cannot live is given up. */
export function crashBudget(limit: number, window: number): CrashBudget {
  let ends: readonly number[] = [];
  return {
    spend(now) {
      ends = [...ends.filter((end) => now - end < window), now];
      return ends.length <= limit;
    },
  };
}
