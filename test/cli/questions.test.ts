/** `tallymark questions` and `answers`: what is asked of whom, and how the answers come back from text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fillAnswers } from '../../server/src/analysis/answers';
import { applyChanges } from '../../server/src/base/problem';
import { readReport } from '../check';
import { inFolder } from './run';

const template = `id: own
title: {en: Own, zh: 自用}
language: zh
metrics:
  - {id: meetings, label: {en: Meetings, zh: 会议}, type: integer, unit: 次, owner: 办公室, due: 2025-01-10, question: {en: How many meetings were held?, zh: 开了多少次会？}}
  - {id: amount, label: {en: Amount settled, zh: 化解金额}, type: money, unit: 亿元, owner: 财务科}
  - {id: rate, label: {en: Completion, zh: 完成率}, type: percent, unit: '%', owner: 办公室}
  - {id: closing-date, label: {en: Day of closing, zh: 结项日期}, type: date, owner: 办公室}
`;
const report = `---
report: own
---

# 总结

全年召开会议<<meetings:**>>次，化解金额<<amount:*.**>>亿元，惠及**户。共<<meetings>>次会议，**重点**工作全部完成。

| 指标 | 值 |
| --- | --- |
| 完成率 | <<rate:**.*>>% |
| 会议 | <<meetings:**>> 次 |

于<<closing-date:20**年*月*日>>结项，走访<<visits:12>>户，另有<<visits:**>>户，<<others:待填>>项。
`;
const files = { 'own.template.yaml': template, 'a.report.md': report };

describe('questions', () => {
  it('go to the owner whom the template names, each metric once, in its words or made ones', async () => {
    await inFolder(files, async ({ questions }) => {
      const { output, errors, exitCode } = await questions(['a.report.md'], { language: 'zh' });
      expect(exitCode).toBe(0);
      expect(output.replace(/\\/g, '').split('\n')).toEqual([
        '## 办公室',
        '',
        '| 标识 | 问题 | 原句 | 文件 | 行 | 期限 | 单位 | 答复 |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        expect.stringMatching(
          /^\| meetings \| 开了多少次会？ \| 全年召开会议\[\*\*\]次，化解金额\*\.\*\*亿元，惠及\*\*户。 \| a\.report\.md \| 7 \| 2025-01-10 \| 次 \| {2}\|$/,
        ),
        '| rate | “完成率”是多少（单位：%）？ | [**.*]% | a.report.md | 11 |  | % |  |',
        expect.stringMatching(/^\| closing-date \| “结项日期”是哪一天？ \| 于\[20\*\*年\*月\*日\]结项，走访12户，/),
        '',
        '## 财务科',
        '',
        '| 标识 | 问题 | 原句 | 文件 | 行 | 期限 | 单位 | 答复 |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        expect.stringMatching(/^\| amount \| “化解金额”是多少（单位：亿元）？ \|/),
        '',
        '## 未指定责任人',
        '',
        '| 标识 | 问题 | 原句 | 文件 | 行 | 期限 | 单位 | 答复 |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        expect.stringMatching(/^\| {2}\| “.*惠及\[\*\*\]户。.*”是多少（单位：户）？ \|/),
        expect.stringMatching(/^\| others \| “others”是多少（单位：项）？ \|/),
        '',
      ]);
      expect(errors).toBe('共 6 个问题；其中 1 个是没有标签的掩码，答复无法读回\n');
    });
  });

  it('of one owner alone, and of nobody else', async () => {
    await inFolder(files, async ({ questions }) => {
      const { output } = await questions(['a.report.md'], { owner: '财务科' });
      expect(output).toContain('| amount | How much is "Amount settled" (亿元)? |');
      expect(output).not.toContain('meetings |');
      const { exitCode, errors } = await questions(['a.report.md'], { owner: '财务处' });
      expect(exitCode).toBe(2);
      expect(errors).toContain('(did you mean "财务科"?)');
    });
  });

  it('go to the owner that the data name where the template names none', async () => {
    await inFolder(
      {
        'figures.csv': 'id,value,owner\nvisits,,Field office\n',
        'a.report.md': '---\ndata: figures.csv\n---\n\nMade <<visits:**>> visits.\n',
      },
      async ({ questions }) => {
        expect((await questions(['a.report.md'])).output).toMatch(
          /^## Field office\n\n\| id [^]*\n\| visits \| How much is "visits" \(visits\)\? \|/,
        );
      },
    );
  });

  it('as CSV keep every sign, and are no formulas', async () => {
    const text = '# A\n\n=SUM(A1), "quoted", held <<meetings:**>> meetings;\n\n- <<calls:**>> calls\n';
    await inFolder({ 'a.report.md': text }, async ({ questions }) => {
      const { output } = await questions(['a.report.md'], { format: 'csv' });
      expect(output.charCodeAt(0)).toBe(0xfeff);
      const { data } = Papa.parse<Record<string, string>>(output.slice(1), { header: true, skipEmptyLines: true });
      expect(data.map(({ id, sentence, line }) => `${line} ${id}: ${sentence}`)).toEqual([
        '3 meetings: \'=SUM(A1), "quoted", held [**] meetings;',
        '5 calls: [**] calls',
      ]);
    });
  });
});

describe('answers', () => {
  const filled = report
    .replaceAll('<<meetings:**>>', '<<meetings:12>>')
    .replace('*.**', '3.25')
    .replace('**.*', '95.1')
    .replace('20**年*月*日', '2024年12月3日');
  const values: Readonly<Record<string, string>> = {
    meetings: '12次',
    amount: '3.25 亿元',
    rate: '95.1%',
    'closing-date': '2024年12月3日',
  };

  it.each(['markdown', 'csv'] as const)('come back from %s as edits inside tags alone', async (format) => {
    await inFolder(files, async ({ questions, answers, write, path }) => {
      for (const language of ['en', 'zh'] as const) {
        const { output } = await questions(['a.report.md'], { format, language });
        const lines = output.split(/(?<=\n)/).map((line) => {
          const id = Object.keys(values).find((each) => line.includes(format === 'csv' ? `,${each},` : `| ${each} |`));
          if (id === undefined) return line;
          const value = values[id] ?? '';
          return format === 'csv'
            ? line.replace(/\r\n$/, `"${value}"\r\n`)
            : line.replace(/\| {2}\|\n$/, `| ${value} |\n`);
        });
        write('filled.txt', lines.join(''));
        const run = await answers('filled.txt', 'a.report.md');
        expect(run.errors).toBe('4 answers filled in at 5 places, 0 not used\n');
        expect(run.output).toBe(filled);
        expect(run.exitCode).toBe(0);
        expect(readFileSync(join(path, 'a.report.md'), 'utf8'), 'only printed').toBe(report);
      }
    });
  });

  it('are written when that is asked for, line endings and byte order mark kept', async () => {
    const windows = `\ufeff${report.replace(/\n/g, '\r\n')}`;
    await inFolder(
      { ...files, 'a.report.md': windows, 'a.csv': 'id,answer\nmeetings,9\n' },
      async ({ answers, path }) => {
        const { output, exitCode } = await answers('a.csv', 'a.report.md', { write: true });
        expect(output).toBe('');
        expect(exitCode).toBe(0);
        expect(readFileSync(join(path, 'a.report.md'), 'utf8')).toBe(
          windows.replaceAll('<<meetings:**>>', '<<meetings:9>>'),
        );
      },
    );
  });

  const refusals: readonly [string, string, string][] = [
    ['meeting', '9', 'meeting: no tag has this id (did you mean "meetings"?)'],
    ['visits', '13', 'visits: it has the value 12 already'],
    ['amount', '很多', 'amount: "很多" is no amount of money'],
    ['others', 'a>>b', 'others: a tag cannot hold such signs'],
    ['others', 'a | b', 'others: a tag cannot hold such signs'],
    ['', '9', 'answer "9" without an id: no tag has this id'],
  ];
  it.each(refusals)('%s %s is not used, and that is said', async (id, value, message) => {
    await inFolder({ ...files, 'a.csv': `id,answer\n${id},${value}\n` }, async ({ answers }) => {
      const { output, errors, exitCode } = await answers('a.csv', 'a.report.md');
      expect(errors).toContain(message);
      expect(output).toBe(report);
      expect(exitCode).toBe(1);
    });
  });

  it('that are none, or the same again, are passed over', async () => {
    const table = 'id,answer\nmeetings,\namount,**\nrate,待填\nvisits,１２\nothers,3\nothers,3\n';
    await inFolder({ ...files, 'a.csv': table }, async ({ answers }) => {
      const { output, errors, exitCode } = await answers('a.csv', 'a.report.md');
      expect(output).toBe(report.replace('待填', '3'));
      expect(errors).toBe('1 answer filled in at 1 place, 0 not used\n');
      expect(exitCode).toBe(0);
    });
  });

  it('of other reports stay out of this one', async () => {
    const table = 'file,id,answer\nb.report.md,meetings,9\n./a.report.md,amount,1\n';
    await inFolder({ ...files, 'a.csv': table }, async ({ answers }) => {
      const { output, errors } = await answers('a.csv', 'a.report.md');
      expect(output).toBe(report.replace('*.**', '1'));
      expect(errors).toContain('1 answer is for another report');
    });
  });

  it('need a table with the two columns', async () => {
    await inFolder({ ...files, 'a.csv': 'name,value\nmeetings,9\n' }, async ({ answers }) => {
      const { exitCode, errors } = await answers('a.csv', 'a.report.md');
      expect(exitCode).toBe(2);
      expect(errors).toContain('"id" and "answer"');
      expect((await answers('none.csv', 'a.report.md')).errors).toContain('none.csv: there is no such file');
    });
  });

  it('whatever they hold leave the rest of the report as it is', () => {
    const { analysis } = readReport(report.replace('report: own\n', ''));
    const odd = ['**次', '$1', '$&', '\\', '>>', '<<', '12 次', '`', '1\n2', '\u0000', '---', ']]', '😀', '12:13'];
    for (const value of odd) {
      const { changes } = fillAnswers([{ id: 'others', value }], analysis);
      const text = applyChanges(analysis.report.text, changes);
      const ids = readReport(text).report.metrics.map(({ id, state }) => `${id} ${state === 'malformed'}`);
      expect(ids, value).toEqual(analysis.report.metrics.map(({ id }) => `${id} false`));
    }
  });
});
