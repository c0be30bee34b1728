/** The parts of a workbook around its sheets: which there are, their shared texts, and how numbers are shown. */
import type { Archive } from './archive';
import { damaged, unreadable } from './archive';
import { builtInFormats } from './numberFormat';
import { walkXml } from './xml';

export interface Workbook {
  /** In their order, hidden ones too; charts on sheets of their own are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly texts: readonly string[];
  /** The number format of each cell style; `General` where it has none. */
  readonly formats: readonly string[];
  /** Whether days count from 1904. */
  readonly is1904: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly path: string;
}

export function readWorkbook(archive: Archive): Workbook {
  const path = partPath(archive);
  const xml = archive.read(path);
  if (xml === undefined) return unreadable(damaged);
  const relations = readRelations(archive, path);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attribute('id', true));
      if (relation?.kind === 'worksheet') sheets.push({ name: attribute('name') ?? '', path: relation.path });
    },
  });
  const part = (kind: string): string | undefined => {
    const relation = relations.find((each) => each.kind === kind);
    return relation === undefined ? undefined : archive.read(relation.path);
  };
  return { sheets, texts: readTexts(part('sharedStrings')), formats: readFormats(part('styles')), is1904 };
}

/** Texts of a `si` or `is` element without the readings that may stand above Chinese characters. */
export function textCollector(): {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let parts = '';
  let depth = 0;
  let isText = false;
  return {
    open(name) {
      if (name === 'rPh') depth++;
      if (name === 't') isText = true;
    },
    text(text) {
      if (isText && depth === 0) parts += text;
    },
    close(name) {
      if (name === 'rPh') depth--;
      if (name === 't') isText = false;
    },
    take() {
      const taken = unescaped(parts);
      parts = '';
      return taken;
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

interface Relation {
  readonly id: string;
  /** The last part of its type. */
  readonly kind: string;
  readonly path: string;
}

function partPath(archive: Archive): string {
  return readRelations(archive, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
}

function readRelations(archive: Archive, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (xml === undefined) return relations;
  walkXml(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const type = attribute('Type') ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        path: resolvePath(folder, attribute('Target') ?? ''),
      });
    },
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function readTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = [];
  if (xml === undefined) return texts;
  const collector = textCollector();
  walkXml(xml, {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name === 'si') texts.push(collector.take());
    },
  });
  return texts;
}

function readFormats(xml: string | undefined): readonly string[] {
  const codes = new Map(builtInFormats);
  const formats: string[] = [];
  let isCellStyle = false;
  if (xml === undefined) return formats;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'numFmt' && !isCellStyle)
        codes.set(Number(attribute('numFmtId')), shortCode(attribute('formatCode')));
      if (name === 'xf' && isCellStyle) formats.push(codes.get(Number(attribute('numFmtId') ?? 0)) ?? 'General');
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}

/** A spreadsheet takes no longer code than that; patterns would take long for one. */
function shortCode(code = ''): string {
  return code.length > 255 ? 'General' : code;
}
