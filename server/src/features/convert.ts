/** Between offsets, of which the lower layers speak, and the lines and columns of LSP. The only place that does so for features. */
import type { MarkupContent, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../base/problem';
import type { Span } from '../base/span';
import type { Snapshot } from '../workspace/snapshot';
import type { ClientAbilities } from './feature';

export function toRange(snapshot: Snapshot, { start, end }: Span): Range {
  return { start: snapshot.lines.positionAt(start), end: snapshot.lines.positionAt(end) };
}

/** The offset of a position; a place outside the text is moved to its nearest end. */
export function toOffset(snapshot: Snapshot, position: Position): number {
  return snapshot.lines.offsetAt(position);
}

export function toSpan(snapshot: Snapshot, range: Range): Span {
  return { start: toOffset(snapshot, range.start), end: toOffset(snapshot, range.end) };
}

export function toTextEdit(snapshot: Snapshot, { span, newText }: TextChange): TextEdit {
  return { range: toRange(snapshot, span), newText };
}

/** Edits of this version of the document; a client that knows versions refuses them for any other. */
export function toWorkspaceEdit(
  snapshot: Snapshot,
  changes: readonly TextChange[],
  client: ClientAbilities,
): WorkspaceEdit {
  const edits = changes.map((change) => toTextEdit(snapshot, change));
  if (!client.versionedEdits) return { changes: { [snapshot.uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits }] };
}

/** Markdown for a person; its plain characters where the client shows no Markdown. */
export function toMarkup(lines: readonly string[], client: ClientAbilities): MarkupContent {
  const value = lines.join('\n\n');
  if (client.markdown) return { kind: 'markdown', value };
  return { kind: 'plaintext', value: value.replace(/\*\*|\\(?=[^\w\s])/g, '') };
}

/** A text from a report or a template so that Markdown shows it as it stands. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');
}
