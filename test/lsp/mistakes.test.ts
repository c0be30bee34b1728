/** What becomes of a client's mistakes and of the server's own. */
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineFeature, defineWorkspaceFeature } from '../../server/src/features/feature';
import { features } from '../../server/src/features/registry';
import type { BlanksResult } from '../../server/src/protocol';
import { answer } from '../../server/src/lsp/guard';
import { createReportService, defaultSettings, emptyHost, type Feature } from '../../server/src/service';
import { connect, refusalOf, reportUri } from './client';

const textDocument = { uri: reportUri };
const position = { line: 0, character: 0 };
const text = '# 总结\n\n召开会议**次。\n';

describe('life cycle', () => {
  afterEach(() => vi.restoreAllMocks());

  it('refuses requests before it is initialized', async () => {
    const client = connect();
    expect(await refusalOf(client.request('textDocument/hover', { textDocument, position }))).toBe(
      ErrorCodes.ServerNotInitialized,
    );
    expect((await client.initialize()).serverInfo?.name).toBe('tallymark');
  });

  it('drops documents that are opened before it is initialized', async () => {
    const client = connect();
    await client.open(reportUri, text);
    await client.initialize();
    expect((await client.request<BlanksResult>('tallymark/blanks', textDocument)).isReport).toBe(false);
  });

  it('refuses a second initialization and requests after shutdown, and ends when told to', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
    const client = connect();
    await client.initialize();
    expect(await refusalOf(client.request('initialize', { processId: null, rootUri: null, capabilities: {} }))).toBe(
      ErrorCodes.InvalidRequest,
    );
    await client.request('shutdown');
    expect(await refusalOf(client.request('tallymark/templates'))).toBe(ErrorCodes.InvalidRequest);
    await client.notify('exit', undefined);
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  });
});

describe("a client's mistakes", () => {
  it('a document that is not open has no hover, but tagging it is refused', async () => {
    const client = connect();
    await client.initialize();
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(
      await client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position } }),
    ).toEqual([]);
    expect(await refusalOf(client.request('tallymark/tagMasks', { uri: reportUri }))).toBe(ErrorCodes.InvalidParams);
  });

  it.each([
    ['no parameters', undefined],
    ['a list of parameters', [1, 2]],
    ['no document', { position }],
    ['a document that is a number', { textDocument: { uri: 5 }, position }],
    ['a place that is a word', { textDocument, position: 'start' }],
    ['a place with a negative line', { textDocument, position: { line: -1, character: 0 } }],
    ['half a range', { textDocument, range: { start: position } }],
  ])('%s is refused', async (_name, params) => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, text);
    expect(await refusalOf(client.request('textDocument/hover', params))).toBe(ErrorCodes.InvalidParams);
  });

  it('an unknown request is refused', async () => {
    const client = connect();
    await client.initialize();
    expect(await refusalOf(client.request('textDocument/brew', {}))).toBe(ErrorCodes.MethodNotFound);
  });

  it('an unknown template is refused by its name', async () => {
    const client = connect({ initializationOptions: { locale: 'zh-CN' } });
    await client.initialize();
    const request = client.request('tallymark/newReport', { template: 'diary', title: '', period: '' });
    await expect(request).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: expect.stringContaining('没有名为“diary”的模板'),
    });
  });

  it('a place beyond the text is its end', async () => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, '# 总结\n');
    const far = { line: 999, character: 999 };
    await client.notify('textDocument/didChange', {
      textDocument: { uri: reportUri, version: 2 },
      contentChanges: [{ range: { start: far, end: far }, text: '\n会议**次。\n' }],
    });
    const { blanks, version } = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    expect(version).toBe(2);
    expect(blanks.map(({ range }) => range.start)).toEqual([{ line: 2, character: 2 }]);
    expect(await client.request('textDocument/hover', { textDocument, position: far })).toBeNull();
  });

  it('a whole new text replaces the old, and changes of one message build on each other', async () => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, text);
    const start = { line: 0, character: 0 };
    await client.notify('textDocument/didChange', {
      textDocument: { uri: reportUri, version: 2 },
      contentChanges: [
        { text: '次。' },
        { range: { start, end: start }, text: '**' },
        { range: { start, end: start }, text: '会议' },
      ],
    });
    const { blanks } = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    expect(blanks.map(({ label }) => label)).toEqual(['会议**次']);
  });

  it.each([
    [
      'a change of a document that is not open',
      'textDocument/didChange',
      { textDocument: { uri: 'file:///x.report.md', version: 2 }, contentChanges: [] },
    ],
    [
      'a malformed change',
      'textDocument/didChange',
      { textDocument: { uri: reportUri, version: 2 }, contentChanges: [{ range: 7, text: '' }] },
    ],
    ['closing what is not open', 'textDocument/didClose', { textDocument: { uri: 'file:///x.report.md' } }],
    ['opening nothing', 'textDocument/didOpen', { textDocument: { uri: reportUri } }],
    ['a notification without a document', 'textDocument/didChange', {}],
  ])('%s is logged and changes nothing', async (_name, method, params) => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, text);
    await client.notify(method, params);
    const { version, blanks } = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    expect([version, blanks.length]).toEqual([1, 1]);
    expect(client.logged.join().toLowerCase()).toContain(method.split('/did')[1]?.toLowerCase());
  });
});

