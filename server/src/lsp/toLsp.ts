/** What the service can do, in the terms of the client. */
import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { PositionEncoding } from '../base/encoding';
import type { Feature } from '../service';
import { isRecord } from './settings';

/** Folders may come and go. */
const workspace = { workspaceFolders: { supported: true, changeNotifications: true } };

/** The capabilities of all features and those of the connection itself. Diagnostics are offered only to a client that pulls them. */
export function toCapabilities(
  features: readonly Feature[],
  { pullsDiagnostics, encoding }: { readonly pullsDiagnostics: boolean; readonly encoding: PositionEncoding },
): ServerCapabilities {
  const merged: Record<string, unknown> = {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  };
  for (const { capability } of features) Object.assign(merged, capability);
  merged['workspace'] = { ...workspace, ...(isRecord(merged['workspace']) ? merged['workspace'] : {}) };
  if (!pullsDiagnostics) delete merged['diagnosticProvider'];
  return merged;
}
