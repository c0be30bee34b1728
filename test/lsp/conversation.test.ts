/** Whole conversations between an editor and the server. */
import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  Hover,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import type { BlanksResult } from '../../server/src/protocol';
import { connect, pulling, pushing, reportUri } from './client';

const textDocument = { uri: reportUri };
const text = '# 2024年工作总结\n\n## 一、主要工作\n\n召开会议**次，形成制度***项。\n';
const has = (code: string) => (params: { diagnostics: { code?: unknown }[] }) =>
  params.diagnostics.some((diagnostic) => diagnostic.code === code);

describe('an author at work', () => {
  it('opens a report, tags its masks with an action, and fills one', async () => {
    const client = connect();
    const { capabilities } = await client.initialize();
    expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', hoverProvider: true, foldingRangeProvider: true });
    expect(capabilities.diagnosticProvider).toBeUndefined();

    await client.open(reportUri, text);
    const first = await client.pushed(reportUri, has('untagged-mask'));
    expect(first.version).toBe(1);

    const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: first.diagnostics },
    });
    const tagAll = actions.find(({ title }) => title.startsWith('Tag all 2'));
    const edit = tagAll?.edit?.documentChanges?.[0] as TextDocumentEdit;
    expect(edit.textDocument).toEqual({ uri: reportUri, version: 1 });
    // The editor applies edits from the end of the text to its beginning.
    const contentChanges = [...edit.edits].reverse().map((each) => ({
      range: 'range' in each ? each.range : range,
      text: 'newText' in each ? each.newText : '',
    }));
    await client.notify('textDocument/didChange', { textDocument: { uri: reportUri, version: 2 }, contentChanges });
    const second = await client.pushed(reportUri, ({ version }) => version === 2);
    expect(second.diagnostics.map(({ code }) => code)).not.toContain('untagged-mask');
    expect(second.diagnostics.filter(({ code }) => code === 'unfilled-metric')).toHaveLength(2);

    const before = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    const blank = before.blanks[0];
    expect(before).toMatchObject({ version: 2, isReport: true, metrics: { total: 2, filled: 0 } });
    const filling = {
      textDocument: { uri: reportUri, version: 3 },
      contentChanges: [{ range: blank?.range, text: '12' }],
    };
    await client.notify('textDocument/didChange', filling);
    const after = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    expect(after).toMatchObject({ version: 3, metrics: { total: 2, filled: 1 } });
  });

  it('asks for completion, hover, outline and folds', async () => {
    const client = connect();
    await client.initialize();
    await client.open(
      reportUri,
      '---\nreport: project-status\n---\n\n# Site status report\n\nClosed <<issues-closed:4>> <<\n\n## Risks\n\nNone.\n',
    );
    const position = { line: 6, character: 29 };
    const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument, position });
    expect(items.map(({ label }) => label)).toContain('issues-closed');
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 6, character: 12 },
    });
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Value: 4') });
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['Risks']);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds).toContainEqual({ startLine: 0, endLine: 2 });
  });

  it('closes a report, and its problems go', async () => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, text);
    await client.pushed(reportUri, has('untagged-mask'));
    await client.notify('textDocument/didClose', { textDocument });
    expect((await client.pushed(reportUri, ({ diagnostics }) => diagnostics.length === 0)).version).toBeUndefined();
  });

  it('reads messages in the language of the editor', async () => {
    const client = connect({ initializationOptions: { locale: 'zh-cn' } });
    await client.initialize();
    await client.open(reportUri, text);
    const { diagnostics } = await client.pushed(reportUri, has('untagged-mask'));
    expect(diagnostics.every(({ message }) => /\p{Script=Han}/u.test(String(message)))).toBe(true);
  });
});

describe('diagnostics', () => {
  it('are pushed once for a burst of edits', async () => {
    const client = connect();
    await client.initialize();
    await client.open(reportUri, text);
    await client.pushed(reportUri, has('untagged-mask'));
    const count = client.published.length;
    const start = { line: 4, character: 0 };
    const edits = Array.from({ length: 20 }, (_, index) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: reportUri, version: index + 2 },
        contentChanges: [{ range: { start, end: start }, text: '又' }],
      }),
    );
    await Promise.all(edits);
    await client.pushed(reportUri, ({ version }) => version === 21);
    expect(client.published.length - count).toBeLessThan(10);
  });

  it('are not pushed to a client that pulls them', async () => {
    const client = connect({ capabilities: pulling });
    const { capabilities } = await client.initialize();
    expect(capabilities.diagnosticProvider).toBeDefined();
    await client.open(reportUri, text);
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    expect(report).toMatchObject({
      kind: 'full',
      items: expect.arrayContaining([expect.objectContaining({ code: 'untagged-mask' })]),
    });
    const previousResultId = report.resultId;
    const again = await client.request('textDocument/diagnostic', { textDocument, previousResultId });
    expect(again).toEqual({ kind: 'unchanged', resultId: previousResultId });
    await client.settle();
    expect(client.published).toEqual([]);
  });

  it('are not given to other Markdown', async () => {
    const client = connect();
    await client.initialize();
    await client.open('file:///notes.md', text, 'markdown');
    await client.settle();
    expect(client.published).toEqual([]);
  });
});

describe('settings', () => {
  it('are asked for, and asked for again when they change', async () => {
    let rules: Record<string, string> = { 'untagged-mask': 'error' };
    const capabilities = { ...pushing, workspace: { ...pushing.workspace, configuration: true } };
    const client = connect({ capabilities, settings: () => ({ rules }) });
    await client.initialize();
    await client.open(reportUri, text);
    const first = await client.pushed(reportUri, has('untagged-mask'));
    expect(first.diagnostics.find(({ code }) => code === 'untagged-mask')?.severity).toBe(1);

    rules = { 'untagged-mask': 'off' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.pushed(reportUri, (params) => params !== first && !has('untagged-mask')(params));
  });

  it('are taken as they are sent by a client that answers no questions', async () => {
    const client = connect({ initializationOptions: { rules: { 'untagged-mask': 'hint' } } });
    await client.initialize();
    await client.open(reportUri, text);
    const first = await client.pushed(reportUri, has('untagged-mask'));
    expect(first.diagnostics.find(({ code }) => code === 'untagged-mask')?.severity).toBe(4);
    await client.notify('workspace/didChangeConfiguration', {
      settings: { tallymark: { rules: { 'untagged-mask': 'off' } } },
    });
    await client.pushed(reportUri, (params) => params !== first && !has('untagged-mask')(params));
  });

  it('that are not valid are left out and logged', async () => {
    const client = connect({ initializationOptions: { rules: { 'untagged-mask': 'loud' }, units: ['册', 5] } });
    await client.initialize();
    await client.open(reportUri, text);
    await client.pushed(reportUri, has('untagged-mask'));
    expect(client.logged.join('\n')).toMatch(/tallymark\.rules\.untagged-mask[^]*tallymark\.units\[1\]/);
  });
});
