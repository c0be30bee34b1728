/** The tables that answers come back in: their columns, their encodings, and workbooks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../server/src/cli/questions/read';
import { formatted, rawWorkbook, textRow, workbook, type WorkbookCell } from '../data/workbook';
import { inFolder } from './run';

const template = `id: own
title: {en: Own, zh: 自用}
language: zh
metrics:
  - {id: meetings, label: {en: Meetings, zh: 会议}, type: integer, unit: 次, owner: 办公室, due: 2025-01-10}
  - {id: amount, label: {en: Amount settled, zh: 化解金额}, type: money, unit: 亿元, owner: 财务科}
  - {id: rate, label: {en: Completion, zh: 完成率}, type: percent, unit: '%', owner: 办公室}
  - {id: closing-date, label: {en: Day of closing, zh: 结项日期}, type: date, owner: 办公室}
`;
const report = `---
report: own
---

# 总结

全年召开会议<<meetings:**>>次，化解金额<<amount:*.**>>亿元，完成率<<rate:**.*>>%。

于<<closing-date:20**年*月*日>>结项，于<<opened:待填>>立项，走访<<visits:12>>户。
`;
const files = { 'own.template.yaml': template, 'a.report.md': report };

/** The rows of a workbook, as a reader of another make has them. */
async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await readXlsx(bytes);
  expect(sheets).toHaveLength(1);
  return sheets[0]?.rows ?? [];
}

describe('tables', () => {
  const cases: readonly [string, string, readonly string[] | undefined][] = [
    [
      'columns in any order, and others beside them',
      '| answer | note | id |\n|:---|---|---:|\n| 5 | x | a |\n',
      ['a 5'],
    ],
    [
      'several tables with text between',
      '# A\n\n| id | answer |\n| -- | -- |\n| a | 1 |\n\nText.\n\n| 标识 | 答复 |\n| -- | -- |\n| b | 2 |\n',
      ['a 1', 'b 2'],
    ],
    ['escaped signs', '| id | answer |\n| --- | --- |\n| a\\_b | 1 \\| 2 |\n', ['a_b 1 | 2']],
    ['semicolons, as some spreadsheets save', 'id;answer\r\na;1,5\r\n', ['a 1,5']],
    ['quotes', 'id,answer\n"a","1,500"\n', ['a 1,500']],
    ['capitals', 'ID,Answer\na,1\n', ['a 1']],
    ['a short row', 'id,unit,answer\na\nb,x,2\n', ['b 2']],
    ['no such columns', 'a,b\n1,2\n', undefined],
    ['nothing', '', undefined],
  ];
  it.each(cases)('%s', async (_title, text, expected) => {
    const read = await readAnswers('answers.txt', Buffer.from(text));
    expect('en' in read ? undefined : read.map(({ id, value }) => `${id} ${value}`)).toEqual(expected);
  });
});

