/** The line in which Enter left the cursor, and those around it. */
import type { LineFact } from '../../report/facts';
import { blocksAt, lineAt, type PlacedText } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';

export type Parse = Snapshot['parse'];

/** The line before one, or after it; undefined at the ends of the text. */
export function lineBeside(parse: Parse, { start }: PlacedText, step: 1 | -1): PlacedText | undefined {
  const line = parse.lines.positionAt(start).line + step;
  if (line < 0 || line >= parse.lines.lineCount) return undefined;
  return lineAt(parse, parse.lines.offsetAt({ line, character: 0 }));
}

/** What the report knows of the line as prose; undefined for headings, code, front matter and blank lines. */
export function proseIn(parse: Parse, { text, start }: PlacedText): LineFact | undefined {
  const end = start + text.length;
  for (const { facts, start: by } of blocksAt(parse, { start, end })) {
    const found = facts.lines.find(({ span }) => start <= span.start + by && span.start + by <= end);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isBlank(line: PlacedText | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
