/** The cells of one sheet, as they are shown. */
import type { Message } from '../../base/message';
import type { TableCell, TableRow } from '../table';
import type { FigurePlace } from '../types';
import { errorValue } from '../value';
import { unreadable } from './archive';
import { fillMerges } from './merge';
import { shownNumber } from './numberFormat';
import { cellName, maxColumns, parseReference } from './reference';
import { textCollector, unescaped } from './workbook';
import type { Workbook } from './workbook';
import { walkXml } from './xml';

/** Rows from the top; every cell of a merged range has the text and the place of its first. Columns past the 256th are left out. */
export function readSheet(uri: string, sheet: string, xml: string, workbook: Workbook): readonly TableRow[] {
  const rows: TableCell[][] = [];
  const merges: string[] = [];
  const text = textCollector();
  let cell: RawCell | undefined;
  let row = -1;
  let column = -1;
  let cells = 0;
  let isValue = false;
  const placeAt = (name: string): FigurePlace => ({ kind: 'cell', uri, sheet, cell: name });
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'row') {
        row = indexOr(row + 1, attribute('r'));
        column = -1;
      } else if (name === 'c') {
        const at = parseReference(attribute('r'));
        column = at?.column ?? column + 1;
        row = at?.row ?? Math.max(0, row);
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: undefined, isFormula: false };
        if (++cells > maxCells) unreadable(tooManyCells);
      } else if (name === 'f' && cell !== undefined) cell.isFormula = true;
      else if (name === 'v') isValue = true;
      else if (name === 'mergeCell') merges.push(attribute('ref') ?? '');
      text.open(name);
    },
    text(part) {
      if (isValue && cell !== undefined) cell.value = (cell.value ?? '') + part;
      else text.text(part);
    },
    close(name) {
      text.close(name);
      if (name === 'v') isValue = false;
      if (name === 'is' && cell !== undefined) cell.value = text.take();
      if (name !== 'c' || cell === undefined) return;
      const shown = shownCell(cell, workbook);
      if ((shown.text !== '' || shown.fault !== undefined) && column < maxColumns && row < maxRows) {
        (rows[row] ??= [])[column] = { ...shown, place: placeAt(cellName(row, column)) };
      }
      cell = undefined;
    },
  });
  if (!fillMerges(rows, merges)) unreadable(tooManyMerges);
  return Array.from(rows.filter(Boolean), (each) => complete(each, placeAt));
}

const maxCells = 500_000;
/** What a spreadsheet has at most. */
const maxRows = 1_048_576;

interface RawCell {
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  isFormula: boolean;
}

function shownCell(
  { type, style, value, isFormula }: RawCell,
  { texts, formats, is1904 }: Workbook,
): Omit<TableCell, 'place'> {
  if (value === undefined) return isFormula ? { text: '', fault: notCalculated } : { text: '' };
  switch (type) {
    case 's':
      return { text: (texts[Number(value)] ?? '').trim() };
    case 'e':
      return { text: value, fault: errorValue(value) };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ') };
    case 'n': {
      const number = value.trim() === '' ? NaN : Number(value);
      return {
        text: Number.isFinite(number) ? shownNumber(number, formats[style] ?? 'General', is1904) : value.trim(),
      };
    }
    default:
      return { text: unescaped(value).trim() };
  }
}

/** Without holes. */
function complete(row: readonly (TableCell | undefined)[], placeAt: (name: string) => FigurePlace): TableRow {
  const place = placeAt('');
  return Array.from(row, (cell) => cell ?? { text: '', place });
}

function indexOr(otherwise: number, attribute: string | undefined): number {
  const index = Number(attribute);
  return Number.isInteger(index) && index > 0 ? index - 1 : otherwise;
}

const notCalculated: Message = {
  en: 'The formula has no result yet; open the workbook in a spreadsheet program and save it.',
  zh: '公式尚无计算结果，请用表格软件打开工作簿并保存。',
};

const tooManyCells: Message = {
  en: `The workbook has a sheet of more than ${maxCells} cells and is not read; keep the figures in a workbook of their own.`,
  zh: `工作簿中有工作表超过 ${maxCells / 10_000} 万个单元格，未读取，请把数据另存为单独的工作簿。`,
};

const tooManyMerges: Message = {
  en: 'The workbook has a sheet with more merged cells than can be followed and is not read; unmerge them.',
  zh: '工作簿中有工作表的合并单元格过多，未读取，请取消合并。',
};
