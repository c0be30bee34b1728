/** Reads figures, or just the cells, from the sheets of a workbook. */
import type { Message } from '../../base/message';
import { createCollector, unreadable } from '../collector';
import { missingHeader, readTable } from '../table';
import type { TableRow } from '../table';
import type { Figures } from '../types';
import { damaged, openArchive, unreadable as giveUp } from './archive';
import { readSheet } from './sheet';
import { readWorkbook } from './workbook';

/** Every sheet that has a table of figures is read, hidden ones too. The others are cover sheets and notes, unless all are. */
export function readXlsx(uri: string, bytes: Uint8Array): Figures {
  try {
    return readSheets(uri, bytes);
  } catch (error) {
    return unreadable(uri, reasonOf(error));
  }
}

/** The rows of every sheet, as they are shown; the reason where the workbook cannot be read. */
export function readCells(uri: string, bytes: Uint8Array): readonly (readonly TableRow[])[] | Message {
  try {
    return [...sheetsIn(uri, bytes)];
  } catch (error) {
    return reasonOf(error);
  }
}

function* sheetsIn(uri: string, bytes: Uint8Array): Iterable<readonly TableRow[]> {
  const archive = openArchive(bytes);
  const workbook = readWorkbook(archive);
  for (const { name, path } of workbook.sheets) {
    const xml = archive.read(path);
    yield xml === undefined ? giveUp(damaged) : readSheet(uri, name, xml, workbook);
  }
}

function readSheets(uri: string, bytes: Uint8Array): Figures {
  const collector = createCollector(uri, undefined);
  const others: (readonly TableRow[])[] = [];
  let hasTable = false;
  for (const rows of sheetsIn(uri, bytes)) {
    if (readTable(rows, collector)) hasTable = true;
    else others.push(rows);
  }
  if (!hasTable) {
    const [missing] = others.flatMap((rows) => missingHeader(rows) ?? []);
    if (missing !== undefined) collector.report(missing.place, missing.message);
  }
  return collector.finish();
}

/** What the parts of the reader give as the cause; anything else comes from a file that none of them foresees. */
function reasonOf(error: unknown): Message {
  const cause = error instanceof Error ? error.cause : undefined;
  return isMessage(cause) ? cause : damaged;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}
