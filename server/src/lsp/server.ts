/** Connects the service to a client: its life cycle, its documents, its settings, and every feature of the registry. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { Cancelled, type Cancel } from '../base/cancel';
import type { PositionEncoding } from '../base/encoding';
import { languageOf, type Language } from '../base/message';
import type { InitializationOptions, WireSettings } from '../protocol';
import {
  createReportService,
  defaultSettings,
  emptyHost,
  toDiagnostics,
  toFileDiagnostics,
  type Feature,
  type FeatureContext,
  type Host,
} from '../service';
import { areValidChanges, encodingOf, toAbilities, toEdit } from './fromLsp';
import { answer } from './guard';
import { clientHost, withDisk } from './host';
import { createPublisher } from './publish';
import { createIndexing } from './indexing';
import { isRecord, readSettings } from './settings';
import { toCapabilities } from './toLsp';

/** What differs between Node, a web worker and the tests. */
export interface Runtime {
  /** Runs a function in the next turn of the event loop. */
  readonly defer: (callback: () => void) => void;
  /** Files on a disk below these folders, for a client that leaves files to the server; none where the runtime has no disk. */
  readonly host?: (folders: readonly string[]) => Host;
  /** In place of the registry's, for tests of the server itself. */
  readonly features?: readonly Feature[];
}

