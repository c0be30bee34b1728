/** `tallymark answers`: the answers of a filled-in table go into the blanks of a report. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fillAnswers, type Filling } from '../analysis/answers';
import { applyChanges } from '../base/problem';
import type { Language } from '../base/message';
import type { Snapshot } from '../service';
import { CommandFailure } from './failure';
import { plural } from './formats/format';
import { readBytes } from './files';
import { readAnswers } from './questions/read';
import type { FiledAnswer } from './questions/table';
import { readReports } from './reports';
import { openSession } from './session';
import type { Terminal } from './terminal';

export interface AnswerOptions {
  /** Whether to write the report; else it is printed as it would be. */
  readonly write?: boolean;
  readonly language?: Language;
}

/** Resolves to the exit code: 1 where an answer was not used. Throws a CommandFailure where a file cannot be read. */
export async function answers(
  table: string,
  report: string,
  options: AnswerOptions,
  terminal: Terminal,
): Promise<number> {
  const session = await openSession(options, terminal);
  const { language, service } = session;
  const source = await readBytes(table, terminal);
  const all = 'failure' in source ? source.failure : await readAnswers(table, source.bytes);
  if ('en' in all) throw new CommandFailure({ en: `${table}: ${all.en}`, zh: `${table}：${all.zh}` }, language);
  const [named] = await readReports([report], session, terminal);
  if (named === undefined) return 2;
  const { snapshot, path } = named;
  const own = all.filter(
    ({ file }) => file === undefined || resolve(terminal.folder, file) === resolve(terminal.folder, path),
  );
  const given = own.filter(({ fault }) => fault === undefined);
  const unread = own.flatMap((answer) => (answer.fault === undefined ? [] : [{ answer, reason: answer.fault }]));
  const filled = fillAnswers(given, snapshot.analysis);
  const filling = { ...filled, refused: [...unread, ...filled.refused] };
  const text = applyChanges(snapshot.text, filling.changes);
  const isSafe = saysTheSame(snapshot, service.read(snapshot.uri, text, { template: snapshot.template?.id }));
  if (!isSafe) throw new CommandFailure(damaging, language);
  if (options.write === true) await writeFile(resolve(terminal.folder, path), text);
  else terminal.write(text);
  tell(filling, { others: all.length - own.length, language, terminal });
  return filling.refused.length > 0 ? 1 : 0;
}

const damaging = {
  en: 'an answer would change more of the report than its blank, so nothing was filled in',
  zh: '有答复会改动空缺以外的内容，因此未作任何填写',
};

/** Whether the tags are the same, and every value that was there is there. */
function saysTheSame(before: Snapshot, after: Snapshot): boolean {
  const [old, now] = [before.report.metrics, after.report.metrics];
  return (
    old.length === now.length &&
    old.every(({ id, value, state }, index) => {
      const other = now[index];
      return other?.id === id && (state === 'masked' ? other.state !== 'malformed' : other.value === value);
    })
  );
}

function tell(
  { changes, filled, refused }: Filling,
  { others, language, terminal }: { readonly others: number; readonly language: Language; readonly terminal: Terminal },
): void {
  for (const { answer, reason } of refused) terminal.error(`${nameOf(answer, language)}: ${reason[language]}`);
  const skipped =
    others === 0
      ? { en: '', zh: '' }
      : {
          en: `; ${others} ${others === 1 ? 'answer is for another report' : 'answers are for other reports'}`,
          zh: `；另有 ${others} 个答复属于其他报告`,
        };
  const line = {
    en: `${plural(filled.length, 'answer')} filled in at ${plural(changes.length, 'place')}, ${refused.length} not used${skipped.en}`,
    zh: `已填入 ${filled.length} 个答复（${changes.length} 处），${refused.length} 个未采用${skipped.zh}`,
  };
  terminal.error(line[language]);
}

function nameOf({ id, value }: Pick<FiledAnswer, 'id' | 'value'>, language: Language): string {
  return id === '' ? { en: `answer "${value}" without an id`, zh: `没有标识的答复“${value}”` }[language] : id;
}
