/** Several files side by side, as a folder of reports, templates and data; features are asked at `$0` in one of them. */
import picomatch from 'picomatch';
import type { Location, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { createLineIndex } from '../../server/src/base/lineIndex';
import type {
  ClientAbilities,
  DocumentFeature,
  FeatureContext,
  WorkspaceFeature,
} from '../../server/src/features/feature';
import { createReportService, defaultSettings, type Host, type ReportService } from '../../server/src/service';
import { readFixture, type FixtureFile } from '../fixture';
import { createContext } from './harness';

export const desk = 'file:///desk/';

export interface DeskOptions {
  readonly client?: Partial<ClientAbilities>;
  readonly language?: 'en' | 'zh';
  /** Files that are no text. */
  readonly binary?: Readonly<Record<string, Uint8Array>>;
}

export interface Desk {
  readonly service: ReportService;
  readonly ctx: FeatureContext;
  readonly files: readonly FixtureFile[];
  /** What the disk holds, by path. */
  readonly disk: Map<string, string | Uint8Array>;
  /** How often a file was read from the disk. */
  readonly reads: string[];
  open(path: string): void;
  write(path: string, text: string | undefined): void;
  /** The answer at the `$0` of the fixture, whose file is opened first. */
  ask<Params, Result>(feature: DocumentFeature<Params, Result>, more?: object): Promise<Result>;
  run<Params, Result>(feature: WorkspaceFeature<Params, Result>, params: Params): Promise<Result>;
  /** The texts of all files that the edit changes, by path. */
  applied(edit: WorkspaceEdit | null): Readonly<Record<string, string>>;
  /** `path: the text there`. */
  shown(location: Location): string;
}

export async function layOut(
  source: string,
  { client, language = 'en', binary = {} }: DeskOptions = {},
): Promise<Desk> {
  const files = readFixture(source);
  const disk = new Map<string, string | Uint8Array>([
    ...files.map(({ path, text }) => [path, text] as const),
    ...Object.entries(binary),
  ]);
  const reads: string[] = [];
  const host: Host = {
    read(uri) {
      const path = decodeURIComponent(uri.slice(desk.length));
      reads.push(path);
      const content = disk.get(path);
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    list: (pattern) =>
      Promise.resolve(
        [...disk.keys()]
          .filter((path) => picomatch.isMatch(path, pattern, { dot: true }))
          .map((path) => desk + encodeURI(path))
          .sort(),
      ),
  };
  const service = createReportService({
    host,
    settings: { ...defaultSettings, language },
    readsConfiguration: true,
    log: () => undefined,
  });
  await service.start();
  const ctx = createContext(service, client);
  const textOf = (path: string): string => {
    const content = disk.get(path);
    if (typeof content !== 'string') throw new Error(`Expected a text at ${path}.`);
    return content;
  };
  const open = (path: string): void => {
    const uri = desk + encodeURI(path);
    service.open({ uri, version: 3, languageId: undefined, text: textOf(path) });
  };
  return {
    service,
    ctx,
    files,
    disk,
    reads,
    open,
    write(path, text) {
      if (text === undefined) disk.delete(path);
      else disk.set(path, text);
      service.fileChanged(desk + encodeURI(path));
    },
    async ask(feature, more = {}) {
      const here = files.find(({ cursors }) => cursors.length > 0);
      if (here === undefined) throw new Error('Expected a file with a cursor.');
      const uri = desk + encodeURI(here.path);
      if (!service.openUris().includes(uri)) open(here.path);
      // What the report is bound to is read when it is first asked for.
      void service.snapshot(uri)?.analysis.bound;
      await service.settled();
      const position = createLineIndex(here.text).positionAt(here.cursors[0] ?? 0);
      const params = { textDocument: { uri }, position, ...more } as never;
      const snapshot = service.snapshot(uri);
      if (snapshot?.isReport === true) return await feature.handle(snapshot, params, ctx);
      const file = service.openFile(uri);
      return file === undefined || feature.handleFile === undefined
        ? feature.empty(snapshot)
        : await feature.handleFile(file, params, ctx);
    },
    async run(feature, params) {
      return await feature.handle(params, ctx);
    },
    applied(edit) {
      const changed: Record<string, string> = {};
      for (const change of edit?.documentChanges ?? []) {
        if (!('edits' in change)) throw new Error('Expected edits alone.');
        const path = decodeURIComponent(change.textDocument.uri.slice(desk.length));
        const edits = change.edits.map((each) => {
          if (!('newText' in each)) throw new Error('Expected plain edits.');
          return each;
        });
        changed[path] = apply(textOf(path), edits);
      }
      return changed;
    },
    shown({ uri, range }) {
      const path = decodeURIComponent(uri.slice(desk.length));
      const text = textOf(path);
      const lines = createLineIndex(text);
      return `${path}: ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
    },
  };
}

function apply(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const lines = createLineIndex(text);
  return edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
