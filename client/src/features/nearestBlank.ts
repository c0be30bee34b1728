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

/** The first blank that the place has not left behind, round the end of the report. */
export function blankFrom(blanks: readonly WireBlank[], { start }: WireRange): WireBlank | undefined {
  return blanks.find(({ range }) => compare(range.end, start) >= 0) ?? blanks[0];
}

/** The first blank that starts behind the start of another, filled or not, round the end of the report. */
export function blankAfter(blanks: readonly WireBlank[], { start }: WireRange): WireBlank | undefined {
  return blanks.find(({ range }) => compare(range.start, start) > 0) ?? blanks[0];
}

function compare(a: WireRange['start'], b: WireRange['start']): number {
  return a.line - b.line || a.character - b.character;
}
