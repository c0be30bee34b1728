/** Finds the blank before or after a place in a report. */
import type { WireBlank, WireRange } from '../../../server/src/protocol';

/** The first blank from the selection on, round the end of the report; a blank that is selected already is left. */
export function nextBlank(blanks: readonly WireBlank[], selection: WireRange): WireBlank | undefined {
  const following = blanks.find(({ range }) => {
    const order = compare(range.start, selection.start);
    return order > 0 || (order === 0 && compare(range.end, selection.end) !== 0);
  });
  return following ?? blanks[0];
}

/** The last blank before the selection, round the start of the report. */
export function previousBlank(blanks: readonly WireBlank[], selection: WireRange): WireBlank | undefined {
  const preceding = blanks.filter(({ range }) => compare(range.start, selection.start) < 0);
  return preceding.at(-1) ?? blanks.at(-1);
}

function compare(a: WireRange['start'], b: WireRange['start']): number {
  return a.line - b.line || a.character - b.character;
}
