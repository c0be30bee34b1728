/** A client that talks to the server over streams in memory, as an editor does over a pipe. */
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import {
  findFilesRequest,
  readFileRequest,
  type FindFilesParams,
  type ReadFileParams,
} from '../../server/src/protocol';
import { startServer } from '../../server/src/lsp/server';
import type { Feature } from '../../server/src/service';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The client's settings under `tallymark`, those of a folder where one is named, where it answers `workspace/configuration`. */
  readonly settings?: (folder?: string) => unknown;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Files by URI, where the client answers for them. */
  readonly files?: ReadonlyMap<string, string>;
  readonly features?: readonly Feature[];
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly logged: string[];
  /** Everything that was pushed, in order. */
  readonly published: PublishDiagnosticsParams[];
  initialize(): Promise<InitializeResult>;
  request<Result>(method: string, params?: unknown): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Resolves with the next push for the document for which `isExpected` holds; looks at earlier ones too. */
  pushed(uri: string, isExpected: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  /** Resolves when the server has handled everything that was sent before. */
  settle(): Promise<void>;
}

export const reportUri = 'file:///reports/june.report.md';

export const pushing: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true } },
  },
};

export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: { ...pushing.textDocument, diagnostic: {} },
};

export function connect(options: ClientOptions = {}): Client {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, {
    defer: setImmediate,
    ...(options.features === undefined ? {} : { features: options.features }),
  });

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const initializationOptions = options.files === undefined ? options.initializationOptions : { files: true };
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const check of [...waiting]) check();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null),
  );
  connection.onRequest(readFileRequest, ({ uri }: ReadFileParams) => {
    const text = options.files?.get(uri);
    return text === undefined ? null : Buffer.from(text).toString('base64');
  });
  connection.onRequest(findFilesRequest, ({ pattern }: FindFilesParams) =>
    [...(options.files?.keys() ?? [])].filter((uri) => uri.endsWith(pattern.slice(pattern.lastIndexOf('*') + 1))),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();

  return {
    connection,
    published,
    logged,
    async initialize() {
      const result = await connection.sendRequest<InitializeResult>('initialize', {
        processId: null,
        rootUri: null,
        workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
        capabilities: options.capabilities ?? pushing,
        ...(initializationOptions === undefined ? {} : { initializationOptions }),
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    request: (method, params) =>
      params === undefined ? connection.sendRequest(method) : connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    open: (uri, text, languageId = 'tallymark') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    pushed(uri, isExpected) {
      return new Promise((resolve) => {
        const check = (): void => {
          const found = published.find((params) => params.uri === uri && isExpected(params));
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      });
    },
    async settle() {
      // The push follows the batch within two turns; a few answered requests take more than that.
      for (let round = 0; round < 5; round++) await connection.sendRequest('tallymark/templates');
    },
  };
}

/** The code with which a request is refused. */
export async function refusalOf(request: Promise<unknown>): Promise<number> {
  try {
    await request;
  } catch (error) {
    return (error as { code: number }).code;
  }
  throw new Error('The request was not refused.');
}
