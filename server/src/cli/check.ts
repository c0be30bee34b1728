/** `tallymark check`: what is missing and wrong in reports, for a person or as JSON. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../base/message';
import type { Severity } from '../base/problem';
import { createReportService, emptyHost, type ReportService, type Snapshot } from '../service';
import { applyCertainFixes } from './fix';
import { findFiles, readSource } from './files';
import { json, stylish, summarise, type Checked } from './output';
import { requireTemplate } from './template';
import type { Terminal } from './terminal';

export const formats = ['stylish', 'json'] as const;
export const failLevels = ['error', 'warning', 'info', 'hint', 'unfilled'] as const;

export interface CheckOptions {
  readonly template?: string;
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof failLevels)[number];
  readonly fix?: boolean;
  readonly stdinPath?: string;
  readonly language: Language;
}

/** Resolves to the exit code: 0 clean, 1 findings, 2 where a file could not be read. Every file that can be read is checked. */
export async function check(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { language } = options;
  const settings = { language, rules: new Map(), units: [] };
  const service = createReportService({ host: emptyHost, settings, log: (line) => terminal.error(line) });
  requireTemplate(options.template, service.templates, language);
  const { files, failures } = await findFiles(names, terminal.folder);
  const failed = [...failures];
  const checked: Checked[] = [];
  for (const { path, isNamed } of files) {
    const source = await readSource(path, terminal);
    if ('failure' in source) {
      failed.push(source);
      continue;
    }
    const name = path === '-' ? (options.stdinPath ?? '-') : path;
    const snapshot = await fixed(service.read(name, source.text, options.template), {
      options,
      service,
      path,
      terminal,
    });
    if (isNamed || snapshot.isReport) checked.push(facts(path, snapshot));
  }
  for (const { path, ...rest } of failed) if ('failure' in rest) terminal.error(`${path}: ${rest.failure[language]}`);
  const isEmptyRun = checked.length === 0 && failed.length === 0;
  if (isEmptyRun) terminal.error(noReports[language]);
  const style = { language, colours: terminal.colours };
  for (const piece of options.format === 'json' ? json(checked, language) : stylish(checked, style))
    terminal.write(piece);
  if (failed.length > 0 || isEmptyRun) return 2;
  return fails(checked, options.failOn) ? 1 : 0;
}

const noReports = {
  en: 'no report was found; name files, or write reports as *.report.md',
  zh: '没有找到报告；请指定文件，或把报告命名为 *.report.md',
};

/** Plain values of a snapshot, so that its text and tree need not be kept for thousands of files. */
function facts(path: string, snapshot: Snapshot): Checked {
  const { report, analysis, diagnoses, template, lines } = snapshot;
  const range = (place: { start: number; end: number }): Checked['diagnostics'][number]['range'] => ({
    start: lines.positionAt(place.start),
    end: lines.positionAt(place.end),
  });
  return {
    path,
    template: template?.id ?? null,
    templateTitle: template?.title,
    metrics: { total: analysis.totals.metrics, filled: analysis.totals.filled },
    masks: report.blanks.map(({ kind, text, span, metric }) => ({
      kind,
      text,
      range: range(span),
      ...(metric === undefined ? {} : { metric }),
    })),
    diagnostics: diagnoses.map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      range: range(span),
    })),
  };
}

async function fixed(
  snapshot: Snapshot,
  {
    options,
    service,
    path,
    terminal,
  }: { options: CheckOptions; service: ReportService; path: string; terminal: Terminal },
): Promise<Snapshot> {
  if (options.fix !== true || path === '-') return snapshot;
  const text = applyCertainFixes(snapshot, (next) => service.read(snapshot.uri, next, options.template));
  if (text === snapshot.text) return snapshot;
  await writeFile(resolve(terminal.folder, path), text);
  return service.read(snapshot.uri, text, options.template);
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

function fails(checked: readonly Checked[], level: CheckOptions['failOn']): boolean {
  const { errors, blanks } = summarise(checked);
  if (level === 'unfilled') return blanks > 0 || errors > 0;
  return checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => ranks[severity] >= ranks[level]));
}
