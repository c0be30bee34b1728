/** Finds out which blocks of a page changed, so that only those are replaced. */

/** Blocks that stay at the start and at the end; all between them were removed, added or changed. */
export interface BlockDiff {
  readonly start: number;
  readonly end: number;
}

/** Compares two lists of blocks by content. A single edit changes one stretch, so this is as small as it gets for typing. */
export function diffBlocks(before: readonly string[], after: readonly string[]): BlockDiff {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end };
}
