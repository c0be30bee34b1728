/** The public face of Tallymark. The language server, the command line, the web worker and the tests use it alike. */
import { conversionChanges } from './analysis/conversion';
import type { PositionEncoding } from './base/encoding';
import { memoised } from './base/lazy';
import type { LineIndex } from './base/lineIndex';
import type { Message } from './base/message';
import { applyChanges, type Problem } from './base/problem';
import { toDiagnostics, toFileDiagnostics } from './features/diagnostics';
import {
  InvalidRequest,
  type ClientAbilities,
  type DocumentFeature,
  type Feature,
  type FeatureContext,
  type OpenFile,
  type WorkspaceFiles,
} from './features/feature';
import { features } from './features/registry';
import { createLexicon } from './syntax/mask/lexicon';
import { figureFile } from './data/read';
import { chooseTemplate } from './template/choose';
import { shippedTemplates } from './template/shipped';
import type { TemplateEntry } from './template/types';
import { createChecker, type Checker } from './workspace/checker';
import {
  clientLines,
  createDocuments,
  parsedContent,
  plainContent,
  type Content,
  type Document,
  type Edit,
  type Refusal,
} from './workspace/documents';
import { isConfigurationFile } from './workspace/configurations';
import { createSettings, type FeatureSettings, type Settings } from './workspace/settings';
import { createFiles } from './workspace/files';
import { certainChanges } from './workspace/fixing';
import { emptyHost, type Host } from './workspace/host';
import { createReportIndex } from './workspace/reportIndex';
import type { WorkspaceIndex } from './workspace/index';
import { isTemplateFile } from './workspace/library';
import { isPhraseFile } from './workspace/phraseBook';
import { createSnapshot, type Snapshot } from './workspace/snapshot';

export type { Diagnosis } from './rules/run';
export {
  failLevels,
  readConfiguration,
  severities,
  type ConfigurationFile,
  type FailLevel,
} from './workspace/configurationFile';
export { defaultSettings, type Settings } from './workspace/settings';
export { matchPaths } from './workspace/globs';
export type { IndexedReport } from './workspace/index';
export type {
  ClientAbilities,
  DocumentFeature,
  Edit,
  Feature,
  FeatureContext,
  FeatureSettings,
  Host,
  Refusal,
  Snapshot,
};
export { certainChanges, emptyHost, InvalidRequest, shippedTemplates, toDiagnostics, toFileDiagnostics };

export interface ServiceOptions {
  /** Files that are not open. */
  readonly host: Host;
  readonly settings: Settings;
  /** Template, phrase or data files were read or have changed, and so have the answers for these open reports. */
  readonly onFiles?: (files: readonly string[], reports: readonly string[]) => void;
  /** Takes one line about something that a developer may want to know. */
  readonly log: (line: string) => void;
  /** The unit of all columns; UTF-16 unless the client counts otherwise. Asked for anew whenever it matters. */
  readonly encoding?: (() => PositionEncoding) | undefined;
  /** Whether the `tallymark.yaml` files of the workspace add to the settings, for whoever has not read them already. */
  readonly readsConfiguration?: boolean | undefined;
  /** Lets others have their turn in long work. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** How much of the workspace has been read. */
  readonly onIndexing?: ((read: number, all: number) => void) | undefined;
}

/** A document as an editor opens it. */
export interface OpenedDocument extends Omit<Document, 'content' | 'editedAt'> {
  readonly text: string;
}

/** Templates by id that somebody names for a text. */
export interface NamedTemplates {
  /** Goes before the one that the text names. */
  readonly template?: string | undefined;
  /** For a text that names none, before its title decides and before the settings. */
  readonly usual?: string | undefined;
}

/** What is wrong in a template, a list of phrases or a data file. */
export interface FileProblems {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Those of the text, with columns as the client counts them. */
  readonly lines: LineIndex;
}