/** Serves one client until it says `exit`. Neither a client's mistake nor a bug in a feature ends it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const log = (line: string): void => connection.console.warn(line);
  const logBug = (method: string, error: unknown): void =>
    connection.console.error(
      `${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  let host: Host = emptyHost;
  const service = createReportService({
    host: { read: (uri) => host.read(uri), list: (pattern) => host.list(pattern) },
    settings: defaultSettings,
    log,
    encoding: () => encoding,
    readsConfiguration: true,
    pause,
    onIndexing: (read, all) => indexing.report(read, all),
    onFiles(files, reports) {
      files.forEach(publishFile);
      reports.forEach(publisher.touch);
      if (reports.length > 0) refreshPulled();
    },
  });
  const indexing = createIndexing(connection, {
    isShown: () => capabilities.window?.workDoneProgress === true,
    say: service.say,
  });
  const features = runtime.features ?? service.features;
  const byMethod = new Map(features.map((feature) => [feature.method, feature]));
  const publisher = createPublisher({ defer: runtime.defer, publish });
  const withDiagnostics = new Set<string>();
  let phase: 'new' | 'running' | 'shut-down' = 'new';
  let capabilities: ClientCapabilities = {};
  let encoding: PositionEncoding = 'utf-16';
  let folders: readonly string[] = [];
  let clientFiles: Host | undefined;
  let initial: unknown;
  let language: Language = 'en';
  let configurations = 0;
  let lastConfiguration: string | undefined;

  const pulls = (): boolean => capabilities.textDocument?.diagnostic !== undefined;
  const guard = { service, ctx, logBug };

  connection.onInitialize((params) => {
    if (phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized.');
    phase = 'running';
    capabilities = params.capabilities;
    encoding = encodingOf(capabilities);
    const options: InitializationOptions & WireSettings = isRecord(params.initializationOptions)
      ? params.initializationOptions
      : {};
    language = languageOf(options.locale ?? params.locale);
    clientFiles = options.files === true ? clientHost(connection, log) : undefined;
    setFolders(foldersOf(params));
    initial = options;
    configure(options);
    return {
      capabilities: toCapabilities(features, { pullsDiagnostics: pulls(), encoding }),
      serverInfo: { name: 'tallymark' },
    };
  });

  connection.onInitialized(() => {
    // The first parse is slow because nothing is compiled yet; better now than at the author's first key.
    runtime.defer(() =>
      heed('warm-up', () => service.read('warm-up.report.md', '# 一、<<a:**>>\n\n会议**次').diagnoses),
    );
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: 'tallymark' });
      registered.catch((error: unknown) => logBug('client/registerCapability', error));
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
      const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      registered.catch((error: unknown) => logBug('client/registerCapability', error));
    }
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        heed('workspace/didChangeWorkspaceFolders', () => {
          const gone = new Set(removed.map(({ uri }) => uri));
          setFolders([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
          service.foldersChanged();
          void reconfigure(undefined);
        }),
      );
    }
    service.start().catch((error: unknown) => logBug('start', error));
    void reconfigure(undefined);
  });

  connection.onDidChangeWatchedFiles(({ changes }) =>
    heed('workspace/didChangeWatchedFiles', () => changes.forEach(({ uri }) => service.fileChanged(uri))),
  );

  connection.onDidChangeConfiguration(({ settings }: { readonly settings?: unknown }) => {
    const ours: unknown = isRecord(settings) && 'tallymark' in settings ? settings['tallymark'] : settings;
    void reconfigure(ours);
  });

  connection.onShutdown(() => {
    phase = 'shut-down';
  });

  connection.onDidOpenTextDocument(({ textDocument }) =>
    heed('textDocument/didOpen', () => {
      const { uri, version, languageId, text } = textDocument;
      if (typeof uri !== 'string' || typeof text !== 'string') return log('textDocument/didOpen: no URI or no text');
      service.open({ uri, version, languageId, text });
      publisher.touch(uri);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    heed('textDocument/didChange', () => {
      if (!areValidChanges(contentChanges)) return log(`textDocument/didChange ${textDocument.uri}: malformed changes`);
      service.change(textDocument.uri, textDocument.version, contentChanges.map(toEdit));
      publisher.touch(textDocument.uri);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument }) =>
    heed('textDocument/didClose', () => {
      service.close(textDocument.uri);
      publisher.touch(textDocument.uri);
    }),
  );

  connection.onRequest((method, params, token) => {
    if (phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
    if (phase === 'shut-down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
    const feature = byMethod.get(method);
    if (feature === undefined) throw new ResponseError(ErrorCodes.MethodNotFound, `Unknown request ${method}.`);
    return answer(guard, feature, params, token);
  });

  connection.listen();

  function ctx(token: CancellationToken): FeatureContext {
    const { templates, say, index, workspaceFiles: files, settingsFor, isIgnored } = service;
    const client = toAbilities(capabilities);
    return { client, templates, language, say, index, files, settingsFor, isIgnored, cancel: cancelOf(token) };
  }

  function pause(): Promise<void> {
    return new Promise(runtime.defer);
  }

  /** A message that cancels arrives only while the work pauses. */
  function cancelOf(token: CancellationToken): Cancel {
    return {
      async pause() {
        await pause();
        if (token.isCancellationRequested) throw new Cancelled();
      },
      async until(event) {
        await Promise.race([event, new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()))]);
        if (token.isCancellationRequested) throw new Cancelled();
      },
    };
  }

  /** Runs what a notification asks for. Outside the running phase the protocol has it dropped; a bug must not be lost. */
  function heed(what: string, action: () => unknown): void {
    if (phase !== 'running') return;
    try {
      action();
    } catch (error) {
      logBug(what, error);
    }
  }

  function publish(uri: string): void {
    if (pulls()) return;
    heed('textDocument/publishDiagnostics', () => {
      const snapshot = service.snapshot(uri);
      const isChecked = snapshot?.isReport === true && !service.isIgnored(uri);
      const diagnostics = isChecked ? toDiagnostics(snapshot, service) : [];
      // Documents that are no reports are left alone, unless something of ours is still shown in them.
      if (diagnostics.length === 0 && !withDiagnostics.delete(uri)) return;
      if (diagnostics.length > 0) withDiagnostics.add(uri);
      const version = snapshot === undefined ? {} : { version: snapshot.version };
      void connection.sendDiagnostics({ uri, ...version, diagnostics });
    });
  }

  /** Asks the client for the settings where it answers such questions; otherwise takes those that it has sent, if any. */
  async function reconfigure(sent: unknown): Promise<void> {
    const turn = ++configurations;
    try {
      const asks = capabilities.workspace?.configuration === true;
      const scopes = [undefined, ...folders].map((scopeUri) => ({
        section: 'tallymark',
        ...(scopeUri === undefined ? {} : { scopeUri }),
      }));
      const values: readonly unknown[] = asks ? await connection.workspace.getConfiguration(scopes) : [sent];
      // A later question may have been answered first.
      // A client that has no such settings says null; then those hold with which it began.
      const general = values[0] === null ? initial : values[0];
      if (turn === configurations && general !== undefined) configure(general, values.slice(1));
    } catch (error) {
      logBug('workspace/configuration', error);
    }
    publisher.release();
  }

  /** `own` are the settings of the folders, in their order. */
  function configure(general: unknown, own: readonly unknown[] = []): void {
    const [settings = defaultSettings, ...ofFolders] = [general, ...own].map((value) => {
      const read = readSettings(value, language);
      read.faults.forEach(log);
      return read.settings;
    });
    const byFolder = new Map(ofFolders.map((each, index) => [folders[index] ?? '', each]));
    const configuration = JSON.stringify([settings, ...byFolder].map(plain));
    if (configuration === lastConfiguration) return;
    lastConfiguration = configuration;
    service.configure(settings, byFolder);
    service.openUris().forEach(publisher.touch);
    refreshPulled();
  }

  function setFolders(uris: readonly string[]): void {
    folders = uris;
    const disk = runtime.host?.(folders);
    host = clientFiles === undefined ? (disk ?? emptyHost) : withDisk(clientFiles, disk);
  }

  function refreshPulled(): void {
    if (service.openUris().length === 0) return;
    for (const kind of ['inlayHint', 'codeLens', 'semanticTokens'] as const) {
      if (capabilities.workspace?.[kind]?.refreshSupport !== true) continue;
      const what = `workspace/${kind}/refresh`;
      connection.sendRequest(what).catch((error: unknown) => logBug(what, error));
    }
    if (pulls() && capabilities.workspace?.diagnostics?.refreshSupport === true) {
      connection.languages.diagnostics.refresh().catch((error: unknown) => logBug('diagnostic/refresh', error));
    }
  }

  /** Faults of templates and data files are pushed to every client: no editor asks for them. */
  function publishFile(uri: string): void {
    heed('textDocument/publishDiagnostics', () => {
      const file = service.problemsOf(uri);
      const diagnostics = file === undefined ? [] : toFileDiagnostics(file, service);
      if (diagnostics.length === 0 && !withDiagnostics.delete(uri)) return;
      if (diagnostics.length > 0) withDiagnostics.add(uri);
      void connection.sendDiagnostics({ uri, diagnostics });
    });
  }
}

/** Templates, and whatever a report may be bound to. */
const watchedFiles = ['**/*.{yaml,yml,csv,tsv,xlsx,xlsm,md}', '**/*.phrases.txt'];

/** For comparison: a map as a list. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(plain);
  return isRecord(value) ? Object.entries(value).map(([key, each]) => [key, plain(each)]) : value;
}

function foldersOf({
  workspaceFolders,
  rootUri,
}: InitializeParams & { readonly rootUri?: string | null }): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folders.length > 0 || rootUri === undefined || rootUri === null ? folders : [rootUri];
}
