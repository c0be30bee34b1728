/** Keeps `WorkspaceIndex`: files are read in slices when somebody first asks, and again only after they have changed. */
import type { Cancel } from '../base/cancel';
import { memoised } from '../base/lazy';
import type { Host } from './host';
import type { IndexedReport, WorkspaceIndex } from './index';
import { createPacker, openEntry } from './indexEntry';
import type { Snapshot } from './snapshot';

export interface ReportIndex extends WorkspaceIndex {
  /** A file was written, created, removed, or is no longer open. */
  changed(uri: string): void;
  /** Other folders, or other settings: everything is read anew when next asked for. */
  reset(): void;
}

export interface ReportIndexOptions {
  readonly host: Host;
  /** The URIs of all open documents. */
  readonly openUris: () => readonly string[];
  /** The present state of an open document. */
  readonly snapshot: (uri: string) => Snapshot | undefined;
  /** A file that is not open. */
  readonly read: (uri: string, text: string) => Snapshot;
  /** The id of the template for a report that names this one, or none, and has this title. */
  readonly templateOf: (uri: string, named: string | undefined, title: string | undefined) => string | undefined;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** How many of the files are read, each time that a slice of them is; `read` equals `all` at the end. */
  readonly onProgress?: ((read: number, all: number) => void) | undefined;
}

/** Files after which those who wait are told how it stands. */
const sliceSize = 64;

export const reportPattern = '**/*.md';

export function createReportIndex(options: ReportIndexOptions): ReportIndex {
  const { host, openUris, snapshot, read, pause, onProgress } = options;
  const pack = createPacker(options.templateOf);
  const packOpen = memoised((open: Snapshot) => openEntry(open, options.templateOf));
  const stored = new Map<string, IndexedReport>();
  /** Which stored reports have a tag of an id. */
  const users = new Map<string, Set<string>>();
  const waiting = new Set<string>();
  /** Grows where all that was read counts for nothing any more. */
  let era = 0;
  let isListed = false;
  /** Resolves when the next slice is done; undefined while nobody reads. */
  let slice: Promise<void> | undefined;

  const drop = (uri: string): void => {
    for (const id of stored.get(uri)?.ids ?? []) {
      const own = users.get(id);
      own?.delete(uri);
      if (own?.size === 0) users.delete(id);
    }
    stored.delete(uri);
  };
  const store = (uri: string, bytes: Uint8Array | undefined): void => {
    drop(uri);
    const file = bytes === undefined ? undefined : read(uri, new TextDecoder().decode(bytes));
    if (file?.isReport !== true) return;
    const entry = pack(file);
    stored.set(uri, entry);
    for (const id of entry.ids) {
      const own = users.get(id);
      if (own === undefined) users.set(id, new Set([uri]));
      else own.add(uri);
    }
  };
  const readSlice = async (): Promise<void> => {
    const own = era;
    if (!isListed) {
      const uris = await host.list(reportPattern);
      if (own !== era) return;
      for (const uri of uris) waiting.add(uri);
      isListed = true;
    }
    const uris = [...take(waiting, sliceSize)];
    // Taken at once, so that what changes while it is read waits again.
    for (const uri of uris) waiting.delete(uri);
    // All are being read while one after the other is worked out.
    const contents = uris.map((uri) => host.read(uri));
    for (const [index, uri] of uris.entries()) {
      const bytes = await contents[index];
      await pause();
      if (own !== era) return;
      store(uri, bytes);
    }
    onProgress?.(stored.size, stored.size + waiting.size);
  };
  const isComplete = (): boolean => isListed && waiting.size === 0 && slice === undefined;
  /** Reading goes on whether or not anybody waits for it. */
  const nextSlice = (): Promise<void> =>
    (slice ??= readSlice().finally(() => {
      slice = undefined;
    }));
  const complete = async (cancel: Cancel): Promise<void> => {
    while (!isComplete()) {
      await nextSlice();
      await cancel.pause();
    }
  };
  const openReports = (): ReadonlyMap<string, IndexedReport | undefined> =>
    new Map(
      openUris().map((uri) => {
        const state = snapshot(uri);
        return [uri, state?.isReport === true ? packOpen(state) : undefined];
      }),
    );
  const openBeside = (uri: string): readonly IndexedReport[] =>
    openUris()
      .flatMap((each) => (each === uri ? [] : (snapshot(each) ?? [])))
      .filter(({ isReport }) => isReport)
      .map(packOpen);
  const inOrder = (uris: Iterable<string>, open: ReadonlyMap<string, IndexedReport | undefined>): IndexedReport[] =>
    [...new Set(uris)].sort().flatMap((uri) => (open.has(uri) ? open.get(uri) : stored.get(uri)) ?? []);

  return {
    async reports(cancel) {
      await complete(cancel);
      return this.known;
    },
    async reportsUsing(id, cancel) {
      await complete(cancel);
      const open = openReports();
      const openUsers = [...open].flatMap(([uri, report]) => (report?.uses(id) === true ? [uri] : []));
      const closed = [...(users.get(id) ?? [])].filter((uri) => !open.has(uri));
      return inOrder([...closed, ...openUsers], open);
    },
    get isComplete() {
      return isComplete();
    },
    get known() {
      const open = openReports();
      return inOrder([...stored.keys(), ...open.keys()], open);
    },
    knownBeside(uri) {
      const open = new Set(openUris());
      const closed = [...stored].flatMap(([each, report]) => (each === uri || open.has(each) ? [] : [report]));
      return [...closed, ...openBeside(uri)];
    },
    knownUsing(id, beside) {
      const open = new Set(openUris());
      const closed = [...(users.get(id) ?? [])].filter((uri) => uri !== beside && !open.has(uri));
      return [
        ...closed.flatMap((uri) => stored.get(uri) ?? []),
        ...openBeside(beside).filter((report) => report.uses(id)),
      ];
    },
    changed(uri) {
      if (isListed && uri.toLowerCase().endsWith('.md')) waiting.add(uri);
    },
    reset() {
      era++;
      isListed = false;
      waiting.clear();
      stored.clear();
      users.clear();
    },
  };
}

function* take<Value>(values: Iterable<Value>, count: number): Generator<Value> {
  let left = count;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}
