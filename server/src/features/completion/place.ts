/** Where completion is asked for. */
import type { TextEdit } from 'vscode-languageserver-types';
import { lineAt, type PlacedText } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';
import { toRange } from '../convert';

export interface Place {
  readonly snapshot: Snapshot;
  readonly offset: number;
  /** The line up to the place. */
  readonly before: string;
  /** The line from the place on, without its ending. */
  readonly after: string;
  /** Whether the lists were not opened by a character that opens them, but by a person's wish or by a word being typed. */
  readonly isAsked: boolean;
}

export function placeAt(snapshot: Snapshot, offset: number, isAsked: boolean): Place {
  const { text, start }: PlacedText = lineAt(snapshot.parse, offset);
  const column = Math.min(offset - start, text.length);
  return { snapshot, offset: start + column, before: text.slice(0, column), after: text.slice(column), isAsked };
}

/** The offset at which the line begins. */
export function lineStart({ offset, before }: Place): number {
  return offset - before.length;
}

/** Edits that replace the `back` characters before the place and the `ahead` characters after it. */
export function replacing({ snapshot, offset }: Place, back: number, ahead: number): (newText: string) => TextEdit {
  // Worked out once for a long list.
  const range = toRange(snapshot, { start: offset - back, end: offset + ahead });
  return (newText) => ({ range, newText });
}

/** A list that keeps its order in the editor; `group` goes before the place in the list. */
export function sortKey(group: number, index: number): string {
  return `${group}${String(index).padStart(5, '0')}`;
}

/** The end of a line in this document, judged by its beginning. */
export function eolOf({ snapshot: { parse } }: Place): string {
  const end = parse.lines.offsetAt({ line: 0, character: Number.MAX_SAFE_INTEGER });
  return parse.lines.positionAt(end + 2).line === 1 && parse.lines.offsetAt({ line: 1, character: 0 }) === end + 2
    ? '\r\n'
    : '\n';
}

/** Kinds of item by the names that LSP gives them. */
export const kinds = {
  module: 9,
  property: 10,
  unit: 11,
  value: 12,
  keyword: 14,
  snippet: 15,
  text: 1,
  file: 17,
  reference: 18,
  member: 20,
  struct: 22,
} as const;
