/** How wide a text is where every character takes one or two columns, as in an editor. */

/** East Asian wide characters and emoji take two columns, what stands over or joins other characters none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300) width += 1;
    else if (!/\p{Mn}|\p{Me}|\p{Cf}|[\ufe00-\ufe0f]/u.test(character)) width += isWide(code) ? 2 : 1;
  }
  return width;
}

/** Curly quotes, dashes, `×` and `□` are as wide as the font has them; editors that set Latin text show them narrow. */
function isWide(code: number): boolean {
  return wideRanges.some(([first, last]) => first <= code && code <= last);
}

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];
