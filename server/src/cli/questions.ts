/** `tallymark questions`: what is still to be asked, owner by owner. */
import { questionsOf } from '../analysis/questions';
import type { Language } from '../base/message';
import { closest, didYouMean } from '../base/suggest';
import { CommandFailure } from './failure';
import type { QuestionFormat } from './questionFormats';
import { csvTable, markdownTables, type PlacedQuestion } from './questionTable';
import { readReports } from './reports';
import { openSession } from './session';
import type { Terminal } from './terminal';
import { writeOutput, type OutputOptions } from './writeOutput';

export interface QuestionOptions extends OutputOptions {
  readonly owner?: string;
  readonly format: QuestionFormat;
  readonly language?: Language;
}

/** Resolves to the exit code. Throws a CommandFailure where a report cannot be read, and where nobody of that name owns a blank. */
export async function questions(
  names: readonly string[],
  options: QuestionOptions,
  terminal: Terminal,
): Promise<number> {
  const session = await openSession(options, terminal);
  const { language } = session;
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
  const text = options.format === 'csv' ? csvTable(chosen, language) : markdownTables(chosen, language);
  await writeOutput(text, { ...options, language }, terminal);
  const untagged = chosen.filter(({ id }) => id === undefined).length;
  terminal.error(summary(chosen.length, untagged)[language]);
  return 0;
}

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
