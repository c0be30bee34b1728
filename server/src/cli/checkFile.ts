/** Checks one file and says so in the way that was asked for. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language, Message } from '../base/message';
import type { ReportService, Snapshot } from '../service';
import { applyCertainFixes } from './fix';
import { readSource, type FoundFile } from './files';
import { json, stylish, tallyOf, type Checked, type Tally } from './output';
import { serviceIn } from './template';
import type { Terminal } from './terminal';

export const formats = ['stylish', 'json'] as const;

/** What a file's result depends on besides the file. Plain data, so that it can be sent to another thread. */
export interface FileOptions {
  readonly template?: string;
  readonly format: (typeof formats)[number];
  readonly fix?: boolean;
  readonly stdinPath?: string;
  readonly language: Language;
}

/** `text` is what is printed of the file; a file that is no report and was not named is passed over. */
export type FileResult =
  | { readonly kind: 'checked'; readonly text: string; readonly tally: Tally }
  | { readonly kind: 'passed-over' }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Message };

/** The parts of a terminal that checking needs. */
export type FileTerminal = Pick<Terminal, 'folder' | 'colours' | 'readInput'>;

export type FileChecker = (file: FoundFile) => Promise<FileResult>;

export function createFileChecker(options: FileOptions, terminal: FileTerminal): FileChecker {
  const { language } = options;
  const service = serviceIn(terminal.folder, language);
  const started = service.start();
  const format = options.format === 'json' ? json(language) : stylish({ language, colours: terminal.colours });
  return async ({ path, isNamed }) => {
    const source = await readSource(path, terminal);
    if ('failure' in source) return { kind: 'failed', path, failure: source.failure };
    const name = path === '-' ? (options.stdinPath ?? '-') : path;
    await started;
    const read = await service.readWhole(name, source.text, options.template);
    const snapshot = await fixed(read, { options, service, path, folder: terminal.folder });
    if (!isNamed && !snapshot.isReport) return { kind: 'passed-over' };
    const checked = facts(path, snapshot);
    return { kind: 'checked', text: format.file(checked), tally: tallyOf(checked) };
  };
}

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
  { options, service, path, folder }: { options: FileOptions; service: ReportService; path: string; folder: string },
): Promise<Snapshot> {
  if (options.fix !== true || path === '-') return snapshot;
  const text = applyCertainFixes(snapshot, (next) => service.read(snapshot.uri, next, options.template));
  if (text === snapshot.text) return snapshot;
  await writeFile(resolve(folder, path), text);
  return service.read(snapshot.uri, text, options.template);
}
