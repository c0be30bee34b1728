/** One document open in one server: a keystroke goes out, and the time until its diagnostics are here comes back. */
import { pathToFileURL } from 'node:url';
import { startProcess, type Message, type Wire } from './process';

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

export interface Contender {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  readonly transport: 'stdio' | 'ipc';
  readonly diagnostics: 'push' | 'pull';
  /** A server that wants the whole text with every change gets it. */
  readonly sync: 'incremental' | 'full';
  readonly languageId: string;
  readonly initializationOptions?: unknown;
  /** Sent as its settings after `initialized`. */
  readonly settings?: unknown;
  /** What an editor would answer to the server's own requests, beyond the common ones. */
  readonly answer?: (method: string, text: () => string) => unknown;
}

export interface Answer {
  /** Milliseconds from the writing of the change to the arrival of the diagnostics. */
  readonly time: number;
  readonly diagnostics: readonly object[];
}

export interface Reply {
  /** Milliseconds from the writing of the request to the arrival of its answer. */
  readonly time: number;
  readonly result: unknown;
}

export interface Session {
  readonly contender: Contender;
  readonly pid: number;
  /** From asking for the process to the answer to `initialize`. */
  readonly initializeTime: number;
  open(text: string): Promise<Answer>;
  /** `text` is the text after the change. */
  type(change: Change, text: () => string): Promise<Answer>;
  /** Sends all changes at once; resolves with the time from the last one to its diagnostics. */
  burst(changes: readonly Change[], text: () => string): Promise<Answer>;
  /** Asks anything, about the document where the parameters name no other. */
  ask(method: string, params: object): Promise<Reply>;
  notify(method: string, params: object): void;
  /** How many pushes came for one version beyond the first, so far. */
  extraPushes(): number;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: { readonly message: Message; readonly at: number }) => void;
  readonly reject: (reason: Error) => void;
}

export async function startSession(contender: Contender, folder: string, patience: number): Promise<Session> {
  const uri = pathToFileURL(`${folder}/bench.report.md`).href;
  const requests = new Map<number | string, Waiting>();
  let push: (Waiting & { readonly version: number }) | undefined;
  let lastId = 0;
  let version = 0;
  let pushedVersion = 0;
  let extras = 0;
  let resultId: string | undefined;
  let currentText: () => string = () => '';
  let failure: Error | undefined;

  const wire: Wire = startProcess({
    command: contender.command,
    transport: contender.transport,
    cwd: folder,
    receive(message, at) {
      if (message.method === undefined) {
        requests.get(message.id ?? '')?.resolve({ message, at });
      } else if (message.id !== undefined) {
        const result = contender.answer?.(message.method, currentText) ?? commonAnswer(message);
        wire.send({ jsonrpc: '2.0', id: message.id, result });
      } else if (message.method === 'textDocument/publishDiagnostics') {
        const params = message.params as { readonly uri: string; readonly version?: number };
        if (params.uri !== uri) return;
        if (params.version === pushedVersion) extras++;
        pushedVersion = params.version ?? version;
        if (push !== undefined && pushedVersion >= push.version) push.resolve({ message, at });
      }
    },
    lost(reason) {
      failure = reason;
      for (const { reject } of requests.values()) reject(reason);
      push?.reject(reason);
    },
  });

  const arrival = async (
    place: (waiting: Waiting) => void,
    what: string,
  ): Promise<{ readonly message: Message; readonly at: number }> => {
    if (failure !== undefined) throw failure;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer to ${what} within ${patience / 1000} s`)), patience);
        place({ resolve, reject });
      });
    } finally {
      clearTimeout(timer);
    }
  };
  const request = async (
    method: string,
    params: unknown,
  ): Promise<{ readonly message: Message; readonly at: number; readonly sentAt: number }> => {
    const id = ++lastId;
    const encoded = wire.encode({ jsonrpc: '2.0', id, method, params });
    try {
      const answer = arrival((waiting) => requests.set(id, waiting), method);
      const sentAt = performance.now();
      wire.sendEncoded(encoded);
      const { message, at } = await answer;
      if (message.error !== undefined) throw new Error(`${method}: ${message.error.message}`);
      return { message, at, sentAt };
    } finally {
      requests.delete(id);
    }
  };
  const notify = (method: string, params: unknown): void => wire.send({ jsonrpc: '2.0', method, params });

  /** Sends notifications that change the document, and waits for the diagnostics of the last one. */
  const exchange = async (notifications: readonly object[], what: string): Promise<Answer> => {
    const encoded = notifications.map((notification) => wire.encode({ jsonrpc: '2.0', ...notification }));
    const sendAll = (): number => {
      for (const one of encoded.slice(0, -1)) wire.sendEncoded(one);
      const start = performance.now();
      for (const one of encoded.slice(-1)) wire.sendEncoded(one);
      return start;
    };
    if (contender.diagnostics === 'pull') {
      const start = sendAll();
      const previous = resultId === undefined ? {} : { previousResultId: resultId };
      const { message, at } = await request('textDocument/diagnostic', { textDocument: { uri }, ...previous });
      const result = message.result as { readonly resultId?: string; readonly items?: readonly object[] };
      resultId = result.resultId;
      return { time: at - start, diagnostics: result.items ?? [] };
    }
    const pushed = arrival((waiting) => (push = { ...waiting, version }), what);
    const start = sendAll();
    const { message, at } = await pushed;
    push = undefined;
    return {
      time: at - start,
      diagnostics: (message.params as { readonly diagnostics: readonly object[] }).diagnostics,
    };
  };
  const changed = (change: Change, text: () => string): object => ({
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri, version: ++version },
      contentChanges: contender.sync === 'full' ? [{ text: text() }] : [change],
    },
  });

  try {
    const { at } = await request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: capabilitiesOf(contender),
      initializationOptions: contender.initializationOptions,
    });
    notify('initialized', {});
    if (contender.settings !== undefined) notify('workspace/didChangeConfiguration', { settings: contender.settings });
    return {
      contender,
      pid: wire.pid,
      initializeTime: at - wire.startedAt,
      open(text) {
        currentText = () => text;
        const { languageId } = contender;
        const params = { textDocument: { uri, languageId, version: ++version, text } };
        return exchange([{ method: 'textDocument/didOpen', params }], 'opening');
      },
      type(change, text) {
        currentText = text;
        return exchange([changed(change, text)], 'a keystroke');
      },
      burst(changes, text) {
        currentText = text;
        return exchange(
          changes.map((change) => changed(change, text)),
          'a burst',
        );
      },
      async ask(method, params) {
        const { message, at, sentAt } = await request(method, { textDocument: { uri }, ...params });
        return { time: at - sentAt, result: message.result };
      },
      notify,
      extraPushes: () => extras,
      stop: () => wire.kill(),
    };
  } catch (error) {
    await wire.kill();
    throw error;
  }
}

function capabilitiesOf({ diagnostics }: Contender): object {
  return {
    workspace: { workspaceEdit: { documentChanges: true } },
    textDocument: {
      completion: { completionItem: { snippetSupport: true } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ['markdown'] },
      publishDiagnostics: { versionSupport: true },
      ...(diagnostics === 'pull' ? { diagnostic: { dynamicRegistration: true } } : {}),
    },
  };
}

function commonAnswer({ method, params }: Message): unknown {
  if (method !== 'workspace/configuration') return null;
  return (params as { readonly items: readonly unknown[] }).items.map(() => null);
}
