/** Sections that are missing: several at once, each where it belongs. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics, diagnose } from '../check';
import { closing, lead, monthly } from './monthly';

describe('missing sections', () => {
  it('are all reported, each where it belongs', () => {
    checkDiagnosticsOf(
      ['missing-section'],
      `## 主要工作
^^^^^^^^^^^ error: The part "导语" is missing; add it before the first heading, "主要工作"

走访12户。

## 原因分析
^^^^^^^^^^^ error: The section "存在问题" is missing; add it before "原因分析"

经验不足。
^file error: The part "下一步打算" is missing; add it at the end
^file error: The part "结语" is missing; add it at the end
`,
    );
  });

  it('are reported in a report that has nothing yet', () => {
    checkDiagnosticsOf(
      ['missing-section', 'empty-section'],
      `六月。
^file error: The part "导语" is missing; add it at the beginning
^file error: The section "主要工作" is missing; add it at the end
^file error: The section "存在问题" is missing; add it at the end
^file error: The section "原因分析" is missing; add it at the end
^file error: The part "下一步打算" is missing; add it at the end
^file error: The part "结语" is missing; add it at the end
`,
    );
  });

  it('are none where a part is a paragraph or a heading of the author’s that matches', () => {
    checkDiagnosticsOf(
      ['missing-section'],
      `${lead}## 六月工作

走访12户。

## 问题

调研不够。

## 原因

经验不足。下一步，加强学习。
${closing}`,
    );
  });

  it('are said in Chinese', () => {
    checkDiagnosticsOf(
      ['missing-section'],
      `${lead}## 主要工作

走访12户。

## 原因分析
^^^^^^^^^^^ error: 缺少章节“存在问题”；请在“原因分析”之前补上

经验不足。下一步，加强学习。
${closing}`,
      'zh',
    );
  });

  it('keep the line endings of the report when they are inserted', () => {
    const text = '---\r\nreport: project-status\r\n---\r\n\r\n## Summary\r\n\r\nOn track.\r\n';
    const finding = diagnose(text, { rules: ['missing-section'] }).find(({ message }) => message.en.includes('Risks'));
    const inserted = finding?.fixes?.[0]?.changes[0]?.newText ?? '';
    expect(inserted).toContain('## Risks and issues\r\n');
    expect(inserted.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});

describe('empty sections', () => {
  it('are not those whose text begins on the line of their heading', () => {
    checkDiagnostics(
      `工作报告
一、主要工作
（一）会议。召开会议12次。
（二）制度。
^^^^^^^^^^^^ warning[empty-section]
二、下一步打算
^^^^^^^^^^^^^^ warning[empty-section]: The section "下一步打算" is empty; …
`,
      { path: 'report.txt' },
    );
  });

  it('are not those that hold code, an image or a quotation alone', () => {
    checkDiagnostics('## Log\n\n    one\n\n## Chart\n\n![Visits](visits.png)\n\n## Voices\n\n> Good.\n');
  });
});

it('without a template no section is missing or misplaced', () => {
  checkDiagnostics('# Notes\n\n## Outlook\n\nGood.\n\n## Summary\n\nFine.\n');
});

function checkDiagnosticsOf(rules: readonly string[], report: string, language: 'en' | 'zh' = 'en'): void {
  checkDiagnostics(monthly + report, { rules, language });
}
