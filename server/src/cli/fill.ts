/** `tallymark fill`: the figures of the data files go into the blanks of a report. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fillChanges } from '../analysis/filling';
import type { Language } from '../base/message';
import { applyChanges } from '../base/problem';
import { plural } from './formats/format';
import { readReports } from './reports';
import { openSession } from './session';
import type { Terminal } from './terminal';

export interface FillOptions {
  /** Whether to write the report; else it is printed as it would be. */
  readonly write?: boolean;
  readonly language?: Language;
}

/** Resolves to the exit code: 1 where blanks are left. Throws a CommandFailure where the report cannot be read. */
export async function fill(report: string, options: FillOptions, terminal: Terminal): Promise<number> {
  const session = await openSession(options, terminal);
  const [named] = await readReports([report], session, terminal);
  if (named === undefined) return 2;
  const { snapshot, path } = named;
  const changes = fillChanges(snapshot.analysis);
  const text = applyChanges(snapshot.text, changes);
  if (options.write === true && changes.length > 0) await writeFile(resolve(terminal.folder, path), text);
  else if (options.write !== true) terminal.write(text);
  const left = snapshot.report.blanks.length - changes.length;
  const said = {
    en: `${plural(changes.length, 'blank')} filled from data, ${left} left`,
    zh: `已用数据文件填写 ${changes.length} 处，还差 ${left} 处`,
  };
  terminal.error(said[session.language]);
  return left > 0 ? 1 : 0;
}
