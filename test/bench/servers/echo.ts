/**
 * The least that a language server can do: it keeps its documents and answers every change and every request with what a file says,
 * `echo.cjs --stdio|--node-ipc FILE`. What ours takes beyond it is ours; the rest is the protocol and the machine.
 */
import { readFileSync } from 'node:fs';
import { createConnection, TextDocuments, TextDocumentSyncKind, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const file = process.argv.at(-1) ?? '';
interface Lines {
  readonly diagnostics: Diagnostic[];
  /** By method. */
  readonly answers?: Readonly<Record<string, unknown>>;
}
const { diagnostics, answers = {} } = file.endsWith('.json')
  ? (JSON.parse(readFileSync(file, 'utf8')) as Lines)
  : { diagnostics: [] };
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
connection.onRequest((method) => answers[method] ?? null);
documents.listen(connection);
connection.listen();
