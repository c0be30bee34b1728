/** Actions on findings: their fixes one by one and all at once, worked out when they are offered or when one is chosen. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { applyChanges } from '../../server/src/base/problem';
import codeAction from '../../server/src/features/codeAction';
import codeActionResolve from '../../server/src/features/codeActionResolve';
import { InvalidRequest } from '../../server/src/features/feature';
import { rules } from '../../server/src/rules/registry';
import { certainChanges } from '../../server/src/workspace/fixing';
import { applyEdits, ask, open, type Question } from './harness';

const damaged =
  '# 工作\n\n召开会议《《meetings：*$0*》》次。\n\n形成制度<< rules : 12 >>项，化解金额<<loss:_>>万元。\n\n培训**人。\n';
const repaired =
  '# 工作\n\n召开会议<<meetings:**>>次。\n\n形成制度<<rules:12>>项，化解金额<<loss:*>>万元。\n\n培训**人。\n';

describe('fix all', () => {
  it('of a rule is offered where it has several findings that leave no choice', () => {
    const question = { text: damaged };
    const action = find(question, 'Fix all 3 of malformed-metric in the report');
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'malformed-metric' }] });
    expect(apply(question, action)).toBe(repaired);
  });

  it('of a rule is not offered for one finding, nor where authors must choose', () => {
    expect(titles({ text: '召开会议<<m：$012>>次。\n' }).filter((title) => /^Fix all/.test(title))).toEqual([]);
    expect(titles({ text: '召开会议*$0*次，培训**人。\n' }).filter((title) => /^Fix all/.test(title))).toEqual([]);
  });

  it('of all rules answers an editor that fixes when it saves', () => {
    const question = { text: damaged.replace('$0', '') };
    for (const kind of ['source.fixAll', 'source.fixAll.tallymark']) {
      const actions = ask(codeAction, question, { context: { only: [kind] } });
      expect(actions.map((action) => action.kind)).toEqual(['source.fixAll.tallymark']);
      expect(apply(question, actions[0])).toBe(repaired);
    }
    expect(ask(codeAction, { text: repaired }, { context: { only: ['source.fixAll'] } })).toEqual([]);
    expect(ask(codeAction, question, { context: { only: ['source.fixAll.eslint'] } })).toEqual([]);
  });

  it('says in Chinese what it does', () => {
    const question: Question = { text: damaged, settings: { language: 'zh' } };
    expect(titles(question)).toContain('修正报告中全部 3 处 malformed-metric');
  });

  it('leaves alone what a comment or the front matter leaves alone', () => {
    const ignored = '<!-- tallymark-ignore malformed-metric -->\n\n<<a：1>>\n\n<<b：2>>\n';
    const question = { text: ignored };
    const [action] = ask(codeAction, question, { context: { only: ['source.fixAll'] } });
    expect(apply(question, action)).toBe(ignored.replace('<<b：2>>', '<<b:2>>'));
    const off = { text: '---\nrules:\n  malformed-metric: off\n---\n\n<<b：2>>\n' };
    expect(ask(codeAction, off, { context: { only: ['source.fixAll'] } })).toEqual([]);
  });

  it('is what check --fix does: nothing that leaves no choice is left', () => {
    const { snapshot, text } = open({ text: damaged });
    const fixed = open({ text: applyChanges(text, certainChanges(snapshot)) }).snapshot;
    const left = fixed.diagnoses.flatMap((diagnosis) =>
      diagnosis.fixes().filter(({ isCertain }) => isCertain === true),
    );
    expect(left).toEqual([]);
    expect(certainChanges(fixed)).toEqual([]);
  });

  it('changes brackets and colons, not the whole text', () => {
    const { snapshot } = open({ text: damaged });
    const changed = certainChanges(snapshot).reduce((sum, { span }) => sum + span.end - span.start, 0);
    expect(changed).toBeLessThan(60);
  });
});

describe('an action that is worked out when it is chosen', () => {
  const client = { resolvesActions: true };

  it('has no edit before, and the same edit after', () => {
    for (const text of [damaged, '## 一、学\n\n## $0三、干\n', '一是学。三$0是干。\n', '会议*$0*次，培训**人。\n']) {
      const early = ask(codeAction, { text });
      const late = ask(codeAction, { text, client });
      expect(late.map(({ title }) => title)).toEqual(early.map(({ title }) => title));
      expect(late.length).toBeGreaterThan(1);
      expect(late.every(({ edit }) => edit === undefined)).toBe(true);
      const resolved = late.map((action) => resolve({ text, client }, action));
      expect(resolved.map(({ edit }) => edit)).toEqual(early.map(({ edit }) => edit));
    }
  });

  it('survives the way to the client and back', () => {
    const [action] = ask(codeAction, { text: damaged, client });
    const returned = JSON.parse(JSON.stringify(action)) as CodeAction;
    expect(resolve({ text: damaged, client }, returned).edit).toBeDefined();
  });

  it('is refused once the report has changed', () => {
    const [action] = ask(codeAction, { text: damaged, client });
    const data = { ...(action?.data as object), version: 6 };
    expect(() => resolve({ text: damaged, client }, { ...action, data })).toThrow(InvalidRequest);
  });

  it('that was never offered stays as it is', () => {
    for (const data of [undefined, 5, { version: 7 }, { version: 7, action: { kind: 'fix', code: 'x' } }]) {
      expect(resolve({ text: damaged, client }, { title: 'x', data }).edit).toBeUndefined();
    }
  });
});

it('at most one action is preferred for each finding', () => {
  for (const text of [damaged, '会议*$0*次。\n', '## 一、学\n\n## $0三、干\n', '<<a:1>>，<<a:$02>>。\n']) {
    const preferred = ask(codeAction, { text }).filter(({ isPreferred }) => isPreferred === true);
    const findings = preferred.map(({ diagnostics }) => JSON.stringify(diagnostics?.[0]));
    expect(new Set(findings).size).toBe(findings.length);
  }
});

it('only what the selection touches is offered for', () => {
  const text = '# 工作\n\n$0会议**次。\n\n培训**人。\n$0\n宣讲**场。\n';
  const lines = ask(codeAction, { text }).flatMap(({ diagnostics = [] }) =>
    diagnostics.map(({ range }) => range.start.line),
  );
  expect(new Set(lines)).toEqual(new Set([2, 4]));
});

it('rules whose fixes leave no choice say so', () => {
  expect(rules.filter(({ hasCertainFixes }) => hasCertainFixes === true).map(({ id }) => id)).toEqual([
    'malformed-metric',
  ]);
});

function titles(question: Question): readonly string[] {
  return ask(codeAction, question).map(({ title }) => title);
}

function find(question: Question, title: string): CodeAction | undefined {
  return ask(codeAction, question).find((action) => action.title === title);
}

function resolve(question: Question, action: Partial<CodeAction>): Partial<CodeAction> {
  const { snapshot, ctx } = open(question);
  return codeActionResolve.handle(snapshot, action, ctx) as Partial<CodeAction>;
}

function apply(question: Question, action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  return applyEdits(question, (change?.edits ?? []) as Parameters<typeof applyEdits>[1]);
}
