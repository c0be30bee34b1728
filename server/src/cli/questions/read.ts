/** Reads the answers of a filled-in table: Markdown, CSV or a workbook, which the bytes tell. */
import Papa from 'papaparse';
import type { Message } from '../../base/message';
import { decodeText } from '../../data/decode';
import { hasMarkdownTable, markdownRows } from './markdown';
import { answersIn, type AnswerTable, type FiledAnswer } from './table';

/** Resolves to the reason where the bytes are none of these, or no table is one of answers. */
export async function readAnswers(path: string, bytes: Uint8Array): Promise<readonly FiledAnswer[] | Message> {
  const tables = isWorkbook(bytes)
    ? (await import('../../data/xlsx/read')).readCells(path, bytes)
    : textTables(decodeText(bytes));
  return isReason(tables) ? tables : (answersIn(tables) ?? noAnswers);
}

function textTables(text: string | undefined): readonly AnswerTable[] | Message {
  if (text === undefined) return notText;
  const tables = hasMarkdownTable(text)
    ? markdownRows(text)
    : [Papa.parse<string[]>(text, { skipEmptyLines: true }).data];
  return tables.map((rows) => rows.map((row) => row.map((cell) => ({ text: cell }))));
}

/** A ZIP archive, or what spreadsheet programs wrote before, of which the reader says how to save it. */
function isWorkbook([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

function isReason(tables: readonly AnswerTable[] | Message): tables is Message {
  return 'en' in tables;
}

const notText: Message = {
  en: 'the file is neither a workbook nor text in UTF-8, UTF-16 or GB18030; save the table as .xlsx or as UTF-8',
  zh: '文件既不是工作簿，也不是 UTF-8、UTF-16 或 GB18030 文本；请另存为 .xlsx 或 UTF-8 文本',
};

const noAnswers: Message = {
  en: 'no table has the columns "id" and "answer"; fill in what "tallymark questions" printed',
  zh: '没有同时含“标识”和“答复”两列的表格；请在 tallymark questions 输出的表格中填写',
};
