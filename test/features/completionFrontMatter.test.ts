/** Completion in the front matter: keys, templates, periods, files, other reports and rules. */
import { describe, expect, it } from 'vitest';
import { accept, desk, item, labelsOf } from './completions';

describe('keys', () => {
  it('are offered where they are not there yet', () => {
    const labels = labelsOf({ text: '---\nreport: project-status\n$0\n---\n' });
    expect(labels).toEqual(['title', 'period', 'org', 'data', 'previous', 'status', 'rules']);
  });

  it('are offered before the closing fence is typed, with CRLF too', () => {
    expect(labelsOf({ text: '---\nre$0' })).toContain('report');
    expect(labelsOf({ text: '---\r\ntitle: x\r\nre$0' })).toContain('report');
    expect(labelsOf({ text: '---\n\nre$0', uri: 'file:///desk/a.report.md' })).toEqual([]);
  });

  it('are not offered below it', () => {
    expect(labelsOf({ text: '---\nreport: project-status\n---\n\nti$0' })).toEqual([]);
  });

  it('leave the lines below open where they hold several', () => {
    expect(accept({ text: '---\nru$0\n---\n' }, 'rules')).toBe('---\nrules:\n---\n');
    expect(accept({ text: '---\npe$0\n---\n' }, 'period')).toBe('---\nperiod: \n---\n');
  });
});

describe('report, status and rules', () => {
  it('offers the templates, that of the title first', () => {
    const question = { text: '---\ntitle: 某局党组落实全面从严治党主体责任情况的报告\nreport:$0\n---\n' };
    expect(labelsOf(question)[0]).toBe('party-governance-responsibility');
    expect(labelsOf(question)).toContain('project-status');
    expect(accept(question, 'annual-summary')).toContain('\nreport: annual-summary\n');
  });

  it('finds a template by its title in either language', () => {
    expect(item({ text: '---\nreport: 月$0\n---\n' }, 'project-status').filterText).toMatch(/[\u4e00-\u9fff].*[a-z]/);
  });

  it('replaces a half-typed template', () => {
    expect(accept({ text: '---\nreport: proj$0\n---\n' }, 'project-status')).toBe('---\nreport: project-status\n---\n');
  });

  it('offers both states', () => {
    expect(labelsOf({ text: '---\nstatus: $0\n---\n' })).toEqual(['draft', 'final']);
  });

  it('offers rules and severities below rules:', () => {
    const text = '---\nrules:\n  untagged-mask: hint\n  $0\n---\n';
    expect(labelsOf({ text })).toContain('series-gap');
    expect(labelsOf({ text })).not.toContain('untagged-mask');
    expect(accept({ text }, 'series-gap')).toContain('\n  series-gap: \n');
    expect(labelsOf({ text: '---\nrules:\n  series-gap: $0\n---\n' })).toEqual([
      'off',
      'error',
      'warning',
      'info',
      'hint',
    ]);
    expect(item({ text, settings: { language: 'zh' } }, 'series-gap').detail).toMatch(/跳号/);
  });

  it('offers no rules below another key', () => {
    expect(labelsOf({ text: '---\ntitle:\n  $0\n---\n' })).toEqual([]);
  });
});

describe('what other reports suggest', () => {
  const files = {
    'reports/q1.report.md': report('period: 2024-Q1\norg: 市统计局\ndata: ../data/q1.xlsx'),
    'reports/q2.report.md': report('period: 2024-Q2\norg: 市统计局\ndata: ../data/第二季度.xlsx'),
    'reports/old.report.md': report('period: 2022\norg: 市统计局办公室'),
    'reports/other.report.md': '---\nreport: esg\nperiod: 2031\n---\n\n# ESG\n',
  };
  const asked = (line: string, head = ''): Promise<string[]> =>
    desk({ ...files, 'new/q3.report.md': report(`${head}${line}$0`) }).then(({ labels }) => labels('new/q3.report.md'));

  it('is the period that follows the latest', async () => {
    expect(await asked('period:')).toEqual(['2024-Q3', '2024-Q2']);
  });

  it('is the period that follows the report named as the last', async () => {
    expect(await asked('period:', 'previous: ../reports/q1.report.md\n')).toEqual(['2024-Q2', '2024-Q1']);
  });

  it('is the period of the title first', async () => {
    expect(await asked('period: ', 'title: 2025年6月工作月报\n')).toEqual(['2025-06', '2024-Q3', '2024-Q2', '2025-05']);
  });

  it('is the report before, the newest first', async () => {
    expect(await asked('previous: ')).toEqual([
      '../reports/q2.report.md',
      '../reports/q1.report.md',
      '../reports/old.report.md',
    ]);
    expect((await asked('previous: ', 'period: 2024-Q2\n'))[0]).toBe('../reports/q1.report.md');
  });

  it('is a data file, also in a list', async () => {
    expect(await asked('data: ')).toEqual(['../data/第二季度.xlsx', '../data/q1.xlsx']);
    expect(await asked('data:\n  - ../data/q1.xlsx\n  - ')).toEqual(['../data/第二季度.xlsx']);
  });

  it('is the body that reports', async () => {
    expect(await asked('org: ')).toEqual(['市统计局', '市统计局办公室']);
  });

  it('is nothing where there are no others', () => {
    for (const key of ['period', 'previous', 'data', 'org']) {
      expect(labelsOf({ text: `---\nreport: esg\n${key}: $0\n---\n\n# ESG\n` })).toEqual([]);
    }
  });
});

describe('the period of a title', () => {
  it.each([
    ['某市2024年上半年经济运行情况', '2024-H1', '2023-H2'],
    ['Q1 2025 business review', '2025-Q1', '2024-Q4'],
    ['Site status, January 2025', '2025-01', '2024-12'],
    ['某局2024年工作总结', '2024', '2023'],
  ])('%s', (title, own, before) => {
    expect(labelsOf({ text: `---\ntitle: ${title}\nperiod: $0\n---\n` })).toEqual([own, before]);
  });

  it('is none where a title names several years', () => {
    expect(labelsOf({ text: '---\ntitle: 2021—2025年发展规划\nperiod: $0\n---\n' })).toEqual([]);
  });
});

function report(head: string): string {
  return `---\nreport: project-status\n${head}\n---\n\n# 情况\n\n正文。\n`;
}
