/** Reads the tables of a Markdown text. */
export function hasMarkdownTable(text: string): boolean {
  return /^\s*\|.*\|\s*$/m.test(text);
}

/** The cells of every table. Tables are parted by lines that are no rows. */
export function markdownRows(text: string): readonly (readonly string[][])[] {
  const tables: string[][][] = [];
  let isInside = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const inner = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
    if (inner === undefined) isInside = false;
    else {
      if (!isInside) tables.push([]);
      isInside = true;
      const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\([!-/:-@[-`{-~])/g, '$1'));
      if (!cells.every((cell) => /^:?-{2,}:?$/.test(cell))) tables.at(-1)?.push(cells);
    }
  }
  return tables;
}
