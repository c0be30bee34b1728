/** Completion in tags, in the front matter and where a heading can begin. */
import { describe, expect, it } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import completion from '../../server/src/features/completion';
import { applyEdits, ask, type Question } from './harness';

const statusReport = (body: string): string =>
  `---\nreport: project-status\n---\n\n# Website status report\n\n${body}\n`;

describe('ids after <<', () => {
  it('offers the metrics of the template with their unit', () => {
    const labels = labelsOf({ text: statusReport('We completed <<$0') });
    expect(labels).toContain('percent-complete');
    expect(labels).toContain('milestones-done');
  });

  it('writes the whole tag with a mask to fill in', () => {
    const question = { text: statusReport('We are <<perc$0') };
    expect(accept(question, 'percent-complete')).toContain('We are <<percent-complete:${1:**}>>');
  });

  it('writes the mask itself for a client without snippets', () => {
    const question = { text: statusReport('We are <<$0'), client: { snippets: false } };
    expect(accept(question, 'percent-complete')).toContain('We are <<percent-complete:**>>');
  });

  it('repeats a metric whose value is known, and shows the value', () => {
    const question = { text: statusReport('Closed <<issues-closed:42>> issues.\n\nAll <<$0 of them.') };
    expect(item(question, 'issues-closed').detail).toContain('= 42');
    expect(accept(question, 'issues-closed')).toContain('All <<issues-closed>> of them.');
  });

  it('offers ids that only the report uses', () => {
    expect(labelsOf({ text: statusReport('Baked <<cakes:12>> cakes.\n\n<<$0') })).toContain('cakes');
  });

  it('does not offer what is only just being typed', () => {
    expect(labelsOf({ text: statusReport('Baked <<cakes$0') })).not.toContain('cakes');
  });

  it('leaves the value and the end of a whole tag alone', () => {
    const question = { text: statusReport('Closed <<iss$0ues:42>> issues.') };
    expect(accept(question, 'issues-closed')).toContain('Closed <<issues-closed:42>> issues.');
  });

  it('makes use of an end that the editor has added', () => {
    const question = { text: statusReport('Closed <<$0>> issues.'), client: { snippets: false } };
    expect(accept(question, 'open-issues')).toMatch(/Closed <<open-issues:\*+>> issues\./);
  });

  it('answers to the brackets of a Chinese input method and puts them right', () => {
    const question = { text: statusReport('完成《《$0》》。'), client: { snippets: false } };
    expect(accept(question, 'percent-complete')).toContain('完成<<percent-complete:**>>。');
    expect(item(question, 'percent-complete').filterText).toMatch(/^《《percent-complete/);
  });

  it('offers nothing after a single <', () => {
    expect(labelsOf({ text: statusReport('We are <$0') })).toEqual([]);
  });
});

describe('values after the colon', () => {
  const text = statusReport('Closed <<issues-closed:42>> issues.\n\nAgain <<issues-closed:$0>>.');

  it('offers the value given elsewhere and says where', () => {
    expect(item({ text }, '42').detail).toBe('given in line 7');
    expect(accept({ text }, '42')).toContain('Again <<issues-closed:42>>.');
  });

  it('says so in Chinese', () => {
    expect(item({ text, settings: { language: 'zh' } }, '42').detail).toBe('第 7 行已填');
  });

  it('offers nothing for a metric without a value', () => {
    expect(labelsOf({ text: statusReport('Again <<issues-closed:$0>>.') })).toEqual([]);
  });
});

describe('front matter', () => {
  it('offers the templates after report:', () => {
    const question = { text: '---\nreport:$0\n---\n\n# Notes\n' };
    expect(labelsOf(question)).toEqual(expect.arrayContaining(['annual-summary', 'project-status']));
    expect(accept(question, 'annual-summary')).toBe('---\nreport: annual-summary\n---\n\n# Notes\n');
  });

  it('replaces a half-typed template', () => {
    expect(accept({ text: '---\nreport: proj$0\n---\n' }, 'project-status')).toBe('---\nreport: project-status\n---\n');
  });

  it('offers the keys that are not there yet', () => {
    const labels = labelsOf({ text: '---\nreport: project-status\n$0\n---\n' });
    expect(labels).toContain('period');
    expect(labels).not.toContain('report');
  });

  it('works before the closing fence is typed', () => {
    expect(labelsOf({ text: '---\nre$0' })).toContain('report');
  });

  it('offers both states', () => {
    expect(labelsOf({ text: '---\nstatus: $0\n---\n' })).toEqual(['draft', 'final']);
  });

  it('offers no keys below it', () => {
    expect(labelsOf({ text: '---\nreport: project-status\n---\n\nti$0' })).toEqual([]);
  });
});

describe('missing sections', () => {
  it('offers them after # and writes heading and body', () => {
    const question = { text: statusReport('## Summary\n\nAll is well.\n\n## $0') };
    expect(labelsOf(question)).toContain('Risks and issues');
    expect(labelsOf(question)).not.toContain('Executive summary');
    expect(accept(question, 'Risks and issues')).toMatch(/\n## [^\n]*Risks and issues\n\nThere are <</);
  });

  it('offers them on an empty line, and not in the midst of one', () => {
    expect(labelsOf({ text: statusReport('$0') })).toContain('Risks and issues');
    expect(labelsOf({ text: statusReport('We see $0 nothing.') })).toEqual([]);
  });

  it('keeps what is typed as the start of what the editor filters by', () => {
    expect(item({ text: statusReport('## Ri$0') }, 'Risks and issues').filterText).toMatch(/^## Ri/);
  });
});

it('leaves other Markdown alone', () => {
  expect(labelsOf({ text: 'We are <<$0', uri: 'file:///notes.md' })).toEqual([]);
});

function labelsOf(question: Question): string[] {
  return ask(completion, question).map(({ label }) => label);
}

function item(question: Question, label: string): CompletionItem {
  const found = ask(completion, question).find((each) => each.label === label);
  if (found === undefined) throw new Error(`There is no ${label} among ${labelsOf(question).join(', ')}`);
  return found;
}

function accept(question: Question, label: string): string {
  return applyEdits(question, [item(question, label).textEdit as TextEdit]);
}
