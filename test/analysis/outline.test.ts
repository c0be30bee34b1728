/** Subsections, sections that may be there often, and templates without an order. */
import { describe, expect, it } from 'vitest';
import { insertionOf, newReportText } from '../../server/src/analysis/insertion';
import type { OutlineEntry } from '../../server/src/analysis/types';
import { loadTemplate } from '../../server/src/template/load';
import type { Template } from '../../server/src/template/types';
import { diagnose, readReport } from '../check';

const head = '---\nreport: own\n---\n\n';

const programme = templateOf(`
sections:
  - { id: summary, title: 概况, match: 概况, body: 全年顺利。 }
  - id: project
    title: 项目
    match: 项目
    count: { min: 1, max: 3 }
    body: 本项目进展顺利。
    sections:
      - { id: goal, title: 目标, match: 目标, body: 目标明确。 }
      - { id: result, title: 成果, match: 成果, body: 形成成果。 }
      - { id: risk, title: 风险, match: 风险, required: false }
  - { id: next, title: 下一步, match: 下一步, body: 继续推进。 }
`);

const filled = `## 一、概况

全年顺利。

## 二、供水项目

### （一）目标

通水。

### （二）成果

已通水。

## 三、治污项目

### （一）成果

已达标。

## 四、下一步

继续。
`;

describe('subsections', () => {
  it('stand behind every section that meets their requirement', () => {
    expect(told(filled, programme)).toEqual([
      '概况: 概况',
      '项目: 供水项目 (治污项目)',
      '供水项目/目标: 目标',
      '供水项目/成果: 成果',
      '供水项目/风险: missing',
      '治污项目/目标: missing before 成果',
      '治污项目/成果: 成果',
      '治污项目/风险: missing',
      '下一步: 下一步',
    ]);
  });

  it('have no entries where their section is missing', () => {
    expect(told('## 概况\n\n顺利。\n', programme)).toEqual(['概况: 概况', '项目: missing', '下一步: missing']);
  });

  it('are looked for in their own section alone', () => {
    const text = filled.replace('### （二）成果\n\n已通水。\n\n', '');
    expect(told(text, programme)).toContain('供水项目/成果: missing');
    const found = diagnose(head + text, { rules: ['missing-section'] }, { templates: [programme] });
    expect(found.map(({ message }) => message.en)).toEqual([
      'The section "成果" is missing; add it at the end of "供水项目"',
      'The section "目标" is missing; add it before "成果"',
    ]);
  });

  it('are inserted one level below, with the next number', () => {
    expect(inserted(filled.replace('### （二）成果\n\n已通水。\n\n', ''), '成果')).toBe(
      filled.replace('已通水', '形成成果'),
    );
    expect(inserted(filled.replace('### （一）成果\n\n已达标。\n', '完工。\n'), '目标')).toBe(
      filled.replace('### （一）成果\n\n已达标。\n', '完工。\n\n### （一）目标\n\n目标明确。\n'),
    );
  });

  it('come with their section', () => {
    expect(inserted('## 概况\n\n顺利。\n', '项目')).toBe(
      '## 概况\n\n顺利。\n\n## 项目\n\n本项目进展顺利。\n\n### 目标\n\n目标明确。\n\n### 成果\n\n形成成果。\n',
    );
    expect(newReportText(programme, { title: '年度情况', period: '' })).toBe(
      `---
report: own
title: 年度情况
---

## 一、概况

全年顺利。

## 二、项目

本项目进展顺利。

### （一）目标

目标明确。

### （二）成果

形成成果。

## 三、下一步

继续推进。
`,
    );
  });

  it('are headings of a plain text too', () => {
    const text = '一、概况\n顺利。\n二、供水项目\n（一）目标\n通水。\n（二）成果\n已通水。\n三、下一步\n继续。\n';
    expect(told(text, programme)).toContain('供水项目/成果: 成果');
    expect(inserted(text.replace('（二）成果\n已通水。\n', ''), '成果')).toContain(
      '通水。\n\n（二）成果\n\n形成成果。\n\n三、下一步',
    );
  });
});

describe('the order', () => {
  const text = '## 成果\n\n多。\n\n## 目标\n\n高。\n';
  const sections = `
  - { id: goal, title: 目标, match: 目标 }
  - { id: result, title: 成果, match: 成果 }
`;
  const misplaced = (report: string, template: Template): readonly string[] =>
    diagnose(head + report, { rules: ['misplaced-section'] }, { templates: [template] }).map(
      ({ message }) => message.en,
    );

  it('matters where the template does not say otherwise', () => {
    expect(misplaced(text, templateOf(`sections:${sections}`))).toHaveLength(1);
    expect(misplaced(text, templateOf(`ordered: false\nsections:${sections}`))).toEqual([]);
  });

  it('is that of each section for its subsections', () => {
    const nested = (keys: string): Template =>
      templateOf(
        `sections:\n  - id: work\n    title: 工作\n    match: 工作\n${keys}    sections:${sections.replace(/^ {2}/gm, '      ')}`,
      );
    const report = `## 工作\n\n${text.replace(/##/g, '###')}`;
    expect(misplaced(report, nested(''))).toEqual([
      'The section "成果" is out of the template\'s order; move it to the end of "工作"',
    ]);
    expect(misplaced(report, nested('    ordered: false\n'))).toEqual([]);
  });
});

/** Each entry in a line: the parent, the requirement, what meets it, and what meets it too. */
function told(report: string, template: Template): readonly string[] {
  return outlineOf(report, template).map(({ requirement, placement, also, parent, before }) => {
    const name = `${parent === undefined ? '' : `${parent.title}/`}${requirement.title}`;
    const more = also.length === 0 ? '' : ` (${also.map(({ title }) => title).join()})`;
    if (placement.kind === 'section') return `${name}: ${placement.section.title}${more}`;
    return `${name}: ${placement.kind}${before === undefined ? '' : ` before ${before.title}`}`;
  });
}

function inserted(report: string, title: string): string {
  const { analysis, text } = readOwn(report, programme);
  const entry = analysis.outline.find(
    ({ requirement, placement }) => requirement.title === title && placement.kind === 'missing',
  );
  if (entry === undefined) throw new Error(`"${title}" is not missing.`);
  const insertion = insertionOf(analysis, entry);
  return (text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset)).slice(head.length);
}

function outlineOf(report: string, template: Template): readonly OutlineEntry[] {
  return readOwn(report, template).analysis.outline;
}

function readOwn(report: string, template: Template): ReturnType<typeof readReport> {
  return readReport(head + report, {}, { templates: [template] });
}

function templateOf(keys: string): Template {
  const { template, problems } = loadTemplate(`id: own\ntitle: Own\nlanguage: zh\n${keys.trim()}\nmetrics: []\n`);
  if (template === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join());
  return template;
}
