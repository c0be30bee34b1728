/** The links of a report: where each stands, where it leads, and what is said of it. */
import { describe, expect, it } from 'vitest';
import documentLink from '../../server/src/features/documentLink';
import { desk, layOut } from './desk';
import { ask, textAt, type Question } from './harness';

describe('front matter', () => {
  const report = (head: string): string => `//- monthly.template.yaml
id: monthly
title: 月报
language: zh
sections:
  - { id: work, title: 主要工作 }
//- 六月/june.report.md
---
${head}
---

# 六月月报$0
`;

  it('leads to the template of the workspace, to the data and to last period', async () => {
    const head =
      'report: monthly\ndata:\n  - 数据/六月.xlsx\n  - "../common.yaml" # 共用\nprevious: ../五月/may.report.md';
    const links = await (await layOut(report(head), { language: 'zh' })).ask(documentLink);
    expect(links.map(({ target, tooltip }) => `${tooltip}: ${decodeURI(target ?? '').replace(desk, '')}`)).toEqual([
      '打开模板: monthly.template.yaml',
      '打开数据文件: 六月/数据/六月.xlsx',
      '打开数据文件: common.yaml',
      '打开上期报告: 五月/may.report.md',
    ]);
  });

  it('links a template of ours nowhere, nor a path that is not written yet', async () => {
    const links = await (await layOut(report('report: annual-summary\ndata:\nprevious: ""'))).ask(documentLink);
    expect(links).toEqual([]);
  });

  it('covers the path without its quotes', () => {
    expect(links('---\nreport: annual-summary\ndata: "figures.yaml"\nprevious: may.report.md # last\n---\n')).toEqual([
      'figures.yaml -> file:///reports/figures.yaml',
      'may.report.md -> file:///reports/may.report.md',
    ]);
  });
});

describe('Markdown links', () => {
  it.each([
    ['见[附表](附件/附表.xlsx)', '附件/附表.xlsx -> file:///reports/附件/附表.xlsx'],
    ['见[附表](<附件/附 表.xlsx> "2024")', '附件/附 表.xlsx -> file:///reports/附件/附 表.xlsx'],
    ['见[附表](%E9%99%84%20%E8%A1%A8.xlsx)', '%E9%99%84%20%E8%A1%A8.xlsx -> file:///reports/附 表.xlsx'],
    ['![现场](../图/现场.png)', '../图/现场.png -> file:///图/现场.png'],
    ['[去年]: ../2023/年报.report.md', '../2023/年报.report.md -> file:///2023/年报.report.md'],
    ['[plan](plan.report.md?plain#goals)', 'plan.report.md?plain#goals -> file:///reports/plan.report.md#goals'],
    ['[rate](100%.md)', '100%.md -> file:///reports/100%.md'],
    ['[site](https://example.com/a?b#c)', 'https://example.com/a?b#c -> https://example.com/a?b#c'],
    ['[write](mailto:office@example.com)', 'mailto:office@example.com -> mailto:office@example.com'],
    ['[disk](file:///elsewhere/a.md)', 'file:///elsewhere/a.md -> file:///elsewhere/a.md'],
  ])('%s', (text, expected) => {
    expect(links(`${text}\n`)).toEqual([expected]);
  });

  it('lead to a section of the report by its id', () => {
    const text = '# 总结\n\n详见[工作](#work)、[打算](#plan)。\n\n## 一、工作 {#work}\n\n召开会议**次。\n';
    expect(links(text)).toEqual(['#work -> file:///reports/june.report.md#L5']);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JavaScript:alert(1))',
    '[a](command:workbench.action.quit)',
    '[a](vbscript:x)',
    '[a](data:text/html,x)',
    '![a](data:image/png;base64,AA)',
    '[a](vscode://x/y)',
    '[a](//server/share/a.md)',
    '[a](\\\\\\\\server\\\\a.md)',
    '[a]: javascript:x',
  ])('%s is none', (text) => {
    expect(links(`${text}\n`)).toEqual([]);
  });

  it.each(['[a](java&Tab;script:x)', '[a](javascript%3Ax)', '[a](&#32;javascript:x)'])(
    '%s leads to a file at most',
    (text) => {
      const targets = ask(documentLink, { text }).map(({ target = '' }) => new URL(target).protocol);
      expect(targets).toEqual(['file:']);
    },
  );

  it('are told apart from addresses that an editor finds by itself, and from code', () => {
    expect(links('见 https://example.com/a、<https://example.com/b>、`[a](b.md)`。\n')).toEqual([]);
  });

  it('say what they open', () => {
    const text = '[a](a.md) ![b](b.png) [c](https://example.com)\n';
    const said = (language: 'en' | 'zh'): (string | undefined)[] =>
      ask(documentLink, { text, settings: { language } }).map(({ tooltip }) => tooltip);
    expect(said('en')).toEqual(['Open the file', 'Open the image', 'Open the page']);
    expect(said('zh')).toEqual(['打开文件', '打开图片', '打开网页']);
  });
});

it('links no paths in a report that has no place yet, whatever they name', () => {
  const text = '---\nreport: annual-summary\ndata: javascript:x\n---\n\n[a](a.md) [b](https://example.com/)\n';
  expect(links(text, 'untitled:Untitled-1')).toEqual(['https://example.com/ -> https://example.com/']);
});

it('takes half of a character in a path', () => {
  expect(links('[a](\ud83d.md) [b](c.md#\ud83d)\n')).toHaveLength(2);
});

function links(text: string, uri?: string): string[] {
  const question: Question = { text, ...(uri === undefined ? {} : { uri }) };
  return ask(documentLink, question).map(({ range, target = '' }) => {
    const shown = target.startsWith('file:')
      ? target.replace(/(?:%[89A-F][0-9A-F])+|%2[05]/g, decodeURIComponent)
      : target;
    return `${textAt(question, range)} -> ${shown}`;
  });
}
