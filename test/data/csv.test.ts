/** Figures in tables of text, as offices export them. */
import { describe, expect, test } from 'vitest';
import { checkFigures, placeOf, said, valuesOf } from './checkFigures';

describe('what is read', () => {
  test('columns in any order, under English names', async () => {
    const figures = await checkFigures(
      'figures.csv',
      'Owner,Value,Unit,ID,As of,Source,Remarks,Label,Target\nOffice,"1,234.5",CNY,budget,2024-12-31,Ledger,audited,Budget,2000\n',
    );
    expect([...figures.byId.values()].map(said)).toEqual([
      {
        id: 'budget',
        value: '1,234.5',
        unit: 'CNY',
        label: 'Budget',
        source: 'Ledger',
        asOf: '2024-12-31',
        owner: 'Office',
        note: 'audited',
      },
    ]);
    expect(placeOf(figures, 'budget')).toBe('"1,234.5"');
  });

  test('under a title, with Chinese names, without ids', async () => {
    const figures = await checkFigures(
      'figures.csv',
      '2024年度主要指标,,,\n\n序号,指标名称,本期（万元）,计量单位\n1,营业收入,320,万元\n2,利润 总额,**,万元\n注：以上为快报数,,,\n',
    );
    expect(valuesOf(figures)).toEqual({ 营业收入: '320', 利润总额: '?' });
    expect(figures.byLabel.get('利润总额')?.label).toBe('利润 总额');
  });

  test('running numbers beside the labels are no ids, other numbers are', async () => {
    expect(valuesOf(await checkFigures('a.csv', '编号,指标,数值\n1,会议,12\n2,走访,30\n'))).toEqual({
      会议: '12',
      走访: '30',
    });
    expect(valuesOf(await checkFigures('a.csv', '编号,指标,数值\nM1,会议,12\nM2,走访,30\n'))).toEqual({
      M1: '12',
      M2: '30',
    });
  });

  test.each([
    ['commas', 'id,value\nmeetings,12\nvisits,30'],
    ['semicolons', 'id;value\nmeetings;12\nvisits;30'],
    ['tabs', 'id\tvalue\nmeetings\t12\nvisits\t30'],
    ['line ends of Windows', 'id,value\r\nmeetings,12\r\nvisits,30\r\n'],
    ['line ends of both kinds', 'id,value\r\nmeetings,12\nvisits,30\r\n'],
    ['line ends of old', 'id,value\rmeetings,12\rvisits,30\r'],
    ['quotes', '"id","value"\r\n"meetings","12" \r\n"visits" ,"30"\r\n'],
    ['spaces', ' id , value \nmeetings , 12\nvisits,30 \n'],
  ])('parted by %s', async (_, text) => {
    const figures = await checkFigures('figures.csv', text);
    expect(valuesOf(figures)).toEqual({ meetings: '12', visits: '30' });
    expect(placeOf(figures, 'visits')).toMatch(/^(?:30|"30")$/);
  });

  test('places after quoted cells, doubled quotes and line breaks', async () => {
    const figures = await checkFigures(
      'figures.csv',
      'id,label,value,note\na,"甲 ""乙""",1,"two\nlines"\nb,"x, y" ,"2"  ,\nc,丙,3,\n',
    );
    expect(valuesOf(figures)).toEqual({ a: '1', b: '2', c: '3' });
    expect(['a', 'b', 'c'].map((id) => placeOf(figures, id))).toEqual(['1', '"2"', '3']);
    expect(figures.byId.get('a')).toMatchObject({ label: '甲 "乙"', note: 'two\nlines' });
  });
});

test('every figure of a table stands where its place says, however it is written', async () => {
  const notes = ['', 'plain', '"with, comma"', '"two\nlines"', '"a ""word"""', '  spaces  ', '"" ', '"尾 "  ', "it's"];
  for (const separator of [',', ';', '\t']) {
    for (const end of ['\n', '\r\n']) {
      const rows = notes.flatMap((note, one) =>
        notes.map((other, two) => [note, `m${one}-${two}`, `"${one}.${two}"`, other].join(separator)),
      );
      const text = [['note', 'id', 'value', 'owner'].join(separator), ...rows].join(end);
      const figures = await checkFigures('figures.csv', text);
      expect(figures.byId.size).toBe(notes.length ** 2);
      for (const { id = '', value } of figures.byId.values()) expect(placeOf(figures, id)).toBe(`"${value}"`);
    }
  }
});

