/** Filling one blank: what is asked, what is said of an answer as it is typed, and what it changes. */
import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../server/src/features/feature';
import fillBlank from '../../server/src/features/fillBlank';
import fillQuestion from '../../server/src/features/fillQuestion';
import type { FillBlankResult } from '../../server/src/protocol';
import { layOut } from './desk';
import { applyEdits, ask } from './harness';

const report = (body: string, more = ''): string =>
  `---\nreport: annual-summary\n${more}---\n\n# 2025年工作总结\n\n## 一、主要工作\n\n${body}\n`;

/** The body of the report once the blank at `$0` has the value; undefined where the value is not written. */
function filled(body: string, value: string): string | undefined {
  const question = { text: report(body) };
  const { edit } = ask(fillBlank, question, { value });
  return edit === undefined ? undefined : applyEdits(question, [edit]).split('\n').at(-2);
}

const judged = (body: string, value: string, more?: string): FillBlankResult['problem'] =>
  ask(fillBlank, { text: report(body, more) }, { value }).problem;

describe('The question for a blank', () => {
  it('has the unit, the usual digits and the owner of the template', () => {
    expect(ask(fillQuestion, { text: report('落实资金<<funds:$0***>>万元，印发文件<<documents:**>>份。') })).toEqual({
      version: 7,
      question: expect.stringContaining('Funds secured') as string,
      sentence: '落实资金[***]万元，印发文件**份。',
      unit: '万元',
      digits: 3,
      owner: '财务科',
    });
  });

  it('is asked of a metric that has its value elsewhere, too', () => {
    const text = report('印发文件<<documents:12>>份。\n\n共印发文件<<documents:$0**>>份。');
    expect(ask(fillQuestion, { text })).toMatchObject({ owner: '办公室', sentence: '共印发文件[**]份。' });
  });

  it('names an untagged mask by its sentence', () => {
    const asked = ask(fillQuestion, { text: report('全年接待来访$0**批次。') });
    expect(asked.question).toContain('全年接待来访[**]批次');
    expect(asked).not.toHaveProperty('owner');
  });

  it("has last period's value, and that of the data as it would be written", async () => {
    const desk = await layOut(office);
    const asked = await desk.ask(fillQuestion);
    expect(asked).toMatchObject({ previous: '90.5', data: '97', digits: 2, owner: '办公室' });
  });

  it('is refused where no blank starts', () => {
    expect(() => ask(fillQuestion, { text: report('印发$0文件<<documents:**>>份。') })).toThrow(InvalidRequest);
  });
});

describe('A value for a blank', () => {
  it('replaces the value of its tag alone', () => {
    expect(filled('印发文件<<documents:$0**>>份，落实资金<<funds:***>>万元。', ' 12 ')).toBe(
      '印发文件<<documents:12>>份，落实资金<<funds:***>>万元。',
    );
    expect(filled('印发文件<<documents:$0>>份。', '12')).toBe('印发文件<<documents:12>>份。');
  });

  it('replaces an untagged mask alone', () => {
    expect(filled('接待来访**批次、$0***人次。', '318')).toBe('接待来访**批次、318人次。');
  });

  it('does not write a percent sign twice', () => {
    expect(filled('任务完成率<<completion-rate:$0**>>%。', '97.5%')).toBe('任务完成率<<completion-rate:97.5>>%。');
    expect(filled('任务完成率<<completion-rate:$0**%>>。', '97.5%')).toBe('任务完成率<<completion-rate:97.5%>>。');
  });

  it('that is empty skips the blank', () => {
    expect(ask(fillBlank, { text: report('接待来访$0**批次。') }, { value: '  ' })).toEqual({ version: 7 });
  });

  it.each([
    ['is not of the type', '印发文件<<documents:$0**>>份。', '若干', 'whole number'],
    ['is out of range', '任务完成率<<completion-rate:$0**>>%。', '120', '0'],
    ['is a mask itself', '印发文件<<documents:$0**>>份。', '***', 'mask'],
    ['would end its tag', '印发文件<<documents:$0**>>份。', '12>>', 'sign'],
    ['would make emphasis', '接待来访$0**批次。', '*12*', 'sign'],
  ])('that %s is an error and not written', (_what, body, value, message) => {
    expect(judged(body, value)).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(message) as string,
    });
    expect(filled(body, value)).toBeUndefined();
  });

  it.each([
    ['has far too many digits', '印发文件<<documents:$0**>>份。', '12345', '印发文件<<documents:12345>>份。'],
    ['is a word for a figure', '接待来访$0**批次。', '多', '接待来访多批次。'],
  ])('that %s is remarked upon and written', (_what, body, value, expected) => {
    expect(judged(body, value)?.severity).toMatch(/^(?:warning|info)$/);
    expect(filled(body, value)).toBe(expected);
  });

  it.each([
    ['印发文件<<documents:$0**>>份。', '112'],
    ['任务完成率<<completion-rate:$0**>>%。', '100'],
    ['接待来访$0**批次。', '1,024'],
    ['接待来访$0**批次。', '三十'],
  ])('is fit: %s %s', (body, value) => {
    expect(judged(body, value)).toBeUndefined();
  });

  it('is judged as the report wants it', () => {
    const body = '印发文件<<documents:$0**>>份。';
    expect(judged(body, '若干', 'rules:\n  wrong-type: warning\n')?.severity).toBe('warning');
    expect(judged(body, '若干', 'rules:\n  wrong-type: off\n')).toBeUndefined();
  });
});

const office = `//- 2024.report.md
---
report: annual-summary
---

# 2024年工作总结

任务完成率<<completion-rate:90.5>>%。
//- figures.yaml
completion-rate: 97%
//- 2025.report.md
---
report: annual-summary
previous: 2024.report.md
data: figures.yaml
---

# 2025年工作总结

任务完成率<<completion-rate:$0**>>%。
`;
