/** Between offsets, of which the lower layers speak, and the lines and columns of LSP. The only place that does so for features. */
import type { MarkupContent, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Message } from '../base/message';
import type { TextChange } from '../base/problem';
import type { Span } from '../base/span';
import type { Snapshot } from '../workspace/snapshot';
import type { ClientAbilities, FeatureContext } from './feature';

/** Of a file in which nothing else is meant. */
export const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whatever has lines. */
type Lined = Pick<Snapshot, 'lines'>;

export function toRange({ lines }: Lined, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The offset of a position; a place outside the text is moved to its nearest end. */
export function toOffset({ lines }: Lined, position: Position): number {
  return lines.offsetAt(position);
}

export function toSpan(file: Lined, range: Range): Span {
  return { start: toOffset(file, range.start), end: toOffset(file, range.end) };
}

export function toTextEdit(file: Lined, { span, newText }: TextChange): TextEdit {
  return { range: toRange(file, span), newText };
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

/** One edit in any file of the workspace. */
export interface FileEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

/**
 * Edits in several files, each for the version that is open. Where the client can, those elsewhere than `here` are shown before they
 * are made, unless `here` is undefined.
 */
export function workspaceEdit(
  edits: readonly FileEdit[],
  { here, label }: { readonly here: string | undefined; readonly label: Message },
  { client, files, say }: FeatureContext,
): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, ...edit } of edits) {
    const own = byFile.get(uri);
    if (own === undefined) byFile.set(uri, [edit]);
    else own.push(edit);
  }
  if (!client.versionedEdits) return { changes: Object.fromEntries(byFile) };
  const annotationId = 'elsewhere';
  const isShown = client.annotatedEdits && here !== undefined && [...byFile.keys()].some((uri) => uri !== here);
  const documentChanges = [...byFile].map(([uri, own]) => ({
    textDocument: { uri, version: files.versionOf(uri) ?? null },
    edits: isShown && uri !== here ? own.map((edit) => ({ ...edit, annotationId })) : own,
  }));
  if (!isShown) return { documentChanges };
  return { documentChanges, changeAnnotations: { [annotationId]: { label: say(label), needsConfirmation: true } } };
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
