/** Diagnostics and the actions offered for them. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import codeAction from '../../server/src/features/codeAction';
import diagnostics, { diagnosticLimit, toDiagnostics } from '../../server/src/features/diagnostics';
import { applyEdits, ask, open, textAt, type Question } from './harness';

describe('diagnostics', () => {
  it('underline a mask and name its rule', () => {
    const question = { text: '# 会议\n\n召开会议**次。\n' };
    const { snapshot, ctx } = open(question);
    const found = toDiagnostics(snapshot, ctx).filter(({ code }) => code === 'untagged-mask');
    expect(found).toHaveLength(1);
    expect(found[0]?.source).toBe('tallymark');
    expect(found.map(({ range }) => textAt(question, range))).toEqual(['**']);
  });

  it('speak the language of the settings', () => {
    const text = '# 会议\n\n召开会议**次。\n';
    const messages = (language: 'en' | 'zh'): string => {
      const { snapshot, ctx } = open({ text, settings: { language } });
      return toDiagnostics(snapshot, ctx)
        .map(({ message }) => message)
        .join();
    };
    expect(messages('zh')).toMatch(/\p{Script=Han}/u);
    expect(messages('en')).not.toBe(messages('zh'));
  });

  it('show the worst when there are too many, and say how many are not shown', () => {
    const masks = '会议**次。\n\n'.repeat(diagnosticLimit + 50);
    const { snapshot, ctx } = open({ text: `# 会议\n\n${masks}<<会议：1>>\n` });
    const shown = toDiagnostics(snapshot, ctx);
    expect(snapshot.diagnoses.length).toBeGreaterThan(diagnosticLimit);
    expect(shown).toHaveLength(diagnosticLimit + 1);
    expect(shown.at(-1)?.message).toContain(String(snapshot.diagnoses.length - diagnosticLimit));
    const worst = snapshot.diagnoses.filter(({ severity }) => severity === 'error').length;
    expect(shown.filter(({ severity }) => severity === 1)).toHaveLength(worst);
  });

  it('can be pulled, and are not sent again while they are the same', () => {
    const first = pull('# 会议\n\n召开会议**次。\n');
    expect(first).toMatchObject({ kind: 'full', items: [expect.objectContaining({ code: 'untagged-mask' })] });
    const { resultId = '' } = first;
    expect(pull('# 会议\n\n召开会议**次。\n', resultId)).toEqual({ kind: 'unchanged', resultId });
    expect(pull('# 会议\n\n召开会议**次，学习\n', resultId)).toEqual({ kind: 'unchanged', resultId });
    expect(pull('# 会议\n\n先后召开会议**次。\n', resultId)).toMatchObject({ kind: 'full' });
    expect(pull('# 会议\n\n召开会议*次。\n', resultId)).toMatchObject({ kind: 'full' });
  });
});

describe('code actions', () => {
  it('tag the mask at the cursor and no other', () => {
    const question = { text: '# 会议\n\n召开会议*$0*次，形成制度***项。\n' };
    const one = actions(question).find(({ title }) => title.startsWith('Tag this mask'));
    expect(one?.diagnostics?.map(({ code }) => code)).toEqual(['untagged-mask']);
    expect(apply(question, one)).toMatch(/召开会议<<[^:]+:\*\*>>次，形成制度\*\*\*项。/);
  });

  it('tag all masks at once, keeping each as the value', () => {
    const question = { text: '# 会议\n\n召开会议*$0*次，形成制度***项。\n' };
    const all = actions(question).filter(({ title }) => title === 'Tag all 2 untagged masks');
    expect(all.map(({ kind }) => kind)).toEqual(['quickfix', 'source.tagMasks']);
    expect(apply(question, all[0])).toMatch(/召开会议<<[^:]+:\*\*>>次，形成制度<<[^:]+:\*\*\*>>项。/);
  });

  it('leave a finding out by a comment, and are then content', () => {
    const question = { text: '# 会议\n\n召开会议*$0*次。\n' };
    const one = actions(question).find(({ title }) => title === 'Ignore untagged-mask here');
    const after = apply(question, one);
    expect(after).toBe('# 会议\n\n<!-- tallymark-ignore untagged-mask -->\n\n召开会议**次。\n');
    expect(open({ text: after }).snapshot.diagnoses).toEqual([]);
  });

  it('add the rule to the comment that is there', () => {
    const question = { text: '# 会议\n\n<!-- tallymark-ignore series-gap -->\n\n一是召开会议*$0*次，三是。\n' };
    const one = actions(question).find(({ title }) => title === 'Ignore untagged-mask here');
    expect(apply(question, one)).toContain('<!-- tallymark-ignore series-gap untagged-mask -->\n\n一是');
  });

  it('offer only what the editor asked for', () => {
    const question = { text: '# 会议\n\n召开会议*$0*次，形成制度***项。\n' };
    const only = (kind: string): string[] =>
      ask(codeAction, question, { context: { only: [kind] } }).map((action) => action.kind ?? '');
    expect(only('source')).toEqual(['source.tagMasks']);
    expect(only('refactor')).toEqual([]);
    expect(new Set(only('quickfix'))).toEqual(new Set(['quickfix']));
  });

  it('offer nothing away from a finding', () => {
    const question = { text: '# Notes$0\n\nAll is well.\n' };
    expect(actions(question)).toEqual([]);
  });

  it('name the version that they are made for, where the client knows versions', () => {
    const text = '# 会议\n\n召开会议*$0*次，形成制度***项。\n';
    const edit = actions({ text })[0]?.edit;
    expect(edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 7 } });
    const plain = actions({ text, client: { versionedEdits: false } })[0]?.edit;
    expect(Object.keys(plain?.changes ?? {})).toHaveLength(1);
    expect(plain?.documentChanges).toBeUndefined();
  });

  it('make every finding with a fix go away', () => {
    const question = { text: '# 会议\n\n召开会议<<会议：$012>>次。\n' };
    const [first] = actions(question);
    const fixed = apply(question, first);
    const left = open({ text: fixed }).snapshot.diagnoses.map(({ code }) => code);
    expect(left).not.toContain('malformed-metric');
  });
});

function actions(question: Question): CodeAction[] {
  return ask(codeAction, question);
}

function apply(question: Question, action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  return applyEdits(question, (change?.edits ?? []) as { range: CodeActionRange; newText: string }[]);
}

type CodeActionRange = Parameters<typeof textAt>[1];

function pull(text: string, previousResultId?: string) {
  const { snapshot, ctx, uri } = open({ text });
  const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
  return diagnostics.handle(snapshot, params, ctx) as { readonly kind: string; readonly resultId?: string };
}
