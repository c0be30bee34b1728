/** The server runs in a web worker: no Node built-in is needed to bundle it, and no page to run it. */
import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

describe('the worker', () => {
  it('answers and pushes without Node and without a page', async () => {
    const { outputFiles } = await build({
      entryPoints: ['server/src/main.browser.ts'],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      // Without this condition a dependency asks for `document`, which a worker has not.
      conditions: ['worker'],
      mainFields: ['browser', 'module', 'main'],
      loader: { '.yaml': 'text', '.txt': 'text' },
      logLevel: 'silent',
    });
    const worker = startWorker(outputFiles[0]?.text ?? '');
    worker.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const answer = await worker.received((message) => message.id === 1);
    expect(answer.result).toMatchObject({ serverInfo: { name: 'tallymark' } });

    worker.send({ method: 'initialized', params: {} });
    const textDocument = {
      uri: 'file:///june.report.md',
      languageId: 'tallymark',
      version: 1,
      text: '召开会议**次。\n',
    };
    worker.send({ method: 'textDocument/didOpen', params: { textDocument } });
    const push = await worker.received((message) => message.method === 'textDocument/publishDiagnostics');
    const { diagnostics } = push.params as PublishDiagnosticsParams;
    expect(diagnostics.map(({ code }) => code)).toContain('untagged-mask');
  });
});

interface TestWorker {
  send(message: Message): void;
  received(isExpected: (message: Message) => boolean): Promise<Message>;
}

/** What a worker's global scope has, and nothing more. */
function startWorker(script: string): TestWorker {
  const all: Message[] = [];
  const waiting = new Set<() => void>();
  const self = {
    onmessage: undefined as ((event: { data: unknown }) => void) | undefined,
    addEventListener: () => undefined,
    postMessage(message: unknown) {
      all.push(JSON.parse(JSON.stringify(message)) as Message);
      for (const check of [...waiting]) check();
    },
  };
  runInNewContext(script, {
    self,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    TextEncoder,
    TextDecoder,
  });
  return {
    send: (message) => self.onmessage?.({ data: { jsonrpc: '2.0', ...message } }),
    received: (isExpected) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = all.find(isExpected);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
  };
}
