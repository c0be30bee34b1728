/** `tallymark check`: what is missing and wrong in reports, for a person or for a program. */
import { resolve } from 'node:path';
import { severities, type FailLevel } from '../service';
import type { Language } from '../base/message';
import type { Severity } from '../base/problem';
import { closest, didYouMean } from '../base/suggest';
import { rules } from '../rules/registry';
import { createFileChecker, type FileOptions } from './checkFile';
import type { Configuration } from './configuration';
import { CommandFailure } from './failure';
import { findFiles } from './files';
import { createFormat, type FormatName } from './formats/create';
import { addTallies, fails, noFiles, type Failure, type Tally } from './formats/format';
import { anyOf } from './globs';
import { checkInOrder } from './pool';
import { createProgress } from './progress';
import { openSession } from './session';
import { requireTemplate } from './template';
import type { Terminal } from './terminal';

/** As they stand on the command line; what is left out is as the configuration file says. */
export interface CheckOptions {
  readonly template?: string;
  readonly format: FormatName;
  readonly failOn?: FailLevel;
  readonly fix?: boolean;
  readonly stdinPath?: string;
  /** Globs of files to leave alone. */
  readonly ignore?: readonly string[];
  /** Each as `ID=SEVERITY`. */
  readonly rule?: readonly string[];
  readonly quiet?: boolean;
  readonly summary?: boolean;
  readonly language?: Language;
}

/** Resolves to the exit code: 0 clean, 1 findings, 2 where a file could not be read. Every file that can be read is checked. */
export async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { language, configuration, service } = await openSession(options, terminal);
  await requireTemplate(options.template, service, { language });
  for (const { template, place } of configuration.templates)
    await requireTemplate(template, service, { language, place });
  const fileOptions = withConfiguration(options, configuration, language);
  const isLeftOut = anyOf(options.ignore ?? [], terminal.folder);
  const isIgnored = (path: string): boolean => isLeftOut(path) || configuration.isIgnored(path);
  const found = await findFiles(names, terminal.folder, isIgnored);
  const files = found.files.map((file) => ({ ...file, template: templateFor(file.path, configuration, terminal) }));

  const failed: Failure[] = [...found.failures];
  const format = await createFormat(options.format, { ...fileOptions, colours: terminal.colours });
  const progress = createProgress({
    total: files.length,
    language,
    status: terminal.status,
    now: () => performance.now(),
  });
  let tally: Tally = noFiles;
  let hasWritten = false;
  terminal.write(format.head);
  for await (const result of checkInOrder(files, fileOptions, terminal, createFileChecker)) {
    progress.step();
    if (result.kind === 'failed') failed.push(result);
    if (result.kind !== 'checked') continue;
    if (result.text !== '') terminal.write((hasWritten ? format.between : '') + result.text);
    hasWritten ||= result.text !== '';
    tally = addTallies(tally, result.tally);
  }
  progress.stop();
  terminal.write(format.tail(tally, failed));
  for (const { path, failure } of failed) terminal.error(`${path}: ${failure[language]}`);
  const isEmptyRun = tally.files === 0 && failed.length === 0;
  if (isEmptyRun) terminal.error((found.ignored > 0 ? allIgnored : noReports)[language]);
  if (failed.length > 0 || (isEmptyRun && found.ignored === 0)) return 2;
  return fails(tally, fileOptions.failOn) ? 1 : 0;
}

const noReports = {
  en: 'no report was found; name files, or write reports as *.report.md',
  zh: '没有找到报告；请指定文件，或把报告命名为 *.report.md',
};
const allIgnored = {
  en: 'every file is ignored, so none was checked',
  zh: '所有文件都在忽略之列，未检查任何文件',
};

function withConfiguration(options: CheckOptions, configuration: Configuration, language: Language): FileOptions {
  const { template, format, failOn, fix = false, stdinPath, quiet = false, summary = false, rule = [] } = options;
  return {
    template,
    format,
    failOn: failOn ?? configuration.failOn ?? 'hint',
    fix,
    stdinPath,
    quiet,
    summary,
    language,
    rules: new Map([...configuration.rules, ...rule.map((each) => severityOf(each, language))]),
    units: configuration.units,
  };
}

function templateFor(path: string, { templates }: Configuration, { folder }: Terminal): string | undefined {
  return path === '-' ? undefined : templates.find(({ matches }) => matches(resolve(folder, path)))?.template;
}

/** Reads `ID=SEVERITY`. */
function severityOf(written: string, language: Language): [string, 'off' | Severity] {
  const [id = '', level = ''] = written.split('=');
  const severity = severities.find((each) => each === level);
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const meant = didYouMean(closest(id, ids));
    throw new CommandFailure(
      {
        en: `--rule ${written}: there is no rule "${id}"${meant.en}; "tallymark explain" lists them`,
        zh: `--rule ${written}：没有规则“${id}”${meant.zh}；用 tallymark explain 查看全部规则`,
      },
      language,
    );
  }
  if (severity !== undefined) return [id, severity];
  const meant = didYouMean(closest(level, severities));
  throw new CommandFailure(
    {
      en: `--rule ${written}: write it as ID=SEVERITY with one of ${severities.join(', ')}${meant.en}`,
      zh: `--rule ${written}：请写作“规则=程度”，程度为 ${severities.join('、')} 之一${meant.zh}`,
    },
    language,
  );
}
