/** The names of cells. */

/** Columns that are read; a table of figures has a tenth of that. */
export const maxColumns = 256;

/** The row and column of `B7`, from 0; undefined where it is no such name. */
export function parseReference(
  name: string | undefined,
): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name ?? '') ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Math.max(0, Number(digits) - 1), column: column - 1 };
}

/** `B7` of a row and a column, from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
