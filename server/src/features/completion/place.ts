/** Where completion is asked for. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../../workspace/snapshot';
import { toTextEdit } from '../convert';

export interface Place {
  readonly snapshot: Snapshot;
  readonly offset: number;
  /** The line up to the place. */
  readonly before: string;
  /** The line from the place on, without its ending. */
  readonly after: string;
}

/** Replaces the `back` characters before the place and the `ahead` characters after it. */
export function replaceAround({ snapshot, offset }: Place, back: number, ahead: number, newText: string): TextEdit {
  return toTextEdit(snapshot, { span: { start: offset - back, end: offset + ahead }, newText });
}

/** Text of a snippet that inserts `text` as it stands. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