test('a long file is read to its end, whichever rows are cut while reading', async () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => `m${at},"${at}","a\nnote, with ""quotes"" in it"`);
  const text = `id,value,note\r\n${rows.join('\r\n')}\r\n`;
  expect(text.length).toBeGreaterThan(1_500_000);
  const figures = await checkFigures('figures.csv', text);
  expect(figures.byId.size).toBe(40_000);
  const wrong = [...figures.byId.keys()].filter((id) => placeOf(figures, id) !== `"${id.slice(1)}"`);
  expect(wrong).toEqual([]);
});

describe('encodings', () => {
  const text = '标识,数值\n会议,12\n';
  const gb18030 = [0xb1, 0xea, 0xca, 0xb6, 44, 0xca, 0xfd, 0xd6, 0xb5, 10, 0xbb, 0xe1, 0xd2, 0xe9, 44, 49, 50, 10];
  const utf16 = (isLittle: boolean): Uint8Array =>
    Uint8Array.from(
      [...`\ufeff${text}`].flatMap((unit) => {
        const code = unit.charCodeAt(0);
        return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );

  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['GB18030', Uint8Array.from(gb18030)],
    ['UTF-16, little end first', utf16(true)],
    ['UTF-16, big end first', utf16(false)],
  ])('%s', async (_, bytes) => {
    const figures = await checkFigures('figures.csv', bytes);
    expect(figures.text).toBe(text);
    expect(placeOf(figures, '会议')).toBe('12');
  });
});

describe('faults', () => {
  test('stand at their cells, and leave the other rows as they are', async () => {
    const figures = await checkFigures(
      'figures.csv',
      'id,label,value\nmeetings,会议,12\nmeetings,会议,13\nparty topics,议题,6\nrate,率,#DIV/0!\n,,7\nbudget,预算,1,234\nvisits,走访,30\n',
      [
        'The id "meetings" is given before too, and only that one is read; remove one or choose another id. @ meetings',
        '"party topics" is not an id: an id has letters, digits, "_" and "-", with "." between parts; choose one without spaces and other marks. @ party topics',
        'The cell holds the error #DIV/0!, expected a figure; correct its formula. @ #DIV/0!',
        'This figure has neither an id nor a label; fill in one of them. @ 7',
        'This row has 4 cells and the header 3; put a value that holds the separator in double quotes. @ 234',
      ],
    );
    expect(valuesOf(figures)).toEqual({ meetings: '12', rate: '?', visits: '30' });
  });

  test('a label given twice, where no id tells the two apart', async () => {
    await checkFigures('figures.csv', '指标,数值\n会议,1\n会 议,2\n', [
      'The label "会 议" is given before too, and only that one is read; give each an id or remove one. @ 会 议',
    ]);
  });

  test('a file without a header', async () => {
    await checkFigures('figures.csv', 'meetings,12\nvisits,30\n', [
      'No row names the columns, expected one with "id" (or "label") and "value"; put such a row above the figures. @ meetings',
    ]);
  });

  test('a header without a column of figures', async () => {
    await checkFigures('figures.csv', 'id,label,valu\nmeetings,会议,12\n', [
      'The header has no column for the figures (did you mean "value"?); name one "value". @ id',
    ]);
  });

  test('two columns of figures', async () => {
    const figures = await checkFigures('figures.csv', '指标,本期,数值\n会议,12,13\n', [
      'The columns "本期" and "数值" name the same thing, and only the first is read; rename one of them. @ 数值',
    ]);
    expect(valuesOf(figures)).toEqual({ 会议: '12' });
  });

  test('full-width commas', async () => {
    await checkFigures('figures.csv', '指标，数值\n会议，12\n', [
      'The columns are parted by full-width commas, expected ","; replace them. @ 指标，数值',
    ]);
  });

  test('a quote that is never closed, and one in the middle', async () => {
    await checkFigures('figures.csv', 'id,value\na,1\nb,"2\nc,3\n', [
      'This double quote is never closed, and all that follows is read as one cell; close it or write it twice. @ "2',
    ]);
    await checkFigures('figures.csv', 'id,value\na,"1"2"\nb,3\n', [
      'Text follows a closing double quote; write double quotes within a cell twice. @ "1"2"',
    ]);
  });
});
