/** Asks the server about a document, and applies its edits to exactly the version that they were made for. */
import { Range, l10n, type TextDocument, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentEdits, DocumentParams, WireEdit, WireRange } from '../../server/src/protocol';

/** An answer that holds for one version of a document. */
export interface Versioned {
  readonly version: number;
}

/** One answer, for whatever version the server has seen. */
export function ask<Answer>(
  client: BaseLanguageClient,
  method: string,
  document: TextDocument,
  more: object = {},
): Promise<Answer> {
  const params: DocumentParams = { ...more, uri: client.code2ProtocolConverter.asUri(document.uri) };
  return client.sendRequest<Answer>(method, params);
}

/**
 * An answer for the document as it is now. Asks a second time where the author typed meanwhile; rejects where that was not enough,
 * since edits and places of an older version would hit the wrong text.
 */
export async function askCurrent<Answer extends Versioned>(
  client: BaseLanguageClient,
  method: string,
  document: TextDocument,
  more: object = {},
): Promise<Answer> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const answer = await ask<Answer>(client, method, document, more);
      if (answer.version === document.version) return answer;
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
  }
  throw new Error(l10n.t('The report changed while the command ran; run it again.'));
}

/** Whether a request failed only because the document changed under it; asking again will do. */
export function isOutdated(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return code === contentModified || code === serverCancelled;
}

// Written out because the client's shared code must not load the protocol package, which differs by platform.
const contentModified = -32801;
const serverCancelled = -32802;

/** Applies all edits as one undo step, or none of them: the editor refuses them if its text has moved on. */
export async function applyEdits(editor: TextEditor, edits: readonly WireEdit[]): Promise<void> {
  const isApplied = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
  if (!isApplied) throw new Error(l10n.t('The report changed while the command ran; run it again.'));
}

/** Asks for the edits of a request and applies them; gives how many there were. */
export async function applyAnswer(client: BaseLanguageClient, method: string, editor: TextEditor): Promise<number> {
  const { edits } = await askCurrent<DocumentEdits>(client, method, editor.document);
  if (edits.length > 0) await applyEdits(editor, edits);
  return edits.length;
}

export function toRange({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
