/** Tokens, hints and lenses over the wire: differences, columns in bytes, and what the settings say. */
import { describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import { connect, reportUri, type Client } from './client';

const textDocument = { uri: reportUri };
const text = '---\nreport: annual-summary\n---\n\n# 总结\n\n## 一、工作\n\n完成任务<<tasks:12>>；会议**次。\n';
const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

describe('semantic tokens', () => {
  it('are all given first, and then what an edit changes', async () => {
    const client = await opened({});
    const first = await full(client);
    await edit(client, 2, '全年');
    const second = await delta(client, first.resultId);
    expect(first.data.length % 5).toBe(0);
    expect(second).toMatchObject({ edits: [{ deleteCount: 1, data: [6] }] });
    expect(await delta(client, second.resultId)).toMatchObject({ edits: [] });
  });

  it('are given from an earlier answer on where the client has dropped one', async () => {
    const client = await opened({});
    const { resultId } = await full(client);
    await edit(client, 2, '全年');
    await delta(client, resultId);
    await edit(client, 3, '我局');
    expect(await delta(client, resultId)).toMatchObject({ edits: [{ data: [8] }] });
  });

  it('are all given anew after the report was closed', async () => {
    const client = await opened({});
    const { resultId, data } = await full(client);
    await client.notify('textDocument/didClose', { textDocument });
    await client.open(reportUri, text);
    expect(await delta(client, resultId)).toMatchObject({ data });
  });

  it('count columns in bytes for a client that does', async () => {
    const { data } = await full(await opened({ general: { positionEncodings: ['utf-8'] } }));
    // Title 总结 behind `# `, two lines below the front matter.
    expect(data.slice(5, 10)).toEqual([3, 2, 6, 6, 1]);
  });

  it('are offered with their names', async () => {
    const { capabilities } = await connect().initialize();
    expect(capabilities.semanticTokensProvider).toMatchObject({ full: { delta: true }, range: true });
    expect(capabilities.semanticTokensProvider?.legend.tokenModifiers).toContain('malformed');
  });
});

describe('settings', () => {
  it('show hints and hide lenses, and the editor is told to ask again', async () => {
    let settings: unknown = {};
    const refreshes: string[] = [];
    const workspace = { configuration: true, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } };
    const client = connect({ capabilities: { workspace }, settings: () => settings });
    const told = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/inlayHint/refresh', () => void refreshes.push('hints'));
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        refreshes.push('lenses');
        if (settings !== undefined) resolve();
      });
    });
    await client.initialize();
    await client.settle();
    await client.open(reportUri, text);
    expect(await hints(client)).toEqual([]);
    expect(await lenses(client)).toHaveLength(1);

    settings = { inlayHints: { enabled: true }, codeLens: { enabled: false } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await told;
    expect((await hints(client)).map(({ label }) => label)).toEqual(['项']);
    expect(await lenses(client)).toEqual([]);
    expect(refreshes).toEqual(['hints', 'lenses']);
  });

  it('that are neither true nor false are left out and logged', async () => {
    const client = connect({ initializationOptions: { inlayHints: { enabled: 'yes' }, codeLens: { enabled: null } } });
    await client.initialize();
    await client.open(reportUri, text);
    expect(await hints(client)).toEqual([]);
    expect(await lenses(client)).toHaveLength(1);
    expect(client.logged.join('\n')).toMatch(/tallymark\.inlayHints\.enabled/);
    expect(client.logged.join('\n')).not.toMatch(/codeLens/);
  });
});

it('a lens is resolved by what was given with it', async () => {
  const client = await opened({});
  const [lens] = await lenses(client);
  const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
  expect(resolved).toMatchObject({ command: { title: '1 blank left', command: 'tallymark.goToBlank' } });
});

async function opened(capabilities: ClientCapabilities): Promise<Client> {
  const client = connect({ capabilities });
  await client.initialize();
  await client.open(reportUri, text);
  return client;
}

/** Begins the report's last paragraph with a word, as typing does. */
function edit(client: Client, version: number, word: string): Promise<void> {
  const place = { line: 8, character: 0 };
  return client.notify('textDocument/didChange', {
    textDocument: { uri: reportUri, version },
    contentChanges: [{ range: { start: place, end: place }, text: word }],
  });
}

function full(client: Client): Promise<SemanticTokens> {
  return client.request('textDocument/semanticTokens/full', { textDocument });
}

function delta(client: Client, previousResultId: string | undefined): Promise<SemanticTokens & SemanticTokensDelta> {
  return client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId });
}

function hints(client: Client): Promise<InlayHint[]> {
  return client.request('textDocument/inlayHint', { textDocument, range });
}

function lenses(client: Client): Promise<CodeLens[]> {
  return client.request('textDocument/codeLens', { textDocument });
}
