/** Finds the answers in the tables in which questions went out. */
import type { Answer } from '../../analysis/answers';
import { columnNames, type Column } from '../../analysis/questionTable';
import type { Message } from '../../base/message';

/** A cell's text, and why it has none where that is a fault. */
export interface AnswerCell {
  readonly text: string;
  readonly fault?: Message | undefined;
}

export type AnswerTable = readonly (readonly AnswerCell[])[];

export interface FiledAnswer extends Answer {
  /** The report that the row speaks of; undefined where it does not say. */
  readonly file: string | undefined;
  /** Why the answer cannot be read. */
  readonly fault?: Message | undefined;
}

/** Of all tables, those rows that have one; undefined where no table begins with a column for ids and one for answers. */
export function answersIn(tables: readonly AnswerTable[]): readonly FiledAnswer[] | undefined {
  const readable = tables.flatMap((table): readonly (readonly FiledAnswer[])[] => {
    const [head = [], ...rows] = table;
    const [id, answer, file] = (['id', 'answer', 'file'] as const).map((column) => indexOf(head, column));
    if (id === undefined || answer === undefined || id < 0 || answer < 0) return [];
    const textAt = (row: readonly AnswerCell[], at: number | undefined): string => (row[at ?? -1]?.text ?? '').trim();
    return [
      rows
        .map((row) => ({
          id: textAt(row, id),
          value: textAt(row, answer),
          file: textAt(row, file) || undefined,
          fault: row[answer]?.fault,
        }))
        .filter(({ value, fault }) => value !== '' || fault !== undefined),
    ];
  });
  return readable.length === 0 ? undefined : readable.flat();
}

function indexOf(head: readonly AnswerCell[], column: Column): number {
  const known: readonly string[] = Object.values(columnNames[column]);
  return head.findIndex(({ text }) => known.includes(text.trim().toLowerCase()));
}
