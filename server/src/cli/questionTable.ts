/** Questions as a table that an owner fills in, in Markdown or CSV, and the answers read back from it. */
import Papa from 'papaparse';
import type { Answer } from '../analysis/answers';
import { byOwner, type Question } from '../analysis/questions';
import type { Language, Message } from '../base/message';

export interface PlacedQuestion extends Question {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
}

const columns = {
  owner: { en: 'owner', zh: '责任人' },
  id: { en: 'id', zh: '标识' },
  question: { en: 'question', zh: '问题' },
  sentence: { en: 'sentence', zh: '原句' },
  file: { en: 'file', zh: '文件' },
  line: { en: 'line', zh: '行' },
  due: { en: 'due', zh: '期限' },
  unit: { en: 'unit', zh: '单位' },
  answer: { en: 'answer', zh: '答复' },
} as const satisfies Readonly<Record<string, Message>>;
type Column = keyof typeof columns;

const noOwner: Message = { en: 'No owner', zh: '未指定责任人' };

/** A heading and a table for each owner. */
export function markdownTables(questions: readonly PlacedQuestion[], language: Language): string {
  const shown: readonly Column[] = ['id', 'question', 'sentence', 'file', 'line', 'due', 'unit', 'answer'];
  const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |\n`;
  const tables = [...byOwner(questions)].map(([owner, own]) => {
    const heading = `## ${headingText(owner ?? noOwner[language])}\n\n`;
    const head = row(shown.map((column) => columns[column][language])) + row(shown.map(() => '---'));
    return heading + head + own.map((each) => row(shown.map((column) => valueOf(each, column, language)))).join('');
  });
  return tables.join('\n');
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. What they would read as a formula begins with a quote. */
export function csvTable(questions: readonly PlacedQuestion[], language: Language): string {
  const names = Object.keys(columns) as Column[];
  const rows = [...byOwner(questions).values()]
    .flat()
    .map((each) => names.map((name) => valueOf(each, name, language)));
  const head = names.map((name) => columns[name][language]);
  return `\ufeff${Papa.unparse([head, ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

export interface FiledAnswer extends Answer {
  /** The report that the row speaks of; undefined where it does not say. */
  readonly file: string | undefined;
}

/** The answers of all tables, with those rows that have one; undefined where no table has a column for ids and one for answers. */
export function readAnswers(text: string): readonly FiledAnswer[] | undefined {
  const tables = /^\s*\|.*\|\s*$/m.test(text) ? markdownRows(text) : [csvRows(text)];
  const readable = tables.flatMap((rows): readonly (readonly FiledAnswer[])[] => {
    const [head = [], ...others] = rows;
    const [id, answer, file] = (['id', 'answer', 'file'] as const).map((column) => indexOf(head, column));
    if (id === undefined || answer === undefined || id < 0 || answer < 0) return [];
    const cell = (row: readonly string[], at: number | undefined): string => (row[at ?? -1] ?? '').trim();
    return [
      others
        .map((row) => ({ id: cell(row, id), value: cell(row, answer), file: cell(row, file) || undefined }))
        .filter(({ value }) => value !== ''),
    ];
  });
  return readable.length === 0 ? undefined : readable.flat();
}

function indexOf(head: readonly string[], column: Column): number {
  const names = Object.values(columns[column]) as string[];
  return head.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
}

function valueOf(question: PlacedQuestion, column: Column, language: Language): string {
  switch (column) {
    case 'owner':
      return question.owner ?? '';
    case 'id':
      return question.id ?? '';
    case 'question':
      return question.question[language];
    case 'sentence':
      return question.sentence;
    case 'file':
      return question.path;
    case 'line':
      return String(question.line);
    case 'due':
      return question.due ?? '';
    case 'unit':
      return question.unit ?? '';
    case 'answer':
      return '';
  }
}

/** Marks that would make Markdown of a cell, or end it, are escaped. */
function cellText(text: string): string {
  if (text === '---') return text;
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\|*_<>`~[\]$]/g, '\\$&');
}

function headingText(text: string): string {
  return cellText(text).replace(/#/g, '\\#');
}

/** Tables are parted by lines that are no rows. */
function markdownRows(text: string): readonly (readonly string[][])[] {
  const tables: string[][][] = [];
  let isInside = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const inner = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
    if (inner === undefined) isInside = false;
    else {
      if (!isInside) tables.push([]);
      isInside = true;
      const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\([!-/:-@[-`{-~])/g, '$1'));
      if (!cells.every((cell) => /^:?-{2,}:?$/.test(cell))) tables.at(-1)?.push(cells);
    }
  }
  return tables;
}

function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
}
