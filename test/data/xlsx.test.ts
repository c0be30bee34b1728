/** Figures in workbooks, laid out as offices do. */
import { describe, expect, test } from 'vitest';
import { checkFigures, placeOf, said, valuesOf } from './checkFigures';
import { formatted, rawWorkbook, textRow, workbook } from './workbook';
import type { WorkbookCell } from './workbook';

describe('tables', () => {
  test('under a merged title, with Chinese names', async () => {
    const bytes = await workbook({
      name: '年度指标',
      rows: [
        ['2024年度主要指标完成情况'],
        ['', '', '', '', '单位：次'],
        ['指标标识', '指标名称', '本期', '计量单位', '数据来源', '截至', '责任部门', '备注', '目标'],
        ['meetings', '会议次数', 12, '次', '会议台账', new Date(Date.UTC(2024, 11, 31)), '办公室', '含专题会', 10],
        ['topics', '议题数', null, '项'],
      ],
      merges: ['A1:I1'],
    });
    const figures = await checkFigures('figures.xlsx', bytes);
    expect([...figures.byId.values()].map(said)).toEqual([
      {
        id: 'meetings',
        value: '12',
        unit: '次',
        label: '会议次数',
        source: '会议台账',
        asOf: '2024-12-31',
        owner: '办公室',
        note: '含专题会',
      },
      { id: 'topics', unit: '项', label: '议题数' },
    ]);
    expect(placeOf(figures, 'meetings')).toBe('年度指标!C4');
    expect(placeOf(figures, 'topics')).toBe('年度指标!A5');
  });

  test('with a header of two rows, bands between, and remarks below', async () => {
    const bytes = await workbook({
      name: 'Sheet1',
      rows: [
        ['序号', '指标', '数值', null],
        [null, null, '本期', '上期'],
        ['一、党建工作'],
        [1, '会议', 12, 10],
        [2, '走访', 30, 28],
        ['注：数据截至年底'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'A3:D3'],
    });
    const figures = await checkFigures('figures.xlsx', bytes);
    expect(valuesOf(figures)).toEqual({ 会议: '12', 走访: '30' });
    expect(placeOf(figures, '会议')).toBe('Sheet1!C4');
  });

  test('one value merged over several rows holds for each of them', async () => {
    const bytes = await workbook({
      name: 'Sheet1',
      rows: [
        ['id', 'value', 'owner'],
        ['a', 5, '办公室'],
        ['b', null, null],
        ['c', 7, null],
      ],
      merges: ['B2:B3', 'C2:C4'],
    });
    const figures = await checkFigures('figures.xlsx', bytes);
    expect(valuesOf(figures)).toEqual({ a: '5', b: '5', c: '7' });
    expect(placeOf(figures, 'b')).toBe('Sheet1!B2');
    expect(figures.byId.get('c')?.owner).toBe('办公室');
  });

  test('on several sheets, a hidden one too, beside sheets without any', async () => {
    const bytes = await workbook(
      { name: '封面', rows: [['年度报告'], ['办公室']] },
      {
        name: '甲',
        rows: [
          ['id', 'value'],
          ['a', 1],
        ],
      },
      {
        name: '乙',
        rows: [
          ['数值', '标识'],
          [2, 'b'],
        ],
        isHidden: true,
      },
    );
    const figures = await checkFigures('figures.xlsx', bytes);
    expect(valuesOf(figures)).toEqual({ a: '1', b: '2' });
    expect(placeOf(figures, 'b')).toBe('乙!A2');
  });
});

describe('cells as they are shown', () => {
  const shown = async (cell: WorkbookCell): Promise<string | undefined> => {
    const bytes = await workbook({
      name: 'Sheet1',
      rows: [
        ['id', 'value'],
        ['a', cell],
      ],
    });
    return (await checkFigures('figures.xlsx', bytes)).byId.get('a')?.value;
  };

  test.each<[string, WorkbookCell, string | undefined]>([
    ['a number', 12, '12'],
    ['a sum in binary', 0.1 + 0.2, '0.3'],
    ['a percentage', formatted(0.951, '0.0%'), '95.1%'],
    ['thousands', formatted(1234567.5, '#,##0.00'), '1234567.50'],
    ['a day', formatted(new Date(Date.UTC(2024, 2, 5)), 'yyyy/m/d'), '2024-03-05'],
    ['a Chinese day', formatted(new Date(Date.UTC(2024, 2, 5)), 'yyyy"年"m"月"d"日"'), '2024年3月5日'],
    ['text', '1,234.5', '1,234.5'],
    ['a mask', '**', undefined],
    ['a result', { value: 42, formula: 'SUM(B3:B9)', formulaResult: 42 }, '42'],
    ['a result that is text', { value: '达标', formula: 'IF(1,"达标")', formulaResult: '达标' }, '达标'],
  ])('%s', async (_, cell, text) => {
    expect(await shown(cell)).toBe(text);
  });

  test('rich text without its readings, escapes, and what stands in CDATA', async () => {
    const cell = (inner: string): string =>
      `<row>${['a', inner].map((text, at) => (at === 0 ? `<c t="str"><v>${text}</v></c>` : text)).join('')}</row>`;
    const rich =
      '<c t="inlineStr"><is><r><t>第一</t></r><r><t xml:space="preserve">会议 </t></r><rPh sb="0" eb="1"><t>diyi</t></rPh></is></c>';
    const value = async (inner: string): Promise<string | undefined> =>
      (await checkFigures('figures.xlsx', rawWorkbook(textRow('id', 'value') + cell(inner)))).byId.get('a')?.value;
    expect(await value(rich)).toBe('第一会议');
    expect(await value('<c t="str"><v>A_x0026_B &amp; &#20013;</v></c>')).toBe('A&B & 中');
    expect(await value('<c t="str"><v><![CDATA[<5]]></v></c>')).toBe('<5');
  });

  test('a Windows workbook and one of old Macs count days from different years', async () => {
    const rows = `${textRow('id', 'value')}<row><c t="str"><v>a</v></c><c s="1"><v>43894</v></c></row>`;
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const relation = (id: string, kind: string, target: string): string =>
      `<Relationship Id="${id}" Type="x/${kind}" Target="${target}"/>`;
    const parts = (date1904: string): Record<string, string> => ({
      'xl/styles.xml': styles,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="${date1904}"/><x:sheets><x:sheet name="Sheet1" r:id="r1"/></x:sheets></x:workbook>`,
    });
    const day = async (date1904: string): Promise<string | undefined> =>
      (await checkFigures('figures.xlsx', rawWorkbook(rows, parts(date1904)))).byId.get('a')?.value;
    expect(await day('0')).toBe('2020-03-04');
    expect(await day('1')).toBe('2024-03-05');
  });
});

describe('faults name their cell', () => {
  test('and leave the other rows as they are', async () => {
    const bytes = await workbook({
      name: '指标',
      rows: [
        ['指标表'],
        ['id', '指标', '数值'],
        ['a', '会议', { value: '#REF!', type: 'error' }],
        ['b', '走访', { value: '#N/A', formula: 'X1', formulaResult: '#N/A' }],
        ['a', '议题', 3],
        ['c d', '到会', 4],
        [null, null, 5],
        ['e', '发文', 6],
      ],
      merges: ['A1:C1'],
    });
    const figures = await checkFigures('figures.xlsx', bytes, [
      '指标!C3: The cell holds the error #REF!, expected a figure; correct its formula.',
      '指标!C4: The cell holds the error #N/A, expected a figure; correct its formula.',
      '指标!A5: The id "a" is given at 指标!C3 too, and only that one is read; remove one or choose another id.',
      '指标!A6: "c d" is not an id: an id has letters, digits, "_" and "-", with "." between parts; choose one without spaces and other marks.',
      '指标!C7: This figure has neither an id nor a label; fill in one of them.',
    ]);
    expect(valuesOf(figures)).toEqual({ a: '?', b: '?', e: '6' });
  });

  test('a formula that was never calculated', async () => {
    const rows = `${textRow('id', 'value')}<row r="5"><c r="A5" t="str"><v>a</v></c><c r="B5"><f>1+1</f></c></row>`;
    await checkFigures('figures.xlsx', rawWorkbook(rows), [
      'Sheet1!B5: The formula has no result yet; open the workbook in a spreadsheet program and save it.',
    ]);
  });

  test('a workbook without a header', async () => {
    const bytes = await workbook({ name: '甲', rows: [['会议', 12]] }, { name: '乙', rows: [] });
    await checkFigures('figures.xlsx', bytes, [
      '甲!A1: No row names the columns, expected one with "id" (or "label") and "value"; put such a row above the figures.',
    ]);
  });
});