describe("the server's own", () => {
  const crash = (): never => {
    throw new Error('boom');
  };
  const crashing: readonly Feature[] = [
    defineFeature({ method: 'textDocument/hover', capability: {}, onBug: 'empty', empty: () => null, handle: crash }),
    defineFeature({ method: 'tallymark/tagMasks', capability: {}, onBug: 'error', empty: () => null, handle: crash }),
    defineWorkspaceFeature({ method: 'tallymark/newReport', capability: {}, handle: crash }),
    ...features.filter(({ method }) => /blanks|templates/.test(method)),
  ];

  it('a bug is logged by the name of its request, answered as fits, and ends nothing', async () => {
    const client = connect({ features: crashing });
    await client.initialize();
    await client.open(reportUri, text);
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await refusalOf(client.request('tallymark/tagMasks', { uri: reportUri }))).toBe(ErrorCodes.InternalError);
    const report = { template: 'notice', title: '通知', period: '2024' };
    expect(await refusalOf(client.request('tallymark/newReport', report))).toBe(ErrorCodes.InternalError);
    expect((await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri })).isReport).toBe(true);
    expect(client.logged.filter((line) => line.includes('boom'))).toEqual([
      expect.stringContaining('textDocument/hover failed'),
      expect.stringContaining('tallymark/tagMasks failed'),
      expect.stringContaining('tallymark/newReport failed'),
    ]);
  });

  it('an answer that comes too late is refused as such', async () => {
    let finish = (): void => undefined;
    const slow = defineFeature({
      method: 'textDocument/hover',
      capability: {},
      onBug: 'empty',
      empty: () => null,
      handle: () => new Promise<null>((resolve) => (finish = () => resolve(null))),
    });
    const client = connect({ features: [slow, ...features.filter(({ method }) => /blanks|templates/.test(method))] });
    await client.initialize();
    await client.open(reportUri, text);

    const stale = refusalOf(client.request('textDocument/hover', { textDocument, position }));
    await client.notify('textDocument/didChange', {
      textDocument: { uri: reportUri, version: 2 },
      contentChanges: [{ text: '' }],
    });
    await client.settle();
    finish();
    expect(await stale).toBe(LSPErrorCodes.ContentModified);

    const source = new CancellationTokenSource();
    const cancelled = refusalOf(
      client.connection.sendRequest('textDocument/hover', { textDocument, position }, source.token),
    );
    await client.settle();
    source.cancel();
    await client.settle();
    finish();
    expect(await cancelled).toBe(LSPErrorCodes.RequestCancelled);
  });

  it('a request that was cancelled while it waited is not begun', async () => {
    const service = createReportService({ host: emptyHost, settings: defaultSettings, log: crash });
    const never = defineFeature({
      method: 'textDocument/hover',
      capability: {},
      onBug: 'empty',
      empty: () => null,
      handle: crash,
    });
    const guard = { service, ctx: crash, logBug: crash };
    const source = new CancellationTokenSource();
    source.cancel();
    expect(await refusalOf(answer(guard, never, { textDocument, position }, source.token))).toBe(
      LSPErrorCodes.RequestCancelled,
    );
  });
});
