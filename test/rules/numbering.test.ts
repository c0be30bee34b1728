/** Numbers of headings and series: gaps, repeats, and which of two rules tells the story. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics, checkFix, diagnose } from '../check';
import { closing, lead, monthly } from './monthly';

describe('numbers of headings', () => {
  const rules = ['missing-section', 'heading-number-gap'];
  const end = `下一步，加强学习。\n${closing}`;

  it('that a missing section explains are left to it', () => {
    checkDiagnosticsOf(
      rules,
      `${lead}## 一、主要工作

走访12户。

## 三、原因分析
^^^^^^^^^^^^^^^ error[missing-section]: The section "存在问题" is missing; add it before "原因分析"

${end}`,
    );
  });

  it('that it does not explain are reported beside it', () => {
    checkDiagnosticsOf(
      rules,
      `${lead}## 一、主要工作

走访12户。

## 四、原因分析
^^^^^^^^^^^^^^^ error[missing-section]
   ^^^^ error[heading-number-gap]: The heading is numbered "四、" after "一、", expected "二、"; renumber it

${end}`,
    );
    checkDiagnosticsOf(
      rules,
      `${lead}## 一、主要工作

走访12户。

## 三、走访情况
   ^^^^ error[heading-number-gap]

走访12户。

## 四、原因分析
^^^^^^^^^^^^^^^ error[missing-section]

${end}`,
    );
  });

  it('leave the number of a missing section free when they are renumbered', () => {
    const text = `---
report: incident-postmortem
---

## 1. Summary

The site was down.

## 3. Timeline

At noon.

## 7. Resolution

Restarted.
`;
    const missing = diagnose(text, { rules: ['missing-section'] }).map(({ message }) => message.en);
    expect(missing.filter((message) => message.includes('before "Timeline"'))).toHaveLength(1);
    const fixed = text.replace('## 7.', '## 5.');
    checkFix(text.replace('## 7.', '## $07.'), 'Renumber these headings', fixed);
    expect(diagnose(fixed, { rules: ['heading-number-gap'] })).toEqual([]);
  });

  it('begin at one, and one slip is one finding', () => {
    checkDiagnostics(`
# Review

## 2. Work
   ^^^ error: The heading is numbered "2.", expected "1."; renumber it

Done.

## 3. Plans

More.
`);
    checkDiagnostics(`
## 一、会议

12次。

## 三、制度
   ^^^^ error: The heading is numbered "三、" after "一、", expected "二、"; renumber it

5项。

## 二、培训
   ^^^^ error

2期。

## 四、考核

1次。
`);
  });

  it('keep the author’s punctuation when they are renumbered', () => {
    checkFix(
      '## (一) 会议\n\n12次。\n\n## (三)制度\n\n5项。\n',
      'Renumber these headings',
      '## (一) 会议\n\n12次。\n\n## (二)制度\n\n5项。\n',
    );
    checkFix(
      '## 第1部分：会议\n\n12次。\n\n## 第3部分：制度\n\n5项。\n',
      'Renumber these headings',
      '## 第1部分：会议\n\n12次。\n\n## 第2部分：制度\n\n5项。\n',
    );
  });

  it('are found inside emphasis', () => {
    checkDiagnostics('## **一、会议**\n\n12次。\n\n## **三、制度**\n     ^^^^ error\n\n5项。\n');
    checkFix(
      '## **一、会议**\n\n12次。\n\n## **三、制度**\n\n5项。\n',
      'Renumber these headings',
      '## **一、会议**\n\n12次。\n\n## **二、制度**\n\n5项。\n',
    );
  });

  it('may begin anew after a heading without one', () => {
    checkDiagnostics(`
## 1. Work

Done.

## 2. Plans

More.

## Appendix

Tables.

## 1. Figures

Many.

## 3. Sources
   ^^^ error: The heading is numbered "3." after "1.", expected "2."; renumber it

Some.

## 1. Notes
   ^^^ error

Few.
`);
  });

  it('are not looked for in headings without any', () => {
    checkDiagnostics('## 会议\n\n12次。\n\n## 二〇二五年制度\n\n5项。\n\n## 2026 in view\n\nMore.\n');
  });
});

describe('series', () => {
  it('are counted apart in each paragraph, style and section', () => {
    checkDiagnostics(`
主要问题：一是调研不够；二是督办不够。措施：一要加强调研；三要加强督办。
                                                          ^^^^ error[series-gap]: "三要" follows "一要", expected "二要"; …

首先，加强学习。其次，改进督办。

首先，加强学习。
`);
  });

  it('in words are renumbered in words', () => {
    checkFix(
      '首先，加强学习。再次，改进督办。最后，扩大宣传。\n',
      'Renumber this series',
      '首先，加强学习。其次，改进督办。最后，扩大宣传。\n',
    );
  });

  it('in plain text are found too', () => {
    checkDiagnostics('一、问题\n一是调研不够。\n三是督办不够。\n^^^^ error[series-gap]\n', { path: 'notes.txt' });
  });
});

function checkDiagnosticsOf(rules: readonly string[], report: string, language: 'en' | 'zh' = 'en'): void {
  checkDiagnostics(monthly + report, { rules, language });
}
