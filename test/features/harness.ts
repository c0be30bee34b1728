/** Asks a language feature about a report in which `$0` is the cursor, or two of them a selection. The only caller of features in tests. */
import type { Position, Range } from 'vscode-languageserver-types';
import { notCancelled } from '../../server/src/base/cancel';
import type { ClientAbilities, DocumentFeature, FeatureContext } from '../../server/src/features/feature';
import {
  createReportService,
  defaultSettings,
  emptyHost,
  type ReportService,
  type Settings,
  type Snapshot,
} from '../../server/src/service';

export interface Question {
  readonly text: string;
  readonly uri?: string;
  readonly settings?: Partial<Settings>;
  readonly client?: Partial<ClientAbilities>;
}

export interface Opened {
  /** The text without its marks. */
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly ctx: FeatureContext;
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}

export const reportUri = 'file:///reports/june.report.md';

export function open({ text: marked, uri = reportUri, settings, client }: Question): Opened {
  const parts = marked.split('$0');
  const text = parts.join('');
  const service = createReportService({
    host: emptyHost,
    settings: { ...defaultSettings, ...settings },
    log: (line) => {
      throw new Error(line);
    },
  });
  service.open({ uri, version: 7, languageId: undefined, text });
  const snapshot = service.snapshot(uri);
  if (snapshot === undefined) throw new Error('The document is open.');
  const start = snapshot.lines.positionAt(parts[0]?.length ?? 0);
  const end = parts.length > 2 ? snapshot.lines.positionAt((parts[0] + (parts[1] ?? '')).length) : start;
  const ctx = createContext(service, client);
  return { text, snapshot, ctx, uri, position: start, range: { start, end } };
}

/** What the server would give a feature besides the document; the client can do everything unless told otherwise. */
export function createContext(service: ReportService, client: Partial<ClientAbilities> = {}): FeatureContext {
  const abilities: ClientAbilities = {
    versionedEdits: true,
    snippets: true,
    markdown: true,
    symbolTree: true,
    annotatedEdits: true,
    definitionLinks: false,
    resolvesActions: false,
    lineFolding: true,
    ...client,
  };
  return {
    client: abilities,
    templates: service.templates,
    language: service.settings.language,
    say: service.say,
    index: service.index,
    files: service.workspaceFiles,
    settingsFor: service.settingsFor,
    isIgnored: service.isIgnored,
    cancel: notCancelled,
  };
}

/** The feature's answer at the cursor, as the server would give it. */
export function ask<Params, Result>(
  feature: DocumentFeature<Params, Result>,
  question: Question,
  more: Readonly<Record<string, unknown>> = {},
): Result {
  const { snapshot, ctx, uri, position, range } = open(question);
  const params = { uri, textDocument: { uri }, position, range, ...more } as Params;
  const result = snapshot.isReport ? feature.handle(snapshot, params, ctx) : feature.empty(snapshot);
  if (result instanceof Promise) throw new Error('No feature is asynchronous yet.');
  return result;
}

interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** The text after edits that do not overlap. */
export function applyEdits(question: Question, edits: readonly Edit[]): string {
  const { text, snapshot } = open(question);
  const changes = edits.map(({ range, newText }) => ({
    start: snapshot.lines.offsetAt(range.start),
    end: snapshot.lines.offsetAt(range.end),
    newText,
  }));
  changes.sort((a, b) => b.start - a.start);
  return changes.reduce(
    (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}

/** The stretch of the text that a range covers. */
export function textAt(question: Question, range: Range): string {
  const { text, snapshot } = open(question);
  return text.slice(snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end));
}
