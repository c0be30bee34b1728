/** What a hover says of metrics, masks and sections. */
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import hover from '../../server/src/features/hover';
import { ask, textAt, type Question } from './harness';

const statusReport = (body: string): string =>
  `---\nreport: project-status\n---\n\n# Website status report\n\n${body}\n`;

describe('a metric', () => {
  it('is shown with its type and its value', () => {
    const text = hoverOf({ text: statusReport('Closed <<issues$0-closed:42>> issues.') });
    expect(text).toContain('issues\\-closed');
    expect(text).toContain('Value: 42');
  });

  it('covers the whole tag', () => {
    const question = { text: statusReport('Closed <<issues$0-closed:42>> issues.') };
    const answer = ask(hover, question);
    expect(answer?.range && textAt(question, answer.range)).toBe('<<issues-closed:42>>');
  });

  it('is told to be filled elsewhere', () => {
    const text = hoverOf({ text: statusReport('Closed <<issues-closed:42>>.\n\nAll <<issues-closed:*$0*>>.') });
    expect(text).toContain('the value is given elsewhere');
    expect(text).toContain('Line 7: 42');
  });

  it('is told to be blank', () => {
    const text = hoverOf({ text: statusReport('Closed <<issues-closed:*$0*>>.') });
    expect(text).toContain('Not filled yet');
  });

  it('says so in Chinese', () => {
    const question = { text: statusReport('关闭<<issues-closed:*$0*>>个。'), settings: { language: 'zh' as const } };
    expect(hoverOf(question)).toContain('尚未填写');
  });

  it('cannot smuggle Markdown into the hover', () => {
    expect(hoverOf({ text: statusReport('By <<author:[me](command:run)$0>>.') })).toContain(
      '\\[me\\]\\(command:run\\)',
    );
  });
});

describe('a mask', () => {
  it('is shown with its kind and what to do', () => {
    const text = hoverOf({ text: '# 总结\n\n全年召开会议*$0*次。\n', settings: { language: 'zh' } });
    expect(text).toContain('待填数字');
    expect(text).toContain('快速修复');
  });

  it('is not seen in genuine emphasis', () => {
    expect(ask(hover, { text: '# 总结\n\n这是**重$0点**工作。\n' })).toBeNull();
  });
});

describe('a section', () => {
  const text = statusReport('## Ri$0sks\n\nThere are <<open-risks:**>> open risks.');

  it("is shown with the template's guidance and its blanks", () => {
    expect(hoverOf({ text })).toContain('its owner');
    expect(hoverOf({ text })).toContain('1 blank to fill');
  });

  it('says nothing where the template asks for none such', () => {
    expect(ask(hover, { text: statusReport('## Weather$0\n\nFine.') })).toBeNull();
  });
});

it('is plain text for a client that shows no Markdown', () => {
  const answer = ask(hover, { text: statusReport('<<issues-closed$0:42>>'), client: { markdown: false } });
  expect(answer?.contents).toMatchObject({ kind: 'plaintext' });
  expect((answer?.contents as MarkupContent).value).not.toMatch(/\\|\*\*/);
});

function hoverOf(question: Question): string {
  return (ask(hover, question)?.contents as MarkupContent | undefined)?.value ?? '';
}