export interface ReportService {
  readonly settings: Settings;
  /** The settings that hold for a file: those of the innermost folder that has some of its own, before what `tallymark.yaml` says. */
  settingsFor(uri: string): Settings;
  /** Whether the configuration has the file left alone. */
  isIgnored(uri: string): boolean;
  /** All reports of the workspace. */
  readonly index: WorkspaceIndex;
  /** Its other files. */
  readonly workspaceFiles: WorkspaceFiles;
  /** A template, or a data file of a report that is known, that is open; undefined for every other document. */
  openFile(uri: string): OpenFile | undefined;
  readonly templates: readonly TemplateEntry[];
  readonly features: readonly Feature[];
  /** A text that is not open in an editor. Never throws. */
  read(uri: string, text: string, named?: NamedTemplates): Snapshot;
  /** The same, once the files that it depends on have been read. */
  readWhole(uri: string, text: string, named?: NamedTemplates): Promise<Snapshot>;
  /** Looks for the templates of the workspace. */
  start(): Promise<void>;
  /** When every file that was asked for has been read. */
  settled(): Promise<void>;
  /** A file was written, created or removed outside the editor. */
  fileChanged(uri: string): void;
  /** Undefined where the file is none that is known. */
  problemsOf(uri: string): FileProblems | undefined;
  /** The present state of an open document; the same value until the document or the settings change. */
  snapshot(uri: string): Snapshot | undefined;
  openUris(): readonly string[];
  /** The text of a report file made from a masked text: front matter, headings, and a tag for every mask. */
  toReportFile(snapshot: Snapshot): string;
  open(document: OpenedDocument): void;
  /** Edits are applied one after the other. A document that is not open is logged and left alone. */
  change(uri: string, version: number, edits: readonly Edit[]): void;
  close(uri: string): void;
  /** Replaces the settings, and those of folders by URI; every snapshot is made anew when next asked for. */
  configure(settings: Settings, folders?: ReadonlyMap<string, Settings>): void;
  /** The workspace has other folders. */
  foldersChanged(): void;
  /** The sentence in the language of the settings. */
  readonly say: (message: Message) => string;
}

