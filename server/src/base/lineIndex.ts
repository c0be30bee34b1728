/** Lines and columns of a text, for the edges that speak of them (LSP, terminal output, YAML). */

/** Zero-based line and UTF-16 column, as in LSP. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): LineColumn;
  /** The offset of a position; a column beyond its line's end is the line's end, a line beyond the text the text's end. */
  offsetAt(position: LineColumn): number;
}

/** Lines end at LF, CR or CR LF, as in LSP and CommonMark. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const startOf = (line: number): number => starts[line] ?? text.length;
  const contentEnd = (line: number): number => {
    let end = startOf(line + 1);
    if (line + 1 >= starts.length) return end;
    if (text.charCodeAt(end - 1) === 10) end--;
    if (end > startOf(line) && text.charCodeAt(end - 1) === 13) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - startOf(low) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(0, character), contentEnd(line));
    },
  };
}
