/** Questions as a table, whatever it is written in, and as Markdown: what goes out to the owners of figures. */
import type { Language, Message } from '../base/message';
import { byOwner, type Question } from './questions';

export interface PlacedQuestion extends Question {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
}

/** What each column is called; answers are read back by these names. */
export const columnNames = {
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

export type Column = keyof typeof columnNames;

export const columns = Object.keys(columnNames) as readonly Column[];

/** The header first; owner by owner. */
export function questionRows(questions: readonly PlacedQuestion[], language: Language): string[][] {
  const ordered = [...byOwner(questions).values()].flat();
  return [
    columns.map((column) => columnNames[column][language]),
    ...ordered.map((each) => columns.map((column) => cellOf(each, column, language))),
  ];
}

/** A heading and a table for each owner. */
export function markdownTables(questions: readonly PlacedQuestion[], language: Language): string {
  const shown = columns.filter((column) => column !== 'owner');
  const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |\n`;
  const tables = [...byOwner(questions)].map(([owner, own]) => {
    const heading = `## ${headingText(owner ?? noOwner[language])}\n\n`;
    const head = row(shown.map((column) => columnNames[column][language])) + row(shown.map(() => '---'));
    return heading + head + own.map((each) => row(shown.map((column) => cellOf(each, column, language)))).join('');
  });
  return tables.join('\n');
}

/** For what neither the template nor the data give an owner. */
export const noOwner: Message = { en: 'No owner', zh: '未指定责任人' };

function cellOf(question: PlacedQuestion, column: Column, language: Language): string {
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
