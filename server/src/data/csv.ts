/** Reads figures from text in columns, parted by commas, semicolons or tabs. */
import Papa from 'papaparse';
import type { Message } from '../base/message';
import { span } from '../base/span';
import { createCollector } from './collector';
import { namedColumns } from './header';
import { missingHeader, readTable } from './table';
import type { TableCell, TableRow } from './table';
import type { Figures } from './types';

/** The separator is the one by which some row of the first thirty names most columns. */
export function readCsv(uri: string, text: string): Figures {
  const collector = createCollector(uri, text);
  const source = { uri, text, separator: separatorOf(text), newline: newlineOf(text) };
  const rows: TableRow[] = [];
  const report = (start: number, message: Message): void =>
    collector.report({ kind: 'text', uri, span: span(start, lineEnd(text, start)) }, message);
  eachRow(source, ({ cells, start, error, isWhole }) => {
    // Of a row with a quote out of place nobody knows where its cells end.
    if (error !== undefined) report(Math.max(start, start + error.offset), quoteFault(error.code));
    else if (isWhole) rows.push(locate(cells, start, source));
    else report(start, tooLong);
  });
  if (!readTable(rows, collector)) {
    const missing = missingHeader(rows);
    if (missing !== undefined) collector.report(missing.place, missing.message);
  }
  return collector.finish();
}

interface Source {
  readonly uri: string;
  readonly text: string;
  readonly separator: string;
  readonly newline: '\n' | '\r';
}

interface Row {
  readonly cells: readonly string[];
  readonly start: number;
  /** The first quote out of place, from the row's start. */
  readonly error: { readonly code: string; readonly offset: number } | undefined;
  /** False where the row is longer than what is read at once, and the rest of the text with it unread. */
  readonly isWhole: boolean;
}

const separators = [',', ';', '\t'] as const;

function separatorOf(whole: string): string {
  const text = whole.slice(0, 50_000);
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    let score = 0;
    Papa.parse<string[]>(text, {
      delimiter: separator,
      newline: newlineOf(whole),
      preview: 30,
      step: ({ data }) => (score = Math.max(score, namedColumns(data).size)),
    });
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** A carriage return before the line feed is left to the last cell, whose text is trimmed. */
function newlineOf(text: string): '\n' | '\r' {
  return text.includes('\n') ? '\n' : '\r';
}

/** After a quote out of place the parser takes all that follows for one cell and lists fault after fault: it gets so much at once. */
const pieceLength = 1_000_000;

function eachRow({ text, separator, newline }: Source, see: (row: Row) => void): void {
  for (let from = 0; from < text.length;) {
    const piece = text.slice(from, from + pieceLength);
    const isLast = from + pieceLength >= text.length;
    let start = from;
    let last: Row = { cells: [], start, error: undefined, isWhole: true };
    Papa.parse<string[]>(piece, {
      delimiter: separator,
      newline,
      step({ data, errors: [error], meta }) {
        const isBlank = error === undefined && data.length === 1 && data[0] === '';
        if (start > from && last.cells.length > 0) see(last);
        const offset = from + (error?.index ?? 0) - 1 - start;
        last = { cells: isBlank ? [] : data, start, error: error && { code: error.code, offset }, isWhole: true };
        start = from + meta.cursor;
      },
    });
    // The last row of a piece may go on in the next, and is read again with it.
    if (isLast) return see(last);
    if (last.start === from) return see({ ...last, isWhole: false });
    from = last.start;
  }
}

/** The parser gives no places of cells, but a cell is as long as what it holds, and its quotes. */
function locate(row: readonly string[], start: number, source: Source): TableRow {
  let offset = start;
  return row.map((value) => {
    const end = cellEnd(value, offset, source);
    const cell = cellAt(value, offset, end, source);
    offset = end + 1;
    return cell;
  });
}

function cellEnd(value: string, start: number, { text, separator, newline }: Source): number {
  let end = start + value.length;
  if (text.charAt(start) === '"') {
    end += value.split('"').length + 1;
    // Spaces between the closing quote and the separator belong to no value.
    while (/\s/.test(text.charAt(end)) && text.charAt(end) !== separator && text.charAt(end) !== newline) end++;
  }
  return Math.min(end, text.length);
}

function cellAt(value: string, start: number, end: number, { uri, text }: Source): TableCell {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  const place = span(from, Math.max(from, start + written.trimEnd().length));
  return { text: value.trim(), place: { kind: 'text', uri, span: place } };
}

function lineEnd(text: string, start: number): number {
  const found = text.slice(start, start + 1000).search(/[\r\n]/);
  return found < 0 ? Math.min(text.length, start + 1000) : start + found;
}

function quoteFault(code: string): Message {
  return code === 'MissingQuotes' ? openQuote : strayQuote;
}

const openQuote: Message = {
  en: 'This double quote is never closed, and all that follows is read as one cell; close it or write it twice.',
  zh: '这个英文双引号没有配对，其后内容都被当作一格，请补上或写成两个。',
};

const strayQuote: Message = {
  en: 'Text follows a closing double quote; write double quotes within a cell twice.',
  zh: '英文双引号之后还有文字，单元格内的双引号请写成两个。',
};

const tooLong: Message = {
  en: `This row is longer than ${pieceLength / 1_000_000} million characters, and the file is not read on from here; break it up.`,
  zh: `这一行超过 ${pieceLength / 10_000} 万字，从此处起未读取，请分行。`,
};
