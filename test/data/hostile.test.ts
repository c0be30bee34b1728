/** Data files come from a workspace that nobody vouches for: none may crash or stall the reader, and each is told what is wrong. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../server/src/data/read';
import type { Figures } from '../../server/src/data/types';
import { expectWellFormed } from './checkFigures';
import { rawWorkbook, textRow, workbook } from './workbook';

/** Name, content, and what the first fault says. */
type Malformed = readonly [name: string, content: string | Uint8Array, fault: RegExp];

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const header = textRow('id', 'value');
const cells = (id: string, value: string): string => `<row><c t="str"><v>${id}</v></c>${value}</row>`;
const whole = rawWorkbook(header + cells('a', '<c><v>1</v></c>'));

/** The archive with some bytes set anew, counted from the first place where `mark` stands (from the last for a negative offset). */
function patched(archive: Uint8Array, mark: readonly number[], offset: number, values: readonly number[]): Uint8Array {
  const copy = archive.slice();
  const at = copy.findIndex((_, index) => mark.every((byte, step) => copy[index + step] === byte));
  expect(at).toBeGreaterThanOrEqual(0);
  copy.set(values, at + offset);
  return copy;
}

const directoryEntry = [0x50, 0x4b, 1, 2];
const ownHeader = [0x50, 0x4b, 3, 4];
const archiveEnd = [0x50, 0x4b, 5, 6];

const yamlFiles: readonly Malformed[] = [
  ['scalar.yaml', 'just text', /^Found "just text", expected one "id: value" a line/],
  ['tab.yaml', 'a:\n\tvalue: 1\n', /not valid YAML/],
  ['quote.yaml', 'a: "12\n', /Missing closing "quote/],
  ['flow.yaml', 'a: {value: 1\nb: 2\n', /not valid YAML/],
  ['deep.yaml', '['.repeat(100_000), /more than 50 levels/],
  ['deepMap.yaml', '{a: '.repeat(20_000), /more than 50 levels/],
  ['indented.yaml', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), /no such key/],
  [
    'bomb.yaml',
    `a: &a {note: x}\n${Array.from({ length: 3000 }, (_, at) => `b${at}: *a`).join('\n')}`,
    /alias number 101/,
  ],
  ['circle.yaml', 'a: &a\n  value: *a\n', /^a\.value: found a mapping/],
  ['noAnchor.yaml', 'a: *b\n', /stands for nothing/],
  ['documents.yaml', 'a: 1\n---\nb: 2\n', /more than one document/],
  ['key.yaml', '? [a, b]\n: 1\n', /^"\?" is not an id/],
  ['merge.yaml', 'a: &a {value: 1}\nb: {<<: *a}\n', /^b: no such key "<<"/],
  ['endless.yaml', 'a: .inf\n', /^a\.value: found ".inf"/],
  ['lines.yaml', 'a: |\n  1\n  2\n', /one line/],
  ['tag.yaml', 'a: "<<b:1>>"\n', /holds no "<<"/],
  ['nested.yaml', 'a: {value: {value: 1}}\n', /^a\.value: found a mapping/],
  ['prototype.yaml', 'a: {__proto__: 1, constructor: 2}\n', /no such key "__proto__"/],
  ['long.yaml', 'a: 1\n'.repeat(200_000), /longer than 500000/],
  ['binary.yaml', bytes(0, 1, 2, 3, 255), /not text/],
];

