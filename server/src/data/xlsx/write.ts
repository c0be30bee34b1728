/** Writes a table as a workbook in which every cell is text, so that no program takes one for a formula, a number or a date. */
import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../base/escapeXml';
import { cellName } from './reference';

export interface WrittenColumn {
  readonly name: string;
  /** In characters of the usual font. */
  readonly width: number;
}

export interface WrittenSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** The first row says their names in bold and stays in sight. */
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The bytes are the same for the same table. */
export function writeXlsx(sheet: WrittenSheet): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documentRelations}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' }),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetXml(sheet),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${declaration}${xml}`)] as const);
  // An archive dates its files; this is the earliest day that it can say.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`;

/** The number format 49 is text: what is typed into such a cell stays as it is typed. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;
const headStyle = 1;
const textStyle = 2;

/** By their kind, which is their id too. */
function relations(targets: Readonly<Record<string, string>>): string {
  const each = Object.entries(targets).map(
    ([kind, target]) => `<Relationship Id="${kind}" Type="${documentRelations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageTypes}/relationships">${each.join('')}</Relationships>`;
}

function sheetXml({ columns, rows }: WrittenSheet): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${textStyle}" customWidth="1"/>`,
  );
  const head = rowXml(
    columns.map(({ name }) => name),
    0,
    headStyle,
  );
  const body = rows.map((cells, index) => rowXml(cells, index + 1, textStyle));
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${head}${body.join('')}</sheetData></worksheet>`;
}

function rowXml(cells: readonly string[], row: number, style: number): string {
  return `<row r="${row + 1}">${cells.map((text, column) => cellXml(text, cellName(row, column), style)).join('')}</row>`;
}

function cellXml(text: string, name: string, style: number): string {
  if (text === '') return `<c r="${name}" s="${style}"/>`;
  // `_x000D_` would be read as a sign that XML cannot hold.
  const literal = text.slice(0, longestText).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal)}</t></is></c>`;
}

/** More in one cell is a damaged workbook to a spreadsheet program. */
const longestText = 32_767;
