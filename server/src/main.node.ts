/** The language server as a Node process of its own: over IPC with `--node-ipc`, over standard input and output with `--stdio`. */
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { createNodeHost } from './nodeHost';

startServer(createConnection(), { defer: setImmediate, host: createNodeHost });
