/** Files outside the open documents that reports depend on: templates, data, last period's reports. */
import { createBound, type Bound, type BoundFile, type Previous } from '../analysis/bound';
import { givenBy, type GivenValue } from '../analysis/standings';
import type { Problem } from '../base/problem';
import { readFigures } from '../data/read';
import type { Figures } from '../data/types';
import { blockFacts } from '../report/facts';
import { modeOf } from '../report/detect';
import type { FrontMatter } from '../report/types';
import type { Lexicon } from '../syntax/mask/lexicon';
import { parse } from '../syntax/parse';
import { resolvePath, type Host } from './host';
import { configurationPattern, createConfigurations, isConfigurationFile, type Configurations } from './configurations';
import { createLibrary, isTemplateFile, templatePattern, type Library } from './library';
import { createPhraseBook, isPhraseFile, phrasePattern } from './phraseBook';
import type { PhraseList } from '../rules/support/phrases';

export interface Files {
  readonly library: Library;
  readonly configurations: Configurations;
  /** Set phrases where the workspace has some of its own; the same object until one of its files changes. */
  readonly phrases: PhraseList | undefined;
  /** What the front matter of a report binds it to; the same object until one of the files changes. Files are read as they are asked for. */
  boundFor(uri: string, frontMatter: FrontMatter | undefined): Bound | undefined;
  /** Whether a report has been found to be bound to the data file. */
  isBound(uri: string): boolean;
  /** What is wrong in a template, a list of phrases, a configuration or a data file, with its text; undefined where it is none that is known. */
  problemsOf(uri: string): { readonly text: string; readonly problems: readonly Problem[] } | undefined;
  /** The bytes of a file, or of what an editor holds in place of them; undefined where there is none. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The text that an editor holds in place of the one on disk; undefined when it no longer does. */
  hold(uri: string, text: string | undefined): void;
  /** Nobody asks about the report any more. */
  forget(report: string): void;
  /** A file on disk was written, created or removed. */
  changed(uri: string): void;
  /** Looks for the templates and the lists of phrases of the workspace. */
  start(): Promise<void>;
  /** When everything that was asked for has been read. */
  settled(): Promise<void>;
}

export interface FilesOptions {
  readonly host: Host;
  /** Whether the `tallymark.yaml` files of the workspace count. */
  readonly readsConfiguration: boolean;
  /** For a report. */
  readonly lexicon: (uri: string) => Lexicon;
  /** Files that were read, and the reports whose answers are no longer right; undefined for all of them. */
  readonly onChange: (files: readonly string[], reports: ReadonlySet<string> | undefined) => void;
}

type Content = Figures | Previous | 'loading' | 'missing';

interface Entry {
  content: Content;
  /** Grows with every reading, so that a slow one does not undo a later one. */
  turn: number;
  readonly usedBy: Set<string>;
}

