/** Checks one file and says so in the way that was asked for. */
import { writeFile } from 'node:fs/promises';
import type { FailLevel } from '../service';
import { resolve } from 'node:path';
import { sharesByOwner, sharesBySection } from '../analysis/shares';
import type { Language, Message } from '../base/message';
import { applyChanges, type Severity } from '../base/problem';
import { certainChanges, defaultSettings, type NamedTemplates, type ReportService, type Snapshot } from '../service';
import { readSource, type FoundFile } from './files';
import { createFormat, type FormatName } from './formats/create';
import { tallyOf, type Checked, type Range, type Tally } from './formats/format';
import { serviceIn } from './session';
import type { Terminal } from './terminal';

/** What a file's result depends on besides the file. Plain data, so that it can be sent to another thread. */
export interface FileOptions {
  readonly template: string | undefined;
  readonly format: FormatName;
  readonly failOn: FailLevel;
  readonly fix: boolean;
  readonly stdinPath: string | undefined;
  /** Whether only errors count. */
  readonly quiet: boolean;
  /** Whether to say what is filled by section and by owner. */
  readonly summary: boolean;
  readonly language: Language;
  readonly rules: ReadonlyMap<string, 'off' | Severity>;
  readonly units: readonly string[];
}

/** `text` is what is printed of the file; a file that is no report and was not named is passed over. */
export type FileResult =
  | { readonly kind: 'checked'; readonly text: string; readonly tally: Tally }
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Message };

/** The parts of a terminal that checking needs. */
export type FileTerminal = Pick<Terminal, 'folder' | 'colours' | 'readInput'>;

/** A file with the template that the configuration gives it. */
export interface FileToCheck extends FoundFile {
  readonly template?: string | undefined;
}

export type FileChecker = (file: FileToCheck) => Promise<FileResult>;

export function createFileChecker(options: FileOptions, terminal: FileTerminal): FileChecker {
  const { language, rules, units } = options;
  const service = serviceIn(terminal.folder, { ...defaultSettings, language, rules, units });
  const started = service.start();
  const creating = createFormat(options.format, { ...options, colours: terminal.colours });
  return async ({ path, isNamed, template: usual }) => {
    const source = await readSource(path, terminal);
    if ('failure' in source) return { kind: 'failed', path, failure: source.failure };
    const name = path === '-' ? (options.stdinPath ?? '-') : path;
    await started;
    const named = { template: options.template, usual };
    const read = await service.readWhole(name, source.text, named);
    const snapshot = options.fix && path !== '-' ? await fixed(read, { named, service, path, terminal }) : read;
    if (!isNamed && !snapshot.isReport) return { kind: 'passed-over' };
    const checked = facts(path, snapshot, options);
    const format = await creating;
    return { kind: 'checked', text: format.file(checked), tally: tallyOf(checked) };
  };
}

function facts(path: string, snapshot: Snapshot, { quiet, summary }: FileOptions): Checked {
  const { report, analysis, diagnoses, template, lines, text } = snapshot;
  const range = (place: { start: number; end: number }): Range => ({
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
    diagnostics: diagnoses
      .filter(({ severity }) => !quiet || severity === 'error')
      .map(({ code, severity, message, span }) => ({ code, severity, message, range: range(span) })),
    lineAt: (line) =>
      text.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })),
    shares: summary ? { sections: sharesBySection(analysis), owners: sharesByOwner(analysis) } : undefined,
  };
}

async function fixed(
  snapshot: Snapshot,
  {
    named,
    service,
    path,
    terminal,
  }: {
    readonly named: NamedTemplates;
    readonly service: ReportService;
    readonly path: string;
    readonly terminal: FileTerminal;
  },
): Promise<Snapshot> {
  const changes = certainChanges(snapshot);
  if (changes.length === 0) return snapshot;
  const text = applyChanges(snapshot.text, changes);
  await writeFile(resolve(terminal.folder, path), text);
  return service.read(snapshot.uri, text, named);
}
