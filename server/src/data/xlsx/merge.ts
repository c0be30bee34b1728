/** Merged ranges: what their first cell holds, all their cells hold. */
import type { TableCell } from '../table';
import { maxColumns, parseReference } from './reference';

/** Fills the cells in place, in rows that hold anything. False where that would take too long. */
export function fillMerges(rows: (TableCell[] | undefined)[], ranges: readonly string[]): boolean {
  let steps = 0;
  for (const range of ranges) {
    const [from, to] = range.split(':').map(parseReference);
    const first = from === undefined ? undefined : rows[from.row]?.[from.column];
    if (from === undefined || to === undefined || first === undefined) continue;
    const lastColumn = Math.min(to.column, maxColumns - 1);
    for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row++) {
      const cells = rows[row];
      if (++steps > maxSteps) return false;
      if (cells === undefined) continue;
      steps += Math.max(0, lastColumn - from.column);
      for (let column = from.column; column <= lastColumn; column++) cells[column] = first;
    }
  }
  return true;
}

const maxSteps = 2_000_000;
