/** What a hover says of the files around a report: its data, last period's report, other reports, and its front matter. */
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import hover from '../../server/src/features/hover';
import { notCancelled } from '../../server/src/base/cancel';
import { workbook } from '../data/workbook';
import { layOut, type DeskOptions } from './desk';

const template = `id: monthly
title: { zh: 安全月报, en: Safety monthly }
language: zh
sections:
  - { id: work, title: 主要工作, match: 工作 }
  - { id: next, title: 下月打算, match: 打算, required: false }
metrics:
  - { id: meetings, label: { zh: 会议次数, en: Meetings held }, type: integer, unit: 次, floor: { value: 4, basis: { zh: 例会制度, en: the rules of procedure } }, due: 2025-07-05, question: { zh: 六月开了几次会？, en: How many meetings in June? } }
  - { id: closing-rate, label: { zh: 整改率, en: Share put right }, type: percent, unit: '%', required: true }
`;

const june = (front: string, body: string): string => `---
report: monthly
${front}
---

# 六月安全月报

## 一、主要工作

${body}
`;

const office = (files: Readonly<Record<string, string>>): string =>
  Object.entries({ 'monthly.template.yaml': template, ...files })
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join('');

describe('the figure of the data', () => {
  const csv = 'id,value,unit,source,as-of,owner,note\nmeetings,14,次,会议台账,2025-06-30,办公室,不含专题会\n';

  it('is shown with where it comes from, and agrees with the report', async () => {
    const text = await told(
      office({ 'june.csv': csv, 'june.report.md': june('data: june.csv', '召开会议<<meet$0ings:14>>次。') }),
    );
    expect(text).toContain(
      '- 数据：14 次（june\\.csv 第 2 行）；与报告一致；来源：会议台账；截至 2025\\-06\\-30；备注：不含专题会',
    );
  });

  it('is told to differ, and to agree in another unit', async () => {
    const differing = await told(
      office({ 'june.csv': csv, 'june.report.md': june('data: june.csv', '召开会议<<meet$0ings:12>>次。') }),
    );
    expect(differing).toContain('**与报告不一致**');
    const scaled = await told(
      office({
        'june.csv': 'id,value,unit\nfunds,35012,万元\n',
        'june.report.md': june('data: june.csv', '落实资金<<fun$0ds:3.5>>亿元。'),
      }),
    );
    expect(scaled).toContain('与报告一致');
  });

  it('of a workbook is shown with its sheet and cell, and in English', async () => {
    const binary = {
      'june.xlsx': await workbook({
        name: 'Summary',
        rows: [
          ['id', 'value'],
          ['meetings', 14],
        ],
      }),
    };
    const text = await told(office({ 'june.report.md': june('data: june.xlsx', 'Held <<meet$0ings:12>> meetings.') }), {
      binary,
      language: 'en',
    });
    expect(text).toContain('- Data: 14 (june\\.xlsx Summary\\!B2); **the report differs**');
  });

  it('gives a reference its value', async () => {
    const text = await told(
      office({ 'june.csv': csv, 'june.report.md': june('data: june.csv', '上述<<meet$0ings>>次会议。') }),
    );
    expect(text).toContain('引用数据文件中的数值：14。');
  });

  it('stands beside what the template says of floor, owner, due day and question', async () => {
    const text = await told(
      office({ 'june.csv': csv, 'june.report.md': june('data: june.csv', '召开会议<<meet$0ings:**>>次。') }),
    );
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      '**会议次数**（meetings）：整数，单位：次',
      '尚未填写；请在冒号后写上数值。',
    ]);
    expect(text).toContain('- 一般不少于 4（依据：例会制度）');
    expect(text).toContain('- 责任人：办公室；期限：2025\\-07\\-05；提问：六月开了几次会？');
  });
});

describe("last period's value", () => {
  const may = '---\nreport: monthly\n---\n\n# 五月安全月报\n\n会议<<meetings:10>>次，整改率<<closing-rate:90.5>>%。\n';
  const desk = (body: string): string =>
    office({ 'may.report.md': may, 'june.report.md': june('previous: may.report.md', body) });

  it('is shown with the change', async () => {
    expect(await told(desk('召开会议<<meet$0ings:14>>次。'))).toContain('- 上期：10 次；变化：+4（+40%）');
  });

  it('is compared in points for shares', async () => {
    expect(await told(desk('整改率<<closing$0-rate:93>>%。'))).toContain('变化：+2.5个百分点');
  });

  it('stands alone where this period has no value yet', async () => {
    const text = await told(desk('召开会议<<meet$0ings:**>>次。'));
    expect(text).toContain('- 上期：10 次');
    expect(text).not.toContain('变化');
  });
});

