/** The language server as a web worker. It needs no start signal: messages sent before it has loaded wait for it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

// The connection hands out its messages by `setTimeout`, so a turn of its queue is the same here.
startServer(connection, { defer: (callback) => setTimeout(callback, 0) });
