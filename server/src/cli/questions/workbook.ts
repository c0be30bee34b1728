/** Questions as a workbook of one sheet. */
import { columns, questionRows, type Column, type PlacedQuestion } from '../../analysis/questionTable';
import type { Language, Message } from '../../base/message';
import { writeXlsx } from '../../data/xlsx/write';

export function questionWorkbook(questions: readonly PlacedQuestion[], language: Language): Uint8Array {
  const [head = [], ...rows] = questionRows(questions, language);
  return writeXlsx({
    name: sheetName[language],
    columns: columns.map((column, index) => ({ name: head[index] ?? '', width: widths[column] })),
    rows,
  });
}

const sheetName: Message = { en: 'Questions', zh: '问题' };

const widths: Readonly<Record<Column, number>> = {
  owner: 14,
  id: 20,
  question: 40,
  sentence: 50,
  file: 24,
  line: 6,
  due: 12,
  unit: 8,
  answer: 32,
};
