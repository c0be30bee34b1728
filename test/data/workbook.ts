/** Workbooks for tests: written by a library as an office program does, or part by part where a fault is wanted. */
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, WriteSheet } from 'hucre/xlsx';

/** A cell with a number format, a result of a formula or an error. */
export type WorkbookCell = string | number | boolean | Date | null | Partial<Cell>;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Such as `A1:D1`. */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
}

export function workbook(...sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet) });
}

export function formatted(value: number | Date, numFmt: string): Partial<Cell> {
  return { value, style: { numFmt } };
}

/** A workbook of one sheet, `Sheet1`, whose cells are given as XML; `parts` replace its own or are added, undefined takes one out. */
export function rawWorkbook(rows: string, parts: Readonly<Record<string, string | undefined>> = {}): Uint8Array {
  const all: Readonly<Record<string, string | undefined>> = { ...standardParts(rows), ...parts };
  const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return zipSync(Object.fromEntries(present.map(([path, text]) => [path, strToU8(text)])));
}

/** Inline strings of one row. */
export function textRow(...texts: readonly string[]): string {
  return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

function toSheet({ name, rows, merges = [], isHidden = false }: WorkbookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const values = rows.map((row, y) =>
    row.map((cell, x) => {
      if (typeof cell !== 'object' || cell === null || cell instanceof Date) return cell;
      cells.set(`${y},${x}`, cell);
      return cell.value ?? null;
    }),
  );
  const corner = (reference: string): { row: number; column: number } => ({
    row: Number(reference.slice(1)) - 1,
    column: reference.charCodeAt(0) - 65,
  });
  return {
    name,
    rows: values,
    cells,
    hidden: isHidden,
    merges: merges.map((range) => {
      const [from = '', to = ''] = range.split(':');
      const [first, last] = [corner(from), corner(to)];
      return { startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column };
    }),
  };
}

function standardParts(rows: string): Readonly<Record<string, string>> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  return {
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
}
