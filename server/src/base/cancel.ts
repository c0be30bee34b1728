/** Long work that somebody may no longer want. */

export interface Cancel {
  /** Lets others have their turn. Rejects with `Cancelled` once nobody wants the work. */
  pause(): Promise<void>;
  /** Waits for what may never come. Rejects with `Cancelled` once nobody wants the work. */
  until(event: Promise<void>): Promise<void>;
}

/** Why work ended before its time. No fault of anyone. */
export class Cancelled extends Error {}

/** Work that always goes on to its end. */
export const notCancelled: Cancel = { pause: () => Promise.resolve(), until: (event) => event };
