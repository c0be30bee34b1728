/** Columns as a client counts them, where it does not count UTF-16 units as everything here does. */
import type { LineIndex } from './lineIndex';

/** The unit of columns: LSP's `PositionEncodingKind`. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

/** The same lines with columns in `encoding`. `sliceOf` gives the text between two offsets. A column inside a character is its start. */
export function encodeLines(
  lines: LineIndex,
  encoding: PositionEncoding,
  sliceOf: (start: number, end: number) => string,
): LineIndex {
  if (encoding === 'utf-16') return lines;
  const startOf = (line: number): number => lines.offsetAt({ line, character: 0 });
  return {
    lineCount: lines.lineCount,
    positionAt(offset) {
      const { line, character } = lines.positionAt(offset);
      const start = startOf(line);
      return { line, character: columnsIn(sliceOf(start, start + character), encoding) };
    },
    offsetAt({ line, character }) {
      const start = startOf(line);
      const end = lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
      if (line < 0 || line >= lines.lineCount || character <= 0) return start;
      let left = character;
      let at = start;
      for (const each of sliceOf(start, end)) {
        left -= widthOf(each, encoding);
        if (left < 0) break;
        at += each.length;
      }
      return at;
    },
  };
}

/** How many columns a text without line endings takes. */
export function columnsIn(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return text.length;
  let columns = 0;
  for (const each of text) columns += widthOf(each, encoding);
  return columns;
}

/** A lone surrogate is counted as the replacement character that stands for it on the wire. */
function widthOf(character: string, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
