/** Where numbers that should count up from 1 fail to, and what they should be. */

export interface SequenceBreak {
  /** Position in the sequence. */
  readonly index: number;
  readonly expected: number;
}

/**
 * The numbers that skip, repeat or go back. After such a number counting may go on from it or from the highest so far, so that
 * one slip is one break.
 */
export function sequenceBreaks(values: readonly number[]): readonly SequenceBreak[] {
  const breaks: SequenceBreak[] = [];
  let last = 0;
  let highest = 0;
  for (const [index, value] of values.entries()) {
    if (value !== last + 1 && value !== highest + 1) breaks.push({ index, expected: highest + 1 });
    last = value;
    highest = Math.max(highest, value);
  }
  return breaks;
}

/** Whether the finding of a rule at an offset of the report is what its author means. */
export type IsMeant = (offset: number) => boolean;

export const nothingIsMeant: IsMeant = () => false;