const csvFiles: readonly Malformed[] = [
  ['headless.csv', 'a,1\nb,2\n', /No row names the columns/],
  ['valueless.csv', 'id,unit\na,次\n', /no column for the figures/],
  ['open.csv', 'id,value\na,"1\n', /never closed/],
  ['stray.csv', 'id,value\na,"1"x\n', /Text follows a closing double quote/],
  ['quotes.csv', `id,value\n${'"a"b'.repeat(300_000)}`, /Text follows a closing double quote/],
  ['wide.csv', `id,value\na${',1'.repeat(300)}\n`, /This row has 301 cells/],
  ['oneRow.csv', `id,value\na${',1'.repeat(600_000)}\nb,1\n`, /longer than 1 million/],
  ['ids.csv', `id,value\n${'a b,1\n'.repeat(100_000)}`, /is not an id/],
  ['error.csv', 'id,value\na,#REF!\n', /holds the error #REF!/],
  ['cut.csv', bytes(0xff, 0xfe, 0x61), /not text/],
  ['zeros.csv', new Uint8Array(1000), /not text/],
  ['huge.csv', new Uint8Array(5_000_001), /more than 5 MB/],
];

const otherFiles: readonly Malformed[] = [
  ['figures.txt', 'a,1', /none of them/],
  ['figures.xls', 'a,1', /none of them/],
  ['figures', 'a,1', /none of them/],
];

const xlsxFiles: readonly Malformed[] = [
  ['empty.xlsx', bytes(), /not an \.xlsx workbook/],
  ['huge.xlsx', new Uint8Array(20_000_001), /more than 20 MB/],
  ['text.xlsx', 'id,value\na,1\n', /not an \.xlsx workbook/],
  ['old.xlsx', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /protected by a password or is an old \.xls/],
  ['short.xlsx', whole.subarray(0, whole.length - 30), /ends too early/],
  ['noParts.xlsx', zipSync({ 'readme.txt': strToU8('nothing here') }), /damaged/],
  ['directory.xlsx', patched(whole, archiveEnd, 16, [255, 255, 255, 127]), /damaged/],
  ['count.xlsx', patched(whole, archiveEnd, 10, [255, 255]), /damaged/],
  ['locked.xlsx', patched(whole, directoryEntry, 8, [1, 0]), /encrypted/],
  ['method.xlsx', patched(whole, directoryEntry, 10, [99, 0]), /damaged/],
  ['sizes.xlsx', patched(whole, directoryEntry, 20, [255, 255, 255, 127]), /ends too early/],
  [
    'deflate.xlsx',
    patched(
      whole,
      ownHeader,
      42,
      Array.from({ length: 60 }, () => 255),
    ),
    /damaged/,
  ],
  ['lostWorkbook.xlsx', rawWorkbook(header, { 'xl/workbook.xml': undefined }), /damaged/],
  ['lostSheet.xlsx', rawWorkbook(header, { 'xl/worksheets/sheet1.xml': undefined }), /damaged/],
  ['xml.xlsx', rawWorkbook('<row><c></row>'), /damaged/],
  ['openXml.xlsx', rawWorkbook(header, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }), /damaged/],
  ['notXml.xlsx', rawWorkbook(header, { 'xl/workbook.xml': 'workbook' }), /damaged/],
  ['bomb.xlsx', rawWorkbook(header, { 'xl/worksheets/sheet1.xml': ' '.repeat(33_000_000) }), /more than 32 MB/],
  ['cells.xlsx', rawWorkbook(`<row>${'<c/>'.repeat(500_001)}</row>`), /more than 500000 cells/],
  [
    'merges.xlsx',
    rawWorkbook(
      `${header}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells><sheetData>` +
        `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`,
    ),
    /more merged cells than can be followed/,
  ],
  ['headless.xlsx', rawWorkbook(textRow('a', '1')), /^Sheet1!A1: No row names the columns/],
  [
    'error.xlsx',
    rawWorkbook(header + cells('a', '<c t="e"><v>#REF!</v></c>')),
    /^Sheet1!B2: The cell holds the error #REF!/,
  ],
  ['ids.xlsx', rawWorkbook(header + cells('a b', '<c><v>1</v></c>')), /^Sheet1!A2: "a b" is not an id/],
];

async function read(name: string, content: string | Uint8Array): Promise<Figures> {
  const figures = await readFigures(name, typeof content === 'string' ? strToU8(content) : content);
  for (const problem of figures.problems) expectWellFormed(problem, figures);
  return figures;
}

test.each(['"', '[', '_', '*', '!', '0.', ';', '#,'])(
  'a number format of nothing but %s takes no time',
  async (mark) => {
    const code = mark.repeat(100_000).replaceAll('"', '&quot;');
    const { byId } = await read(
      'formats.xlsx',
      rawWorkbook(header + cells('a', '<c s="0"><v>12</v></c>'), {
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="t/styles" Target="styles.xml"/></Relationships>',
      }),
    );
    expect(byId.get('a')?.value).toBe('12');
  },
);

test('a header in every row takes no longer than a table', async () => {
  const { byId } = await read('headers.csv', strToU8('id,label,value\n1,a,2\n'.repeat(50_000)));
  expect(byId.size).toBe(1);
});

describe('a malformed file', () => {
  test.each([...yamlFiles, ...csvFiles, ...xlsxFiles, ...otherFiles])('%s', async (name, content, fault) => {
    const { problems } = await read(name, content);
    expect(problems[0]?.message.en).toMatch(fault);
    expect(problems.length).toBeLessThanOrEqual(101);
  });
});

test('an archive that lies about its sizes is no way around the limit', async () => {
  const bomb = rawWorkbook(header, { 'xl/worksheets/sheet1.xml': ' '.repeat(33_000_000) });
  for (const [index, byte] of bomb.entries()) {
    if (byte === 0x50 && bomb[index + 1] === 0x4b && bomb[index + 2] === 1) bomb.set([9, 0, 0, 0], index + 24);
  }
  expect((await read('bomb.xlsx', bomb)).problems[0]?.message.en).toMatch(/more than 32 MB/);
});

test('entities are not expanded', async () => {
  const sheet = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>${header}${cells('a', '<c t="str"><v>&b;</v></c>')}</sheetData></worksheet>`;
  const { byId } = await read('entities.xlsx', rawWorkbook('', { 'xl/worksheets/sheet1.xml': sheet }));
  expect(byId.get('a')?.value).toBe('&b;');
});

test('no part of a file, and no file with a byte changed, makes the reader throw', async () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['figures.yaml', strToU8('会议:\n  value: 12\n  unit: &u 次\nb: {value: "1,2", unit: *u}\nc: [1]\n')],
    ['figures.csv', strToU8('标识,数值,备注\na,"1,2","x\ny"\nb,**,\n')],
    [
      'figures.xlsx',
      await workbook({ name: '甲', rows: [['标题'], ['id', 'value'], ['a', 0.5], ['b', 'x']], merges: ['A1:B1'] }),
    ],
  ];
  for (const [name, content] of files) {
    const step = Math.max(1, Math.floor(content.length / 150));
    for (let at = 0; at < content.length; at += step) {
      await read(name, content.subarray(0, at));
      const changed = content.slice();
      changed[at] = ((changed[at] ?? 0) * 7 + 13) & 255;
      await read(name, changed);
    }
  }
});
