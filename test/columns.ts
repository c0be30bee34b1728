/** Columns of a line as an editor shows it, where wide East Asian characters take two. */

/** The UTF-16 offset of a column; undefined inside a wide character or beyond the line's end. */
export function offsetAtColumn(line: string, column: number): number | undefined {
  let at = 0;
  let offset = 0;
  for (const character of line) {
    if (at >= column) break;
    at += widthOf(character, at);
    offset += character.length;
  }
  return at === column ? offset : undefined;
}

/** How many columns a line takes. */
export function widthOfLine(line: string): number {
  let at = 0;
  for (const character of line) at += widthOf(character, at);
  return at;
}

const tabSize = 4;

function widthOf(character: string, column: number): number {
  if (character === '\t') return tabSize - (column % tabSize);
  if (/\p{Mn}|\p{Me}|[\u200b-\u200d\ufe0f]/u.test(character)) return 0;
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

/** Curly quotes, dashes and `×` have no width of their own; editors show them narrow. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xd7af && code !== 0x303f) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
