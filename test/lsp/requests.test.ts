/** Every request: rightly asked it is answered, wrongly asked it is refused, and neither is ever a bug. */
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { features } from '../../server/src/features/registry';
import { connect, refusalOf, reportUri, type Client } from './client';
import { anyParams, paramsFor, place, reportText, resolving } from './samples';

const methods = features.map(({ method }) => method);

/** Where the items come from that these requests resolve. */
const sources: Readonly<Record<string, readonly [method: string, params: unknown]>> = {
  'completionItem/resolve': ['textDocument/completion', { ...anyParams, position: { line: 8, character: 2 } }],
  'codeLens/resolve': ['textDocument/codeLens', anyParams],
  'codeAction/resolve': ['textDocument/codeAction', anyParams],
  'documentLink/resolve': ['textDocument/documentLink', anyParams],
  'inlayHint/resolve': ['textDocument/inlayHint', anyParams],
  'workspaceSymbol/resolve': ['workspace/symbol', anyParams],
};

describe('every request', () => {
  it.each(methods)('%s is answered', async (method) => {
    const client = await opened();
    await client.request(method, await sampleOf(client, method));
    await client.settle();
    expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  const aboutDocuments = features.filter(({ kind }) => kind === 'document');
  it.each(aboutDocuments)('$method is refused without a document or with a place that is none', async ({ method }) => {
    const client = await opened();
    const malformed = [undefined, null, 7, 'x', [1], {}, { textDocument: 1 }, { textDocument: {} }, { uri: 5 }];
    const misplaced = [
      { ...place, position: 'start' },
      { ...place, position: { line: -1, character: 0 } },
      { ...place, position: { line: 0.5, character: 0 } },
      { ...place, range: {} },
      { ...place, range: { start: place.position } },
    ];
    for (const bad of [...malformed, ...misplaced]) {
      expect(await refusalOf(client.request(method, bad)), JSON.stringify(bad)).toBe(ErrorCodes.InvalidParams);
    }
    expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it.each(methods)('%s with what only looks right is answered or refused, and is no bug', async (method) => {
    const client = await opened();
    for (const odd of [undefined, null, [], {}, { ...place, uri: reportUri }, strange]) {
      const code = await client.request(method, odd).then(
        () => 0,
        (error: { code: number }) => error.code,
      );
      expect([0, ErrorCodes.InvalidParams], `${method} ${JSON.stringify(odd)}`).toContain(code);
    }
    await client.settle();
    expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it.each(aboutDocuments)(
    '$method about a document that nobody opened is answered empty or refused',
    async (feature) => {
      const client = await opened();
      const uri = 'file:///reports/unknown.report.md';
      const request = client.request(feature.method, { ...anyParams, uri, textDocument: { uri } });
      if (feature.kind !== 'document' || feature.onBug === 'error') {
        expect(await refusalOf(request)).toBe(ErrorCodes.InvalidParams);
      } else expect(await request).toEqual(feature.empty(undefined));
    },
  );
});

/** Right in its places, and of the wrong type in everything else. */
const strange = {
  ...place,
  uri: reportUri,
  range: anyParams.range,
  positions: [place.position],
  context: 7,
  options: null,
  ch: 5,
  newName: 5,
  query: 5,
  previousResultId: 5,
  previousResultIds: 'x',
  files: [null, { oldUri: 3 }],
  uris: 'x',
  template: [],
  title: {},
  period: null,
};

async function opened(): Promise<Client> {
  const client = connect({ capabilities: resolving });
  await client.initialize();
  await client.open(reportUri, reportText);
  return client;
}

async function sampleOf(client: Client, method: string): Promise<unknown> {
  const source = sources[method];
  if (source === undefined) return paramsFor(method);
  const [item] = await client.request<unknown[]>(...source);
  expect(item, `${source[0]} gives something to resolve`).toBeDefined();
  return item;
}