describe('workbooks', () => {
  it('hold the questions owner by owner, the header in sight, every cell text', async () => {
    await inFolder(files, async ({ questions, path }) => {
      const { output, errors, exitCode } = await questions(['a.report.md'], {
        format: 'xlsx',
        output: 'q.xlsx',
        language: 'zh',
      });
      expect([output, errors, exitCode]).toEqual(['', '共 5 个问题\n', 0]);
      const bytes = readFileSync(join(path, 'q.xlsx'));
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      const [sheet] = sheets;
      expect(sheet?.name).toBe('问题');
      expect(sheet?.freezePane?.rows).toBe(1);
      const [head, ...rows] = await rowsOf(bytes);
      expect(head).toEqual(['责任人', '标识', '问题', '原句', '文件', '行', '期限', '单位', '答复']);
      expect(rows.map(([owner, id, , , file, line, due]) => [owner, id, file, line, due ?? ''])).toEqual([
        ['办公室', 'meetings', 'a.report.md', '7', '2025-01-10'],
        ['办公室', 'rate', 'a.report.md', '7', ''],
        ['办公室', 'closing-date', 'a.report.md', '9', ''],
        ['财务科', 'amount', 'a.report.md', '7', ''],
        [expect.toSatisfy((owner) => (owner ?? '') === ''), 'opened', 'a.report.md', '9', ''],
      ]);
      const styles = [...(sheet?.cells ?? [])].map(([place, { style }]) => [
        place.startsWith('0,'),
        style?.font?.bold === true,
        style?.numFmt,
      ]);
      expect(styles.length).toBeGreaterThan(9);
      expect(styles.filter(([isHead, isBold, format]) => isHead !== isBold || format !== '@')).toEqual([]);
    });
  });

  it('have no formulas and no signs that XML cannot hold, and keep what looks like markup', async () => {
    const odd = ['=SUM(A1)', '+1', '-1', '@a', '&lt <b>&', '_x000D_', '"\'', '甲\u0001乙', '😀'];
    const text = `# A\n\n${odd.map((each, index) => `${each}, held <<m${index}:**>> meetings;`).join('\n\n')}\n`;
    await inFolder({ 'a.report.md': text }, async ({ questions, path }) => {
      await questions(['a.report.md'], { format: 'xlsx', output: 'q.xlsx' });
      const bytes = readFileSync(join(path, 'q.xlsx'));
      const { sheets } = await readXlsx(bytes);
      expect([...(sheets[0]?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)).toEqual([]);
      const sentences = (await rowsOf(bytes)).slice(1).map((row) => String(row[3]));
      expect(sentences.map((each) => each.replace(', held [**] meetings;', ''))).toEqual(
        odd.map((each) => each.replace('\u0001', '').replace(/^[+-]/, '')),
      );
    });
  });

  it('go to a file alone, and over none that is there', async () => {
    await inFolder({ ...files, 'q.xlsx': 'mine' }, async ({ questions, path }) => {
      const { output, errors, exitCode } = await questions(['a.report.md'], { format: 'xlsx' });
      expect([output, exitCode]).toEqual(['', 2]);
      expect(errors).toContain('--output');
      expect((await questions(['a.report.md'], { format: 'xlsx', output: 'q.xlsx' })).errors).toContain('--force');
      expect(readFileSync(join(path, 'q.xlsx'), 'utf8')).toBe('mine');
      await questions(['none.md'], { format: 'xlsx', output: 'r.xlsx' });
      expect(existsSync(join(path, 'r.xlsx'))).toBe(false);
    });
  });

  it('come back filled in, as texts, numbers, percentages and dates', async () => {
    const filled = report
      .replace('<<meetings:**>>', '<<meetings:12>>')
      .replace('*.**', '3.25')
      .replace('**.*', '95.1')
      .replace('20**年*月*日', '2024年12月3日')
      .replace('待填', '2024-03-05');
    const day = (month: number, date: number): Date => new Date(Date.UTC(2024, month - 1, date));
    const answers: Readonly<Record<string, readonly WorkbookCell[]>> = {
      meetings: ['12', 12, '12次', formatted(12, '0')],
      amount: ['3.25亿元', 3.25, '3.25', formatted(3.25, '#,##0.00')],
      rate: ['95.1%', formatted(0.951, '0.0%'), '95.1', formatted(0.951, '0.0%')],
      'closing-date': ['2024年12月3日', day(12, 3), formatted(day(12, 3), 'yyyy"年"m"月"d"日"'), '2024-12-03'],
      opened: ['2024-03-05', day(3, 5), formatted(day(3, 5), 'yyyy/m/d'), '2024-03-05'],
    };
    await inFolder(files, async ({ questions, answers: answer, write, path }) => {
      for (const [turn, language] of (['en', 'zh', 'en', 'zh'] as const).entries()) {
        await questions(['a.report.md'], { format: 'xlsx', output: 'q.xlsx', force: true, language });
        const [head = [], ...rows] = await rowsOf(readFileSync(join(path, 'q.xlsx')));
        const back = rows.map((row) => [...row.slice(0, 8), answers[String(row[1])]?.[turn] ?? null]);
        write('q.xlsx', Buffer.from(await workbook({ name: 'S', rows: [head, ...back] as WorkbookCell[][] })));
        const { output, errors, exitCode } = await answer('q.xlsx', 'a.report.md');
        expect(errors, `turn ${turn}`).toBe('5 answers filled in at 5 places, 0 not used\n');
        expect(output).toBe(filled);
        expect(exitCode).toBe(0);
      }
      write('filled.report.md', filled);
      write(
        'same.xlsx',
        Buffer.from(
          await workbook({
            name: 'S',
            rows: [
              ['id', 'answer'],
              ['closing-date', day(12, 3)],
            ],
          }),
        ),
      );
      expect((await answer('same.xlsx', 'filled.report.md')).errors).toBe(
        '0 answers filled in at 0 places, 0 not used\n',
      );
    });
  });

  it('with other sheets before it, and errors in cells, of which is said what they are', async () => {
    const bytes = await workbook(
      { name: 'Notes', rows: [['Please fill in by Friday.']] },
      {
        name: 'Questions',
        rows: [
          ['id', 'answer'],
          ['amount', 7],
          ['meetings', null],
        ],
      },
    );
    const broken = rawWorkbook(
      `${textRow('id', 'answer')}<row><c t="inlineStr"><is><t>meetings</t></is></c><c t="e"><v>#REF!</v></c></row>`,
    );
    await inFolder({ ...files, 'b.xlsx': Buffer.from(bytes), 'c.xlsx': Buffer.from(broken) }, async ({ answers }) => {
      expect((await answers('b.xlsx', 'a.report.md')).output).toBe(report.replace('*.**', '7'));
      const { output, errors, exitCode } = await answers('c.xlsx', 'a.report.md');
      expect(output).toBe(report);
      expect(errors).toContain('meetings: The cell holds the error #REF!');
      expect(exitCode).toBe(1);
    });
  });

  const unreadable: readonly [string, Buffer, string][] = [
    ['a damaged one', Buffer.from('PK\u0003\u0004 no archive'), 'workbook'],
    ['an old one', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '.xlsx'],
    ['one without the columns', Buffer.from(rawWorkbook(textRow('name', 'value'))), '"id" and "answer"'],
    ['something else', Buffer.from([0, 1, 2, 255]), 'neither a workbook nor text'],
  ];
  it.each(unreadable)('%s is refused', async (_title, bytes, message) => {
    await inFolder({ ...files, 'q.xlsx': bytes }, async ({ answers }) => {
      const { output, errors, exitCode } = await answers('q.xlsx', 'a.report.md');
      expect([output, exitCode]).toEqual(['', 2]);
      expect(errors).toMatch(/^q\.xlsx: /);
      expect(errors).toContain(message);
    });
  });

  it('as CSV of an office program in Chinese Windows or in UTF-16 are read too', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from([0xb1, 0xea, 0xca, 0xb6, 0x2c, 0xb4, 0xf0, 0xb8, 0xb4]),
      Buffer.from('\r\nmeetings,9\r\n'),
    ]);
    const utf16 = Buffer.from('\ufeff标识\t答复\r\nmeetings\t9\r\n', 'utf16le');
    for (const bytes of [gb18030, utf16]) {
      expect(await readAnswers('a.csv', bytes)).toMatchObject([{ id: 'meetings', value: '9' }]);
    }
  });
});
