/** Reads the figures of a data file, whatever its kind. The face of this layer. */
import type { Message } from '../base/message';
import { unreadable } from './collector';
import { decodeText } from './decode';
import type { FigureFile, Figures } from './types';

/**
 * Goes by the end of the file's name. Never rejects: what is wrong is among the problems. The readers of each kind are loaded when
 * the first file of it is read.
 */
export async function readFigures(uri: string, bytes: Uint8Array): Promise<Figures> {
  const kind = figureFile(uri);
  if (kind === undefined) return unreadable(uri, unknownKind);
  const limit = maxBytes[kind];
  if (bytes.length > limit) return unreadable(uri, tooLarge(limit));
  try {
    if (kind === 'xlsx') return (await import('./xlsx/read')).readXlsx(uri, bytes);
    const text = decodeText(bytes);
    if (text === undefined) return unreadable(uri, notText);
    return kind === 'csv' ? (await import('./csv')).readCsv(uri, text) : (await import('./yaml')).readYaml(uri, text);
  } catch {
    // A package may give up on a file that nobody foresaw, such as one nested too deep for the stack.
    return unreadable(uri, tooComplex);
  }
}

/** The kind of a data file by its name; undefined where it is none. */
export function figureFile(uri: string): FigureFile | undefined {
  const extension = /\.([a-z]+)(?:[?#].*)?$/i.exec(uri)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : kinds.get(extension);
}

const kinds: ReadonlyMap<string, FigureFile> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
]);

/** A text of that size is read in a second or two, were it the worst; what comes out of a workbook is bounded besides. */
const maxBytes: Readonly<Record<FigureFile, number>> = { yaml: 5_000_000, csv: 5_000_000, xlsx: 20_000_000 };

const unknownKind: Message = {
  en: 'Figures are read from .yaml, .csv and .xlsx files, and this is none of them; save it as one.',
  zh: '数据文件应为 .yaml、.csv 或 .xlsx，此文件不是，请另存为其中一种。',
};

function tooLarge(limit: number): Message {
  const size = limit / 1_000_000;
  return {
    en: `The file has more than ${size} MB and is not read; keep the figures in a file of their own.`,
    zh: `文件超过 ${size} MB，未读取，请把数据另存为单独的文件。`,
  };
}

const notText: Message = {
  en: 'The file is not text in UTF-8, UTF-16 or GB18030; save it as UTF-8.',
  zh: '文件不是 UTF-8、UTF-16 或 GB18030 文本，请另存为 UTF-8。',
};

const tooComplex: Message = {
  en: 'The file is nested too deep or is otherwise too intricate to be read; write the figures plainly.',
  zh: '文件嵌套过深或过于复杂，无法读取，请写成简单的形式。',
};
