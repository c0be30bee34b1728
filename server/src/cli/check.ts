/** `tallymark check`: what is missing and wrong in reports, for a person or as JSON. */
import type { Severity } from '../base/problem';
import { createFileChecker, type FileOptions } from './checkFile';
import { findFiles } from './files';
import { addTallies, json, noFiles, stylish, type Tally } from './output';
import { checkInOrder } from './pool';
import { requireTemplate, serviceIn } from './template';
import type { Terminal } from './terminal';

export { formats } from './checkFile';
export const failLevels = ['error', 'warning', 'info', 'hint', 'unfilled'] as const;

export interface CheckOptions extends FileOptions {
  readonly failOn: (typeof failLevels)[number];
}

/** Resolves to the exit code: 0 clean, 1 findings, 2 where a file could not be read. Every file that can be read is checked. */
export async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { language, failOn } = options;
  await requireTemplate(options.template, serviceIn(terminal.folder, language), language);
  const { files, failures } = await findFiles(names, terminal.folder);
  const failed = failures.flatMap((each) => ('failure' in each ? [each] : []));
  const format = options.format === 'json' ? json(language) : stylish({ language, colours: terminal.colours });
  let tally: Tally = noFiles;
  terminal.write(format.head);
  for await (const result of checkInOrder(files, options, terminal, createFileChecker)) {
    if (result.kind === 'failed') failed.push(result);
    if (result.kind !== 'checked') continue;
    terminal.write((tally.files === 0 ? '' : format.between) + result.text);
    tally = addTallies(tally, result.tally);
  }
  terminal.write(format.tail(tally));
  for (const { path, failure } of failed) terminal.error(`${path}: ${failure[language]}`);
  const isEmptyRun = tally.files === 0 && failed.length === 0;
  if (isEmptyRun) terminal.error(noReports[language]);
  if (failed.length > 0 || isEmptyRun) return 2;
  return fails(tally, failOn) ? 1 : 0;
}

const noReports = {
  en: 'no report was found; name files, or write reports as *.report.md',
  zh: '没有找到报告；请指定文件，或把报告命名为 *.report.md',
};

const ranks: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

function fails({ errors, warnings, infos, hints, blanks }: Tally, level: CheckOptions['failOn']): boolean {
  if (level === 'unfilled') return blanks > 0 || errors > 0;
  const counts = [errors, warnings, infos, hints];
  return counts.slice(0, ranks.indexOf(level) + 1).some((count) => count > 0);
}
