/** The reports that a command is given, each with the files that it depends on. */
import { resolve } from 'node:path';
import type { Snapshot } from '../service';
import { CommandFailure } from './failure';
import { findFiles, readSource } from './files';
import type { Session } from './session';
import type { Terminal } from './terminal';

export interface NamedReport {
  readonly path: string;
  readonly snapshot: Snapshot;
}

/** Throws a CommandFailure where one cannot be read or there is none. What a folder holds besides reports is passed over. */
export async function readReports(
  names: readonly string[],
  { service, language, configuration }: Session,
  terminal: Terminal,
): Promise<readonly NamedReport[]> {
  const { files, failures } = await findFiles(names, terminal.folder, configuration.isIgnored);
  await service.start();
  const reports: NamedReport[] = [];
  const failed = [...failures];
  for (const { path, isNamed } of files) {
    const source = await readSource(path, terminal);
    if ('failure' in source) {
      failed.push(source);
      continue;
    }
    const usual = configuration.templates.find(({ matches }) => matches(resolve(terminal.folder, path)))?.template;
    const snapshot = await service.readWhole(path, source.text, { usual });
    if (isNamed || snapshot.isReport) reports.push({ path, snapshot });
  }
  if (failed.length > 0) {
    const all = (each: 'en' | 'zh'): string =>
      failed.map(({ path, failure }) => `${path}: ${failure[each]}`).join('\n');
    throw new CommandFailure({ en: all('en'), zh: all('zh') }, language);
  }
  if (reports.length === 0)
    throw new CommandFailure({ en: 'no report was found; name files', zh: '没有找到报告；请指定文件' }, language);
  return reports;
}