describe('other reports', () => {
  const report = (month: number, value: string, kind = 'monthly'): string =>
    `---\nreport: ${kind}\nperiod: 2025-0${month}\n---\n\n# ${month}月安全月报\n\n会议<<meetings:${value}>>次。\n`;
  const files = office({
    '1.report.md': report(1, '11'),
    '2.report.md': report(2, '12'),
    '3.report.md': report(3, '13'),
    '4.report.md': report(4, '**'),
    'audit.report.md': report(5, '3', 'internal-audit'),
    'june.report.md': june('period: 2025-06', '召开会议<<meet$0ings:14>>次。'),
  });

  it('with the same template are counted, and the latest are named', async () => {
    expect(await told(files, { isRead: true })).toContain(
      '- 另有 4 份报告使用：4月安全月报、3月安全月报（13）、2月安全月报（12）…',
    );
  });

  it('are not waited for', async () => {
    expect(await told(files)).not.toContain('份报告使用');
  });

  it('are not all counted where there are thousands', async () => {
    const many = Array.from({ length: 1002 }, (_, index): [string, string] => [`${index}.report.md`, report(1, '1')]);
    const own = { 'june.report.md': june('period: 2025-06', '召开会议<<meet$0ings:14>>次。') };
    const text = await told(office({ ...Object.fromEntries(many), ...own }), { isRead: true });
    expect(text).toContain('另有至少 1000 份报告使用：');
  });

  it('are told of at the id in the template', async () => {
    const marked = template.replace('id: meetings', 'id: meet$0ings');
    const source = `//- monthly.template.yaml\n${marked}//- 1.report.md\n${report(1, '11')}//- audit.report.md\n${report(5, '3', 'internal-audit')}`;
    const text = await told(source, { isRead: true });
    expect(text).toBe('**会议次数**（meetings）：整数，单位：次\n\n有 1 份报告使用：1月安全月报（11）');
  });

  it('are told of at the id in a data file that they are bound to', async () => {
    const source = office({
      'june.csv': 'id,value\nmeet$0ings,14\n',
      'june.report.md': june('data: june.csv', '召开会议<<meetings:14>>次。'),
      '1.report.md': report(1, '11'),
    });
    expect(await told(source, { isRead: true })).toContain('有 1 份报告使用：六月安全月报（14）');
  });

  it('are none for a metric that no report uses', async () => {
    const marked = template.replace('id: meetings', 'id: meet$0ings');
    expect(await told(`//- monthly.template.yaml\n${marked}`, { isRead: true })).toContain('尚无报告使用。');
  });
});

describe('the front matter', () => {
  it('says which template it names, and what that asks for', async () => {
    const text = await told(
      office({ 'june.report.md': june('status: draft', '开会。').replace('monthly', 'mon$0thly') }),
    );
    expect(text.split('\n\n').slice(0, 3)).toEqual([
      '**report**：本报告所用的模板',
      '“安全月报”（monthly）',
      '章节 2 个（必备 1 个），指标 2 个（必备 1 个）。',
    ]);
  });

  it('says that there is no such template, and which may be meant', async () => {
    const text = await told(
      office({ 'june.report.md': june('status: draft', '开会。').replace('monthly', 'mont$0hy') }),
    );
    expect(text).toContain('没有名为“monthy”的模板（是否想写“monthly”？）');
  });

  it('says how many figures a data file gives, and what is wrong with one', async () => {
    const files = { 'a.csv': 'id,value\nmeetings,14\ntopics,\n', 'b.csv': 'id,value\nmeetings,1\nmeetings,2\n' };
    const front = (path: string): string => `data:\n  - ${path}\n  - b.csv`;
    const good = await told(office({ ...files, 'june.report.md': june(front('a$0.csv'), '开会。') }));
    expect(good).toContain('a\\.csv：表格文件，共 2 个数值，其中 1 个尚无数值');
    expect(good).not.toContain('b\\.csv：');
    const bad = await told(office({ ...files, 'june.report.md': june('data: b$0.csv', '开会。') }));
    expect(bad).toContain('有误');
    const none = await told(office({ ...files, 'june.report.md': june('data: c$0.csv', '开会。') }));
    expect(none).toContain('找不到或无法读取文件“c\\.csv”');
  });

  it("says what last period's report gives", async () => {
    const may = '---\nreport: monthly\n---\n\n会议<<meetings:10>>次。\n';
    const files = { 'may.report.md': may, 'june.report.md': june('previous: m$0ay.report.md', '开会。') };
    expect(await told(office(files), { language: 'en' })).toContain('may\\.report\\.md: gives 1 figure');
  });

  it.each([
    ['2025', '2025年全年', 'The year 2025'],
    ['2025-H1', '2025年上半年', 'The first half of 2025'],
    ['2025-Q3', '2025年第三季度', 'The third quarter of 2025'],
    ['2025-06', '2025年6月', 'Month 6 of 2025'],
  ])('says what the period %s is', async (period, zh, en) => {
    const source = office({ 'june.report.md': june(`peri$0od: ${period}`, '开会。') });
    expect(await told(source)).toContain(`\n\n${zh}`);
    expect(await told(source, { language: 'en' })).toContain(`\n\n${en}`);
  });

  it('says what the status means', async () => {
    const source = office({ 'june.report.md': june('status: fi$0nal', '开会。') });
    expect(await told(source)).toContain('final：定稿：未填内容按错误报告');
  });

  it('says what a rule reports, how it is set, and where its page is', async () => {
    const front = 'rules:\n  missing-closing: off\n  wrong-wi$0dth: hint';
    const text = await told(office({ 'june.report.md': june(front, '开会。') }), { language: 'en' });
    expect(text.split('\n\n').slice(0, 3)).toEqual([
      '**wrong-width**: A figure has more or fewer digits than usual',
      'hint: Shown as a hint',
      'Usually: info. More: tallymark explain wrong-width',
    ]);
  });

  it('says that there is no such rule', async () => {
    const text = await told(office({ 'june.report.md': june('rules:\n  wrong-wid$0ht: hint', '开会。') }));
    expect(text).toContain('没有规则“wrong-widht”（是否想写“wrong-width”？）。');
  });

  it('says nothing of a key that means nothing', async () => {
    const text = await told(office({ 'june.report.md': june('weath$0er: fine', '开会。') }));
    expect(text).not.toContain('weather');
  });
});

interface TellOptions extends DeskOptions {
  /** Whether all reports of the workspace have been read. */
  readonly isRead?: boolean;
}

async function told(source: string, { isRead = false, ...options }: TellOptions = {}): Promise<string> {
  const desk = await layOut(source, { language: 'zh', ...options });
  if (isRead) await desk.service.index.reports(notCancelled);
  const answer = await desk.ask(hover);
  return (answer?.contents as MarkupContent | undefined)?.value ?? '';
}
