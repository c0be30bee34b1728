/** `tallymark questions`: what is still to be asked, owner by owner. */
import Papa from 'papaparse';
import { questionsOf } from '../analysis/questions';
import { markdownTables, questionRows, type PlacedQuestion } from '../analysis/questionTable';
import type { Language } from '../base/message';
import { closest, didYouMean } from '../base/suggest';
import { CommandFailure } from './failure';
import type { QuestionFormat } from './questions/formats';
import { readReports } from './reports';
import { openSession } from './session';
import type { Terminal } from './terminal';
import { writeOutput, type OutputOptions } from './writeOutput';

export interface QuestionOptions extends OutputOptions {
  readonly owner?: string;
  readonly format: QuestionFormat;
  readonly language?: Language;
}

/**
 * Resolves to the exit code. Throws a CommandFailure where a report cannot be read, where nobody of that name owns a blank, and where
 * a workbook has no file to go to.
 */
export async function questions(
  names: readonly string[],
  options: QuestionOptions,
  terminal: Terminal,
): Promise<number> {
  const session = await openSession(options, terminal);
  const { language } = session;
  if (options.format === 'xlsx' && options.output === undefined) throw new CommandFailure(needsFile, language);
  const reports = await readReports(names, session, terminal);
  const all = reports.flatMap(({ path, snapshot }) =>
    questionsOf(snapshot.analysis).map((each): PlacedQuestion => ({
      ...each,
      path,
      line: snapshot.lines.positionAt(each.offset).line + 1,
    })),
  );
  const chosen = options.owner === undefined ? all : all.filter(({ owner }) => owner === options.owner);
  if (options.owner !== undefined && chosen.length === 0) throw noSuchOwner(options.owner, all, language);
  await writeOutput(await written(chosen, options.format, language), { ...options, language }, terminal);
  const untagged = chosen.filter(({ id }) => id === undefined).length;
  terminal.error(summary(chosen.length, untagged)[language]);
  return 0;
}

async function written(
  questions: readonly PlacedQuestion[],
  format: QuestionFormat,
  language: Language,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'markdown':
      return markdownTables(questions, language);
    case 'csv':
      return csvTable(questions, language);
    case 'xlsx':
      return (await import('./questions/workbook')).questionWorkbook(questions, language);
  }
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. What they would read as a formula begins with a quote. */
function csvTable(questions: readonly PlacedQuestion[], language: Language): string {
  return `\ufeff${Papa.unparse(questionRows(questions, language), { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

const needsFile = {
  en: '--format xlsx makes a workbook, which cannot be printed; name its file with --output',
  zh: '--format xlsx 生成的是工作簿，无法直接显示；请用 --output 指定文件名',
};

function noSuchOwner(owner: string, all: readonly PlacedQuestion[], language: Language): CommandFailure {
  const owners = [...new Set(all.flatMap((each) => each.owner ?? []))];
  const meant = didYouMean(closest(owner, owners));
  const list = owners.length === 0 ? { en: 'nobody', zh: '无' } : { en: owners.join(', '), zh: owners.join('、') };
  return new CommandFailure(
    {
      en: `nothing is asked of "${owner}"${meant.en}; owners with blanks: ${list.en}`,
      zh: `没有需要“${owner}”回答的问题${meant.zh}；有空缺的责任人：${list.zh}`,
    },
    language,
  );
}

function summary(count: number, untagged: number): { en: string; zh: string } {
  const masks =
    untagged === 0
      ? { en: '', zh: '' }
      : {
          en: `; ${untagged} of them about masks without a tag, whose answers cannot be read back`,
          zh: `；其中 ${untagged} 个是没有标签的掩码，答复无法读回`,
        };
  return {
    en: `${count} ${count === 1 ? 'question' : 'questions'}${masks.en}`,
    zh: `共 ${count} 个问题${masks.zh}`,
  };
}
