/** What the client says, in the terms of the service. */
import type { ClientCapabilities, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { PositionEncoding } from '../base/encoding';
import type { ClientAbilities, Edit } from '../service';
import { isRecord } from './settings';

/** A change of a part or of the whole text. A place beyond the text is its end. */
export function toEdit(change: TextDocumentContentChangeEvent): Edit {
  return (lines) => {
    if (!('range' in change)) return { span: { start: 0, end: Number.MAX_SAFE_INTEGER }, newText: change.text };
    const span = { start: lines.offsetAt(change.range.start), end: lines.offsetAt(change.range.end) };
    return { span, newText: change.text };
  };
}

/** The first of the client's units for columns that is known here; UTF-16 where it names none. */
export function encodingOf({ general }: ClientCapabilities): PositionEncoding {
  const known: readonly string[] = ['utf-16', 'utf-8', 'utf-32'] satisfies PositionEncoding[];
  const isKnown = (encoding: string): encoding is PositionEncoding => known.includes(encoding);
  return general?.positionEncodings?.find(isKnown) ?? 'utf-16';
}

export function toAbilities(capabilities: ClientCapabilities): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    lineFolding: textDocument?.foldingRange?.lineFoldingOnly === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
  };
}

/**
 * The document that the parameters of a request name: in LSP's way, in that of our own requests, or, where something is resolved that
 * was given before, in the `data` that was given with it.
 */
export function uriOf(params: unknown): string | undefined {
  if (!isRecord(params)) return undefined;
  const { textDocument, uri, data } = params;
  const named = isRecord(textDocument) ? textDocument['uri'] : (uri ?? (isRecord(data) ? data['uri'] : undefined));
  return typeof named === 'string' ? named : undefined;
}

/** Whether the places that the parameters name are well formed. They may lie outside the text. */
export function hasValidPlaces(params: unknown): boolean {
  if (!isRecord(params)) return false;
  const { position, positions, range } = params;
  if (position !== undefined && !isPosition(position)) return false;
  if (positions !== undefined && !(Array.isArray(positions) && positions.every(isPosition))) return false;
  return range === undefined || (isRecord(range) && isPosition(range['start']) && isPosition(range['end']));
}

/** Whether every change is well formed, so that applying them cannot fail. */
export function areValidChanges(changes: unknown): changes is readonly TextDocumentContentChangeEvent[] {
  return (
    Array.isArray(changes) &&
    changes.every((change: unknown) => isRecord(change) && typeof change['text'] === 'string' && hasValidPlaces(change))
  );
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value['line']) && isCount(value['character']);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
