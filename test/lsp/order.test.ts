/** Requests that overtake each other, that nobody wants any more, and that an edit overtakes. */
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import { defineFeature, type FeatureContext } from '../../server/src/features/feature';
import { features } from '../../server/src/features/registry';
import type { BlanksResult } from '../../server/src/protocol';
import { connect, pushing, refusalOf, reportUri, type Client } from './client';
import { paramsFor, reportText } from './samples';

const textDocument = { uri: reportUri };
const position = { line: 4, character: 7 };
const blanks = (client: Client): Promise<BlanksResult> => client.request('tallymark/blanks', { uri: reportUri });

describe('requests', () => {
  it('are answered as they are done, not as they were sent', async () => {
    const waits = new Map<number, () => void>();
    const client = await opened([
      defineFeature<{ position: { line: number } }, number | null>({
        method: 'textDocument/hover',
        capability: {},
        onBug: 'empty',
        empty: () => null,
        handle: (_snapshot, asked) =>
          new Promise((resolve) => waits.set(asked.position.line, () => resolve(asked.position.line))),
      }),
    ]);
    const done: number[] = [];
    const ask = async (line: number): Promise<unknown> => {
      const answer = await client.request('textDocument/hover', { textDocument, position: { line, character: 0 } });
      done.push(line);
      return answer;
    };
    const all = [0, 1, 2].map(ask);
    await client.settle();
    for (const line of [2, 0, 1]) {
      waits.get(line)?.();
      await client.settle();
    }
    expect(await Promise.all(all)).toEqual([0, 1, 2]);
    expect(done).toEqual([2, 0, 1]);
  });

  it('that take long end soon after they are cancelled, and are no bugs', async () => {
    let rounds = 0;
    const client = await opened([
      defineFeature({
        method: 'textDocument/references',
        capability: {},
        onBug: 'error',
        empty: () => [],
        async handle(_snapshot, _params, { cancel }: FeatureContext) {
          for (;;) {
            rounds++;
            await cancel.pause();
          }
        },
      }),
    ]);
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest('textDocument/references', { textDocument, position }, source.token);
    const refusal = refusalOf(request);
    await client.settle();
    source.cancel();
    expect(await refusal).toBe(LSPErrorCodes.RequestCancelled);
    const before = rounds;
    await client.settle();
    expect(rounds).toBe(before);
    expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it.each(features)('$method is answered or cancelled where it is cancelled at once', async ({ method }) => {
    const client = await opened();
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest(method, paramsFor(method), source.token);
    source.cancel();
    const code = await request.then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    // A request to resolve an item gets none here, and may be refused for that first.
    // What they are about may be gone by then.
    const refusals = /\/(?:resolve|fillBlank|fillQuestion)$/.test(method) ? [-32602] : [];
    expect([0, LSPErrorCodes.RequestCancelled, ...refusals]).toContain(code);
    expect((await blanks(client)).version).toBe(1);
  });

  it('cancelling what is answered or was never asked changes nothing', async () => {
    const client = await opened();
    const source = new CancellationTokenSource();
    await client.connection.sendRequest('textDocument/hover', { textDocument, position }, source.token);
    source.cancel();
    for (const id of [0, 4711, 'unknown', null]) await client.notify('$/cancelRequest', { id });
    expect((await blanks(client)).blanks).toHaveLength(1);
  });

  it.each(features)('$method is right or out of date where an edit overtakes it', async ({ method }) => {
    const client = await opened();
    const request = client.request(method, paramsFor(method)).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    const start = { line: 0, character: 0 };
    await client.notify('textDocument/didChange', {
      textDocument: { uri: reportUri, version: 2 },
      contentChanges: [{ range: { start, end: { line: 99, character: 0 } }, text: '空' }],
    });
    // What they are about may be gone by then.
    const refusals = /\/(?:resolve|fillBlank|fillQuestion)$/.test(method) ? [-32602] : [];
    expect([0, LSPErrorCodes.ContentModified, ...refusals]).toContain(await request);
    expect(await blanks(client)).toMatchObject({ version: 2, blanks: [] });
    expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('between two edits see the text as it is between them', async () => {
    const client = await opened();
    const insert = (version: number, text: string): Promise<void> =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: reportUri, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      });
    const counts: Promise<BlanksResult>[] = [];
    for (const version of [2, 3, 4]) {
      void insert(version, '，走访**次');
      counts.push(blanks(client));
    }
    expect((await Promise.all(counts)).map(({ version, blanks: found }) => [version, found.length])).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });
});

describe('documents', () => {
  it('a change with an old version is applied all the same: the client knows its text', async () => {
    const client = await opened();
    for (const version of [7, 3, 3]) {
      await client.notify('textDocument/didChange', {
        textDocument: { uri: reportUri, version },
        contentChanges: [{ range: { start: position, end: position }, text: '，走访**次' }],
      });
    }
    expect(await blanks(client)).toMatchObject({ version: 3, blanks: { length: 4 } });
  });

  it('a second opening replaces the first, and is logged', async () => {
    const client = await opened();
    await client.open(reportUri, '# 总结\n\n会议**次，走访**家。\n');
    expect((await blanks(client)).blanks).toHaveLength(2);
    expect(client.logged.join()).toContain('already-open');
    await client.notify('textDocument/didClose', { textDocument });
    expect((await blanks(client)).isReport).toBe(false);
  });

  it('is another one after it was closed and opened again', async () => {
    const client = await opened();
    await client.notify('textDocument/didClose', { textDocument });
    await client.open(reportUri, '# 总结\n\n全年<<sessions:3>>次。\n');
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 2, character: 5 },
    });
    expect(JSON.stringify(hover)).toContain('3');
    expect((await blanks(client)).version).toBe(1);
  });
});

/** With the features of the registry, some of them replaced. */
async function opened(replacing: readonly (typeof features)[number][] = []): Promise<Client> {
  const others = features.filter(({ method }) => !replacing.some((each) => each.method === method));
  const client = connect({ capabilities: pushing, features: [...replacing, ...others] });
  await client.initialize();
  await client.open(reportUri, reportText);
  return client;
}
