/** The request for what is still to be asked, and the one for a template made from reports. */
import { describe, expect, it } from 'vitest';
import deriveTemplate from '../../server/src/features/deriveTemplate';
import { InvalidRequest } from '../../server/src/features/feature';
import questions from '../../server/src/features/questions';
import { loadTemplate } from '../../server/src/template/load';
import { desk, layOut } from './desk';
import { ask } from './harness';

const draft = `---
report: annual-summary
---

# 2025年工作总结

## 一、主要工作

全年印发文件<<documents:**>>份，落实资金<<funds:***>>万元，完成率达<<completion-rate:92>>%。

其中再次印发文件<<documents:**>>份，走访群众**户。
`;

describe('questions', () => {
  it('are counted by owner, each metric once, masks without a tag last', () => {
    const { owners, count } = ask(questions, { text: draft });
    expect(owners).toEqual([
      { name: '办公室', count: 1 },
      { name: '财务科', count: 1 },
      { name: null, count: 1 },
    ]);
    expect(count).toBe(3);
  });

  it('of all owners are tables in the language of the author', () => {
    const { markdown } = ask(
      questions,
      { text: draft, settings: { language: 'zh' } },
      { path: '2025/summary.report.md' },
    );
    expect(markdown).toMatch(/^## 办公室\n\n\| 标识 \| 问题 \|/);
    expect(markdown).toContain('## 财务科');
    expect(markdown).toContain('## 未指定责任人');
    expect(markdown).toContain('2025/summary.report.md | 9 |');
  });

  it('of one owner are one table, and nobody else’s', () => {
    const { markdown, count } = ask(questions, { text: draft }, { owner: '财务科' });
    expect(count).toBe(1);
    expect(markdown).toMatch(/^## 财务科\n/);
    expect(markdown).toContain('| funds |');
    expect(markdown).not.toContain('documents');
  });

  it('without an owner can be asked for by themselves', () => {
    const { markdown, count } = ask(questions, { text: draft }, { owner: null });
    expect(count).toBe(1);
    expect(markdown).toContain('走访群众');
  });

  it('go by the name of the file where the client gives no path', () => {
    const question = { text: draft, uri: 'file:///desk/%E6%80%BB%E7%BB%93.report.md' };
    expect(ask(questions, question).markdown).toContain('| 总结.report.md |');
  });

  it('are none where everything is filled, for an owner without blanks, and for other Markdown files', () => {
    const none = { owners: [], count: 0, markdown: '' };
    expect(ask(questions, { text: draft.replace(/\*+/g, '12') })).toEqual(none);
    expect(ask(questions, { text: draft }, { owner: '安全科' }).count).toBe(0);
    expect(ask(questions, { text: '会议**次', uri: 'file:///desk/notes.md' })).toEqual(none);
  });
});

describe('a derived template', () => {
  const monthly = (month: number, more = ''): string =>
    `---\nperiod: 2025-0${month}\n---\n\n# 2025年${month}月安全月报\n\n## 一、隐患排查\n\n排查隐患<<hazards:${month}2>>处。\n\n## 二、下月打算\n\n继续排查。\n${more}`;
  const office = `//- 5.report.md\n${monthly(5)}//- 6.report.md\n${monthly(6, '\n## 三、存在问题\n\n人手不足。\n')}//- notes.md\n会议12次。\n`;

  it('has what the reports have in common, wherever they are', async () => {
    const { run, open } = await layOut(office);
    open('6.report.md');
    const uris = [`${desk}5.report.md`, `${desk}6.report.md`];
    const result = await run(deriveTemplate, { uris, id: 'safety-monthly' });
    const { template, problems } = loadTemplate(result.text);
    expect(problems).toEqual([]);
    expect(template).toMatchObject({ id: 'safety-monthly', language: 'zh' });
    const named = template?.sections.map(({ title, required }) => [title, required]);
    expect(named).toEqual(
      expect.arrayContaining([
        ['隐患排查', true],
        ['下月打算', true],
        ['存在问题', false],
      ]),
    );
    expect(template?.metrics.map(({ id }) => id)).toContain('hazards');
    expect(result).toMatchObject({ sections: template?.sections.length, metrics: template?.metrics.length });
  });

  it('goes by the latest report, whatever the order', async () => {
    const { run } = await layOut(office);
    const [a, b] = [`${desk}5.report.md`, `${desk}6.report.md`];
    const first = await run(deriveTemplate, { uris: [a, b] });
    expect((await run(deriveTemplate, { uris: [b, a] })).text).toBe(first.text);
    expect(first.text).toMatch(/^# Derived from 5\.report\.md, 6\.report\.md; /);
    expect(loadTemplate(first.text).template?.id).toBe('derived');
  });

  it.each([
    ['no report at all', { uris: [] }, 'at least one report'],
    ['a file that is not there', { uris: [`${desk}7.report.md`] }, '"7.report.md" is no report'],
    ['a file that is no report', { uris: [`${desk}notes.md`] }, '"notes.md" is no report'],
    ['an id that is none', { uris: [`${desk}5.report.md`], id: 'a b' }, '"a b" cannot be the id'],
  ])('is not made from %s', async (_, params, message) => {
    const { run } = await layOut(office);
    const refused = run(deriveTemplate, params);
    await expect(refused).rejects.toThrow(InvalidRequest);
    await expect(refused).rejects.toThrow(message);
  });
});