export function createFiles({ host, lexicon, readsConfiguration, onChange }: FilesOptions): Files {
  const templates = new Map<string, string>();
  const phraseTexts = new Map<string, string>();
  const configurationTexts = new Map<string, string>();
  const held = new Map<string, string>();
  const entries = { data: new Map<string, Entry>(), previous: new Map<string, Entry>() };
  const bounds = new Map<string, { readonly parts: readonly unknown[]; readonly bound: Bound }>();
  const pending = new Set<Promise<unknown>>();
  let library = createLibrary(templates);
  let book = createPhraseBook(phraseTexts);
  let configurations = createConfigurations(configurationTexts);
  /** The kinds of file that bear on every report. */
  const shared = [
    {
      isOne: isTemplateFile,
      pattern: templatePattern,
      texts: templates,
      renew: () => void (library = createLibrary(templates)),
      problems: (uri: string) => library.problems(uri),
    },
    {
      isOne: isPhraseFile,
      pattern: phrasePattern,
      texts: phraseTexts,
      renew: () => void (book = createPhraseBook(phraseTexts)),
      problems: (uri: string) => book.problems(uri),
    },
    {
      isOne: (uri: string) => readsConfiguration && isConfigurationFile(uri),
      pattern: configurationPattern,
      texts: configurationTexts,
      renew: () => void (configurations = createConfigurations(configurationTexts)),
      problems: (uri: string) => configurations.problems(uri),
    },
  ];

  const track = <T>(promise: Promise<T>): Promise<T> => {
    pending.add(promise);
    void promise.finally(() => pending.delete(promise));
    return promise;
  };
  const bytesOf = async (uri: string): Promise<Uint8Array | undefined> => {
    const text = held.get(uri);
    return text === undefined ? await host.read(uri) : new TextEncoder().encode(text);
  };
  const readers = {
    data: (uri: string, bytes: Uint8Array): Promise<Content> => readFigures(uri, bytes),
    previous: (uri: string, bytes: Uint8Array): Promise<Content> =>
      Promise.resolve({ uri, values: valuesIn(uri, new TextDecoder().decode(bytes), lexicon(uri)) }),
  };
  const read = (kind: keyof typeof readers, uri: string, entry: Entry): void => {
    const turn = ++entry.turn;
    void track(
      bytesOf(uri)
        .then((bytes) => (bytes === undefined ? 'missing' : readers[kind](uri, bytes)))
        .then((content) => {
          if (turn !== entry.turn) return;
          entry.content = content;
          onChange([uri], entry.usedBy);
        }),
    );
  };
  const contentOf = (kind: keyof typeof readers, uri: string, report: string): Content => {
    let entry = entries[kind].get(uri);
    if (entry === undefined) {
      entries[kind].set(uri, (entry = { content: 'loading', turn: 0, usedBy: new Set() }));
      read(kind, uri, entry);
    }
    entry.usedBy.add(report);
    return entry.content;
  };
  const readInto = async (texts: Map<string, string>, uri: string): Promise<void> => {
    const bytes = await bytesOf(uri);
    if (bytes === undefined) texts.delete(uri);
    else texts.set(uri, new TextDecoder().decode(bytes));
  };
  const reload = (uri: string): void => {
    const kindOfAll = shared.find(({ isOne }) => isOne(uri));
    if (kindOfAll !== undefined) {
      void track(
        readInto(kindOfAll.texts, uri).then(() => {
          kindOfAll.renew();
          onChange([uri], undefined);
        }),
      );
    }
    for (const kind of ['data', 'previous'] as const) {
      const entry = entries[kind].get(uri);
      if (entry !== undefined) read(kind, uri, entry);
    }
  };

  return {
    get library() {
      return library;
    },
    get phrases() {
      return book.phrases;
    },
    get configurations() {
      return configurations;
    },
    boundFor(uri, frontMatter) {
      const fields = frontMatter?.data ?? [];
      const last = frontMatter?.previous;
      if (fields.length === 0 && last === undefined) return undefined;
      const files = fields.map((field): BoundFile => {
        const file = resolvePath(uri, field.value);
        return { field, uri: file, content: contentOf('data', file, uri) as BoundFile['content'] };
      });
      const previousFile = last && {
        field: last,
        content: contentOf('previous', resolvePath(uri, last.value), uri) as Previous | 'loading' | 'missing',
      };
      const spans = [...fields, ...(last ? [last] : [])].flatMap(({ span }) => [span.start, span.end]);
      const parts = [...files.flatMap((file) => [file.uri, file.content]), previousFile?.content, ...spans];
      const known = bounds.get(uri);
      if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) {
        return known.bound;
      }
      const bound = createBound(files, previousFile);
      bounds.set(uri, { parts, bound });
      return bound;
    },
    isBound: (uri) => entries.data.has(uri),
    problemsOf(uri) {
      for (const { texts, problems } of shared) {
        const text = texts.get(uri);
        if (text !== undefined) return { text, problems: problems(uri) ?? [] };
      }
      const content = entries.data.get(uri)?.content;
      return typeof content === 'object' && 'problems' in content && content.text !== undefined
        ? { text: content.text, problems: content.problems }
        : undefined;
    },
    read: bytesOf,
    hold(uri, text) {
      if (text === undefined) held.delete(uri);
      else held.set(uri, text);
      reload(uri);
    },
    forget(report) {
      bounds.delete(report);
      for (const kind of [entries.data, entries.previous]) {
        for (const { usedBy } of kind.values()) usedBy.delete(report);
      }
    },
    changed(uri) {
      if (!held.has(uri)) reload(uri);
    },
    async start() {
      const before = shared.reduce((count, { texts }) => count + texts.size, 0);
      const reading = shared.map(async ({ isOne, pattern, texts }) => {
        // A host may know less of patterns than of files.
        const uris = [...(await host.list(pattern)), ...held.keys()].filter(isOne);
        texts.clear();
        await Promise.all(uris.map((uri) => readInto(texts, uri)));
      });
      await track(Promise.all(reading));
      const uris = shared.flatMap(({ texts }) => [...texts.keys()]);
      if (uris.length === 0 && before === 0) return;
      for (const { renew } of shared) renew();
      onChange(uris, undefined);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** The metrics to which a report gives one value. */
export function valuesIn(uri: string, text: string, lexicon: Lexicon): ReadonlyMap<string, GivenValue> {
  const values = new Map<string, GivenValue | undefined>();
  for (const block of parse(text, { mode: modeOf(uri), lexicon }).blocks) {
    for (const tag of blockFacts(block).tags) {
      const given = givenBy(tag, block.text);
      if (given === undefined) continue;
      const known = values.get(tag.id);
      values.set(tag.id, values.has(tag.id) && known?.value !== given.value ? undefined : given);
    }
  }
  return new Map([...values].flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}
