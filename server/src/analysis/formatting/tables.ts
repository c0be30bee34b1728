/** Tables with their columns under one another. */
import { trimChange } from '../../base/changes';
import type { TextChange } from '../../base/problem';
import type { Span } from '../../base/span';
import { widthOf } from '../../base/width';
import { treeOf } from '../../syntax/tree';
import type { Block } from '../../syntax/types';

/**
 * The changes of spaces around cells, and of dashes in the row below the header, that set the columns of tables under one another.
 * Wide characters count two columns. What is ragged, has no pipes at its edges, or stands in a list or a quotation is left as it is,
 * and so is a table that would be wider than anybody reads.
 */
export function tableChanges(block: Block, isWanted: (span: Span) => boolean): readonly TextChange[] {
  if (block.form !== 'markdown' || !block.text.includes('|')) return [];
  return treeOf(block).children.flatMap((node): readonly TextChange[] => {
    if (node.type !== 'table') return [];
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    const grid = isWanted(span) ? gridOf(block.text, node) : undefined;
    return grid === undefined ? [] : align(block.text, grid, node.align ?? []);
  });
}

type Table = Extract<ReturnType<typeof treeOf>['children'][number], { readonly type: 'table' }>;
type TableRow = Table['children'][number];

/** A cell with the spaces on its two sides. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly content: Span;
  readonly width: number;
}

interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly delimiters: readonly Cell[];
}

const widest = 200;
/** `---`, or `:-:`. */
const narrowest = 3;

function gridOf(text: string, table: Table): Grid | undefined {
  const [header] = table.children;
  const delimiterLine = header && lineAfter(text, header.position?.end.offset ?? 0);
  const delimiters = delimiterLine && cellsOfDelimiter(text, delimiterLine);
  const rows = table.children.map((row) => cellsOf(text, row));
  if (header === undefined || delimiters === undefined) return undefined;
  const columns = header.children.length;
  const indent = indentAt(text, header.position?.start.offset ?? 0);
  const isEven =
    delimiters.length === columns &&
    indentAt(text, (delimiters[0]?.start ?? 0) - 1) === indent &&
    table.children.every((row) => indentAt(text, row.position?.start.offset ?? 0) === indent);
  const whole = rows.filter((row) => row?.length === columns).filter((row) => row !== undefined);
  return isEven && whole.length === rows.length ? { rows: whole, delimiters } : undefined;
}

/** The cells of a row between pipes; undefined where one is missing, or not surely one. */
function cellsOf(text: string, { children }: TableRow): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const [index, { position }] of children.entries()) {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    const next = index + 1 < children.length ? end : start + trimEnd(text.slice(start, end)).length - 1;
    if (text[start] !== '|' || text[next] !== '|' || next <= start || text[next - 1] === '\\') return undefined;
    const own = cell(text, start + 1, next);
    if (/[\t\v\f]/.test(text.slice(own.content.start, own.content.end))) return undefined;
    cells.push(own);
  }
  return cells;
}

function cellsOfDelimiter(text: string, { start, end }: Span): readonly Cell[] | undefined {
  const line = text.slice(start, end);
  const written = line.trim();
  if (written.length < 2 || !written.startsWith('|') || !written.endsWith('|')) return undefined;
  const cells: Cell[] = [];
  let from = start + line.indexOf('|') + 1;
  for (let pipe = text.indexOf('|', from); pipe >= 0 && pipe < end; pipe = text.indexOf('|', from)) {
    cells.push(cell(text, from, pipe));
    from = pipe + 1;
  }
  return cells;
}

function cell(text: string, start: number, end: number): Cell {
  const written = text.slice(start, end);
  const seen = written.replace(/^[ \t]+/, '');
  const from = seen === '' ? start : end - seen.length;
  const content = { start: from, end: from + trimEnd(seen).length };
  return { start, end, content, width: widthOf(text.slice(content.start, content.end)) };
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}

function align(text: string, { rows, delimiters }: Grid, alignment: Table['align']): readonly TextChange[] {
  const widths = delimiters.map((_, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.width ?? 0), narrowest),
  );
  if (widths.reduce((sum, width) => sum + width + narrowest, 1) > widest) return [];
  const [header = [], ...body] = rows;
  const contents = (row: readonly Cell[]): readonly TextChange[] =>
    row.flatMap((each, column) => {
      const free = (widths[column] ?? 0) - each.width;
      const side = alignment?.[column];
      const left = side === 'right' ? free : side === 'center' ? free >> 1 : 0;
      return padded(text, each, 1 + left, 1 + free - left);
    });
  const dashes = delimiters.flatMap((each, column) => [
    ...padded(text, each, 1, 1),
    ...ruled(text, each, widths[column] ?? narrowest),
  ]);
  return [header, delimiters, ...body]
    .flatMap((row) => (row === delimiters ? dashes : contents(row)))
    .sort((a, b) => a.span.start - b.span.start);
}

/** So many spaces before and behind the content. */
function padded(text: string, { start, end, content }: Cell, before: number, after: number): readonly TextChange[] {
  if (content.start === content.end) return spaced(text, { start, end }, before + after);
  return [...spaced(text, { start, end: content.start }, before), ...spaced(text, { start: content.end, end }, after)];
}

function spaced(text: string, span: Span, count: number): readonly TextChange[] {
  return toList(trimChange(text, { span, newText: ' '.repeat(count) }));
}

/** The row below the header: colons stay, dashes fill the column. */
function ruled(text: string, { content, width }: Cell, wanted: number): readonly TextChange[] {
  if (width === wanted) return [];
  const written = text.slice(content.start, content.end);
  const colons = (written.match(/:/g) ?? []).length;
  const start = content.start + (written.startsWith(':') ? 1 : 0);
  const dashes = { start, end: start + width - colons };
  return toList(trimChange(text, { span: dashes, newText: '-'.repeat(wanted - colons) }));
}

function lineAfter(text: string, offset: number): Span | undefined {
  const match = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(offset, text.length));
  if (match === null) return undefined;
  const start = offset + match[0].length;
  const length = /^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { start, end: start + length };
}

/** What stands before an offset in its line. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return offset === 0 ? '' : text.slice(start, offset);
}

function toList(change: TextChange | undefined): readonly TextChange[] {
  return change === undefined ? [] : [change];
}
