/** A workspace of several folders: settings of each, folders that come and go, and the reading of many reports. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic, SymbolInformation } from 'vscode-languageserver-protocol';
import { connect, pushing, type Client } from './client';

const [office, audit] = ['file:///desk/office', 'file:///desk/audit'];
const asks = { ...pushing, workspace: { ...pushing.workspace, configuration: true, workspaceFolders: true } };

const codesIn = async (client: Client, uri: string, count: number): Promise<readonly unknown[]> => {
  const { diagnostics } = await client.pushed(uri, (params) => params.diagnostics.length === count);
  return diagnostics.map(({ code, severity }: Diagnostic) => [code, severity]);
};

describe('settings of folders', () => {
  const settings = (folder?: string): unknown =>
    folder === audit ? { rules: { 'untagged-mask': 'error' } } : folder === office ? { units: ['抽'] } : {};

  it('hold for the reports in them, and for no other', async () => {
    const client = connect({ capabilities: asks, settings, folders: [office, audit] });
    await client.initialize();
    const text = '# 报告\n\n召开会议**次。\n';
    await client.open(`${office}/a.report.md`, text);
    await client.open(`${audit}/b.report.md`, text);
    await client.open('file:///desk/audit-notes/c.report.md', text);
    expect(await codesIn(client, `${audit}/b.report.md`, 1)).toEqual([['untagged-mask', 1]]);
    expect(await codesIn(client, `${office}/a.report.md`, 1)).toEqual([['untagged-mask', 2]]);
    expect(await codesIn(client, 'file:///desk/audit-notes/c.report.md', 1)).toEqual([['untagged-mask', 2]]);
  });

  it('of the innermost folder go before those of the folder around it', async () => {
    const inner = `${audit}/inner`;
    const nested = (folder?: string): unknown =>
      folder === inner ? { rules: { 'untagged-mask': 'off' } } : settings(folder);
    const client = connect({ capabilities: asks, settings: nested, folders: [audit, inner] });
    await client.initialize();
    await client.open(`${inner}/a.report.md`, '# 报告\n\n召开会议**次，走访<<visits:**>>户。\n');
    expect(await codesIn(client, `${inner}/a.report.md`, 1)).toEqual([['unfilled-metric', 2]]);
  });

  it('come with a folder that is added', async () => {
    const client = connect({ capabilities: asks, settings, folders: [office] });
    await client.initialize();
    await client.open(`${audit}/b.report.md`, '# 报告\n\n召开会议**次。\n');
    expect(await codesIn(client, `${audit}/b.report.md`, 1)).toEqual([['untagged-mask', 2]]);
    const event = { added: [{ uri: audit, name: 'audit' }], removed: [] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    const { diagnostics } = await client.pushed(
      `${audit}/b.report.md`,
      (params) => params.diagnostics[0]?.severity === 1,
    );
    expect(diagnostics).toHaveLength(1);
  });
});

describe('settings that a client begins with', () => {
  it('hold where it has none to answer with', async () => {
    const initializationOptions = { rules: { 'untagged-mask': 'error' } };
    const client = connect({ capabilities: asks, initializationOptions });
    await client.initialize();
    await client.open(`${office}/a.report.md`, '# 报告\n\n召开会议**次。\n');
    expect(await codesIn(client, `${office}/a.report.md`, 1)).toEqual([['untagged-mask', 1]]);
  });
});

describe('reading many reports', () => {
  const files = new Map(
    Array.from({ length: 300 }, (_, n) => [
      `${office}/r${n}.report.md`,
      `# 第${n}份报告\n\n开会<<meetings:${n}>>次。\n`,
    ]),
  );
  const telling = { ...pushing, window: { workDoneProgress: true } };

  it('is shown while it lasts', async () => {
    const client = connect({ capabilities: telling, files, folders: [office] });
    const shown: string[] = [];
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string; title?: string } }) => {
      if (shown.at(-1) !== value.kind) shown.push(value.kind);
    });
    await client.initialize();
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: '第7份' });
    await client.settle();
    expect(found[0]?.name).toBe('第7份报告');
    expect(shown).toEqual(['begin', 'report', 'end']);
  });

  it('does not hold up what is typed', async () => {
    const client = connect({ files, folders: [office] });
    await client.initialize();
    await client.open(`${office}/open.report.md`, '# 报告\n\n召开会议**次。\n');
    let isFound = false;
    const search = client.request('workspace/symbol', { query: '报告' }).then(() => (isFound = true));
    await client.request('textDocument/hover', {
      textDocument: { uri: `${office}/open.report.md` },
      position: { line: 2, character: 5 },
    });
    expect(isFound).toBe(false);
    await search;
  });

  it('is not told of where the client shows no such thing', async () => {
    const client = connect({ files, folders: [office] });
    let isTold = false;
    client.connection.onNotification('$/progress', () => {
      isTold = true;
    });
    await client.initialize();
    await client.request('workspace/symbol', { query: '报告' });
    await client.settle();
    expect(isTold).toBe(false);
  });
});