export function createReportService(options: ServiceOptions): ReportService {
  const { host, log, onFiles, pause = () => Promise.resolve(), onIndexing } = options;
  const snapshots = new Map<string, Snapshot>();
  let revision = 0;

  const checkers = new Map<string, Checker>();
  const memories = new Map<string, Map<string, unknown>>();

  const lexiconOf = memoised((own: Settings) => createLexicon(own.units));
  const settings = createSettings(options.settings, (uri) => files.configurations.around(uri));
  const settingsFor = settings.for;
  const encoding = (): PositionEncoding => options.encoding?.() ?? 'utf-16';
  const documents = createDocuments(encoding);

  interface Making {
    readonly named?: NamedTemplates;
    readonly checker?: Checker;
    readonly memory?: Map<string, unknown> | undefined;
  }
  const make = (document: Document, { named, checker, memory }: Making): Snapshot => {
    const own = settingsFor(document.uri);
    return createSnapshot(document, {
      checker,
      memory,
      revision: ++revision,
      encoding: encoding(),
      lexicon: lexiconOf(own),
      templates: files.library.entries,
      boundFor: files.boundFor,
      severities: own.rules,
      phrases: files.phrases,
      templateName: named?.template,
      usualTemplate: named?.usual ?? settings.templateFor(document.uri),
    });
  };
  const forget = (uri: string): void => {
    snapshots.delete(uri);
    checkers.delete(uri);
    memories.delete(uri);
  };
  /** From the first change on a report is kept parsed. */
  const keepParsed = (uri: string): void => {
    const before = snapshots.get(uri);
    if (before?.isReport === true) documents.keep(uri, parsedContent(before.parse));
  };
  let changes = 0;
  const waiting: (() => void)[] = [];
  const noteChange = (): void => {
    changes++;
    for (const resolve of waiting.splice(0)) resolve();
  };
  const openUris = (): readonly string[] => documents.all().map(({ uri }) => uri);
  const note = (what: string, uri: string, refusal: Refusal | undefined): void => {
    if (refusal !== undefined) log(`${what} ${uri}: ${refusal}`);
  };

  const files = createFiles({
    host,
    readsConfiguration: options.readsConfiguration === true,
    lexicon: (uri) => lexiconOf(settingsFor(uri)),
    onChange(changed, reports) {
      noteChange();
      if (changed.some(isConfigurationFile)) renewWords();
      const touched = openUris().filter((uri) => reports?.has(uri) !== false);
      for (const uri of touched) {
        keepParsed(uri);
        snapshots.delete(uri);
        // Another template is another check; other data are not.
        if (reports === undefined) checkers.delete(uri);
        else checkers.get(uri)?.rebind();
      }
      onFiles?.(changed, touched);
    },
  });
  /** A template, a data file, a configuration or a list of phrases in an editor counts as it is there. */
  const hold = (uri: string, text: () => string | undefined): void => {
    if (isTemplateFile(uri) || isPhraseFile(uri) || figureFile(uri) !== undefined) files.hold(uri, text());
  };
  const makeUnopened = (uri: string, content: Content, named: NamedTemplates = {}): Snapshot =>
    make({ uri, version: 0, languageId: undefined, content, editedAt: 0 }, { named });
  const read: ReportService['read'] = (uri, text, named) => makeUnopened(uri, plainContent(text), named);
  const readWhole: ReportService['readWhole'] = async (uri, text, named) => {
    const first = read(uri, text, named);
    if (first.analysis.bound === undefined) return first;
    await files.settled();
    return makeUnopened(uri, parsedContent(first.parse), named);
  };
  const snapshotOf = (uri: string): Snapshot | undefined => {
    const known = snapshots.get(uri);
    const document = documents.get(uri);
    if (known !== undefined || document === undefined) return known;
    let checker = checkers.get(uri);
    if (checker === undefined) {
      const severities = settingsFor(uri).rules;
      checker = createChecker({ templates: files.library.entries, severities, phrases: files.phrases });
      checkers.set(uri, checker);
    }
    const memory = memories.get(uri) ?? new Map<string, unknown>();
    memories.set(uri, memory);
    const made = make(document, { checker, memory });
    snapshots.set(uri, made);
    return made;
  };
  /** A parse holds for the words that it was made with, and so does the index. */
  const renewWords = (): void => {
    index.reset();
    snapshots.clear();
    for (const { uri, content } of documents.all()) documents.keep(uri, plainContent(content.text));
  };
  const index = createReportIndex({
    host,
    openUris,
    snapshot: snapshotOf,
    read,
    pause,
    onProgress: onIndexing,
    templateOf(uri, named, title) {
      const name = named ?? settings.templateFor(uri);
      const choice = chooseTemplate(name, title, files.library.entries);
      return 'template' in choice ? choice.template.id : name;
    },
  });

  const isData = (uri: string): boolean =>
    figureFile(uri) !== undefined &&
    (files.isBound(uri) || index.knownBeside(uri).some(({ links }) => links.some((link) => link.uri === uri)));

  return {
    get settings() {
      return settings.general;
    },
    settingsFor,
    isIgnored: (uri) => files.configurations.around(uri)?.isIgnored(uri) === true,
    index,
    workspaceFiles: {
      get templates() {
        return files.library.files;
      },
      async read(uri) {
        const open = documents.get(uri)?.content.text;
        return open === undefined ? await files.read(uri) : new TextEncoder().encode(open);
      },
      async report(uri) {
        const open = snapshotOf(uri);
        if (open !== undefined) return open.isReport ? open : undefined;
        const bytes = await host.read(uri);
        const report = bytes && (await readWhole(uri, new TextDecoder().decode(bytes)));
        files.forget(uri);
        return report?.isReport === true ? report : undefined;
      },
      get revision() {
        return changes;
      },
      changeAfter: (revision) =>
        changes > revision ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
      versionOf: (uri) => documents.get(uri)?.version,
      linesOf: (text) => clientLines(plainContent(text), encoding()),
    },
    openFile(uri) {
      const document = documents.get(uri);
      // Other YAML and CSV files are none of ours.
      const kind = isTemplateFile(uri) ? 'template' : isData(uri) ? 'data' : undefined;
      if (document === undefined || kind === undefined) return undefined;
      const { version, content } = document;
      return { kind, uri, version, text: content.text, lines: clientLines(content, encoding()) };
    },
    get templates() {
      return files.library.entries;
    },
    features,
    read,
    readWhole,
    start: () => files.start(),
    settled: () => files.settled(),
    fileChanged(uri) {
      files.changed(uri);
      index.changed(uri);
      noteChange();
    },
    foldersChanged() {
      index.reset();
      noteChange();
      void files.start();
    },
    problemsOf(uri) {
      const found = files.problemsOf(uri);
      return found && { ...found, lines: this.workspaceFiles.linesOf(found.text) };
    },
    snapshot: snapshotOf,
    openUris,
    toReportFile: ({ text, analysis, parse }) => applyChanges(text, conversionChanges(analysis, parse.mode)),
    open({ uri, version, languageId, text }) {
      forget(uri);
      note('open', uri, documents.open({ uri, version, languageId, content: plainContent(text), editedAt: 0 }));
      hold(uri, () => text);
    },
    change(uri, version, edits) {
      keepParsed(uri);
      snapshots.delete(uri);
      note('change', uri, documents.change(uri, version, edits));
      hold(uri, () => documents.get(uri)?.content.text);
    },
    close(uri) {
      forget(uri);
      note('close', uri, documents.close(uri));
      hold(uri, () => undefined);
      files.forget(uri);
      index.changed(uri);
      noteChange();
    },
    configure(next, byFolder = new Map()) {
      const { areWordsNew } = settings.replace(next, byFolder);
      noteChange();
      snapshots.clear();
      checkers.clear();
      if (areWordsNew) renewWords();
    },
    say: (message) => message[settings.general.language],
  };
}
