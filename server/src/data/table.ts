/** Reads figures from the rows of a table, whatever kind of file it stands in. */
import type { Message } from '../base/message';
import { closest, didYouMean } from '../base/suggest';
import type { Collector } from './collector';
import { columnsOf, doubledColumns, namedColumns, valueNames } from './header';
import type { Columns } from './header';
import type { FigureField, FigurePlace } from './types';
import { idFault, isMetricId, knownValue, shortened, valueFault } from './value';

export interface TableCell {
  /** As it is shown, trimmed; empty where nothing is. */
  readonly text: string;
  readonly place: FigurePlace;
  /** Why it has no value, where that is a fault. */
  readonly fault?: Message | undefined;
}

export type TableRow = readonly TableCell[];

/**
 * Rows above the first header are titles. A later header begins another table. False where no header is found: then nothing is
 * read, and nothing reported.
 */
export function readTable(rows: readonly TableRow[], collector: Collector): boolean {
  let columns: Columns | undefined;
  let header: TableRow = [];
  rows.forEach((row, index) => {
    const texts = row.map(({ text }) => text);
    const named = columnsOf(texts);
    if (named !== undefined) {
      columns = withoutRunningNumbers(named, rows, index);
      header = row;
      // Where two rows make one header, the lower one says what each column is.
      if (columnsOf(rows[index + 1]?.map(({ text }) => text) ?? []) === undefined) {
        reportDoubled(row, columns, collector);
      }
    } else if (columns !== undefined && !isBand(row)) {
      readRow(row, columns, header, collector);
    }
  });
  return columns !== undefined;
}

/** What is wrong with a table that has no header, said of its likeliest row; undefined where it has no row at all. */
export function missingHeader(
  rows: readonly TableRow[],
): { readonly place: FigurePlace; readonly message: Message } | undefined {
  const top = rows.slice(0, 30).filter((row) => row.some(({ text }) => text !== ''));
  const likely = top.find((row) => namedColumns(row.map(({ text }) => text)).size > 1) ?? top[0];
  const first = likely?.find(({ text }) => text !== '');
  if (likely === undefined || first === undefined) return undefined;
  const texts = likely.map(({ text }) => text);
  const named = namedColumns(texts);
  if (texts.some((text) => text.includes('，') && columnsOf(text.split('，')) !== undefined)) {
    return { place: first.place, message: wideCommas };
  }
  if (named.size > 1 && !named.has('value')) {
    const slip = texts.map((text) => closest(text, valueNames)).find((word) => word !== undefined);
    const meant = didYouMean(slip);
    return {
      place: first.place,
      message: {
        en: `The header has no column for the figures${meant.en}; name one "value".`,
        zh: `表头缺少数值列${meant.zh}，请将该列命名为“数值”。`,
      },
    };
  }
  return { place: first.place, message: noHeader };
}

function readRow(row: TableRow, columns: Columns, header: TableRow, collector: Collector): void {
  const cell = (field: FigureField): TableCell | undefined => row[columns.get(field) ?? -1];
  const text = (field: FigureField): string | undefined => cell(field)?.text || undefined;
  const id = text('id');
  const label = text('label');
  const value = cell('value');
  const [named, name] = id === undefined ? [cell('label'), label] : [cell('id'), id];
  if (named === undefined || name === undefined) {
    if (value !== undefined && value.text !== '') collector.report(value.place, nameless);
    return;
  }
  if (id !== undefined && !isMetricId(id)) return collector.report(named.place, idFault(id));
  const extra = row.slice(header.length).find((each) => each.text !== '');
  if (extra !== undefined && extra.place.kind === 'text') {
    return collector.report(extra.place, tooManyCells(row.length, header.length));
  }
  const wrong = value?.fault ?? valueFault(value?.text ?? '');
  if (value !== undefined && wrong !== undefined) collector.report(value.place, wrong);
  collector.add({
    id,
    value: value === undefined || wrong !== undefined ? undefined : knownValue(value.text),
    unit: text('unit'),
    label,
    source: text('source'),
    asOf: text('asOf'),
    owner: text('owner'),
    note: text('note'),
    place: value === undefined || (value.text === '' && value.fault === undefined) ? named.place : value.place,
    named: named.place,
  });
}

/** A row of one merged cell, or with a remark alone: it parts a table or stands below it. */
function isBand(row: TableRow): boolean {
  const filled = row.filter(({ text, fault }) => text !== '' || fault !== undefined);
  const [first] = filled;
  if (first === undefined) return true;
  if (filled.length === 1) return remark.test(first.text);
  return first.place.kind === 'cell' && filled.every(({ place }) => isSame(place, first.place));
}

function isSame(one: FigurePlace, other: FigurePlace): boolean {
  return one.kind === 'cell' && other.kind === 'cell' && one.cell === other.cell;
}

/** Enough to tell; a hostile file may have a header in every row. */
const sampledRows = 50;

/** Where a column holds 1, 2, 3 … beside the labels, its name may mean an id, but it tells nothing. */
function withoutRunningNumbers(columns: Columns, rows: readonly TableRow[], header: number): Columns {
  const column = columns.get('id');
  if (column === undefined || !columns.has('label')) return columns;
  let isNumbered = false;
  for (const row of rows.slice(header + 1, header + 1 + sampledRows)) {
    const id = row[column]?.text ?? '';
    if (id !== '' && !/^\d{1,4}$/.test(id)) return columns;
    isNumbered ||= id !== '';
  }
  return isNumbered ? new Map([...columns].filter(([field]) => field !== 'id')) : columns;
}

function reportDoubled(row: TableRow, columns: Columns, collector: Collector): void {
  for (const { first, second } of doubledColumns(
    row.map(({ text }) => text),
    columns,
  )) {
    const place = row[second]?.place;
    const [one, other] = [first, second].map((column) => shortened(row[column]?.text ?? ''));
    if (place === undefined) continue;
    collector.report(place, {
      en: `The columns "${one}" and "${other}" name the same thing, and only the first is read; rename one of them.`,
      zh: `“${one}”和“${other}”两列含义相同，只读取前一列，请将其中一列改名。`,
    });
  }
}

const remark = /^(?:注|备注|说明|填表|制表|单位|数据来源|来源|notes?|source)\s*\d*\s*[:：]/i;

const noHeader: Message = {
  en: 'No row names the columns, expected one with "id" (or "label") and "value"; put such a row above the figures.',
  zh: '没有表头，应有一行写明列名，至少有“标识”（或“指标”）和“数值”，请在数据上方加上。',
};

const wideCommas: Message = {
  en: 'The columns are parted by full-width commas, expected ","; replace them.',
  zh: '各列以全角逗号“，”分隔，应为半角逗号“,”，请替换。',
};

const nameless: Message = {
  en: 'This figure has neither an id nor a label; fill in one of them.',
  zh: '这个数值既没有标识也没有指标名称，请补上其一。',
};

function tooManyCells(found: number, expected: number): Message {
  return {
    en: `This row has ${found} cells and the header ${expected}; put a value that holds the separator in double quotes.`,
    zh: `这一行有 ${found} 格，表头只有 ${expected} 列，含分隔符的值请加英文双引号。`,
  };
}
