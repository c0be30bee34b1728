/**
 * The least that a language server can do: it keeps its documents and answers every change with the diagnostics of a file,
 * `echo.cjs --stdio|--node-ipc FILE`. What ours takes beyond it is ours; the rest is the protocol and the machine.
 */
import { readFileSync } from 'node:fs';
import { createConnection, TextDocuments, TextDocumentSyncKind, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const file = process.argv.at(-1) ?? '';
const diagnostics = file.endsWith('.json') ? (JSON.parse(readFileSync(file, 'utf8')) as Diagnostic[]) : [];
const connection = createConnection();
const documents = new TextDocuments(TextDocument);
let pulls = false;

connection.onInitialize(({ capabilities }) => {
  pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    },
  };
});
documents.onDidChangeContent(({ document: { uri, version } }) => {
  if (!pulls) void connection.sendDiagnostics({ uri, version, diagnostics });
});
connection.languages.diagnostics.on(({ textDocument: { uri } }) => ({
  kind: 'full',
  resultId: String(documents.get(uri)?.version),
  items: diagnostics,
}));
documents.listen(connection);
connection.listen();
