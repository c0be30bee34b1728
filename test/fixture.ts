/** Reads test fixtures: reports as an author would write them, with marks under the places that a test speaks of. */
import type { Span } from '../server/src/base/span';
import { offsetAtColumn } from './columns';

/** A line such as `^^^ warning[unfilled-metric]: message`, or `^file error[missing-section]` for what has no visible place. */
export interface Mark {
  readonly kind: 'error' | 'warning' | 'info' | 'hint' | 'def' | 'ref';
  /** The rule's id, where the mark names one. */
  readonly code: string | undefined;
  /** The whole message, or its beginning where it ends in `…`. */
  readonly message: string | undefined;
  /** In the text without marks; undefined for `^file`. */
  readonly span: Span | undefined;
}

export interface FixtureFile {
  readonly path: string;
  /** From the line `//- path key:value`. */
  readonly options: ReadonlyMap<string, string>;
  /** Without marks and cursors; line endings as they were. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where `$0` stood: none, a cursor, or the two ends of a selection. */
  readonly cursors: readonly number[];
}

/**
 * Columns of carets count as an editor shows them: wide East Asian characters take two, and `$0` takes the two that it is
 * written with. Throws where a fixture is not well formed, since a test that marks nothing cannot fail.
 */
export function readFixture(source: string, defaultPath = 'june.report.md'): readonly FixtureFile[] {
  const files: FileBuilder[] = [];
  for (const line of source.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    const header = /^\/\/- (\S+)((?: \S+:\S+)*)\s*$/.exec(line);
    if (header !== null) files.push(newFile(header[1] ?? '', header[2] ?? ''));
    else addLine(files[files.length - 1] ?? startWith(files, defaultPath), line);
  }
  if (files.length === 0) startWith(files, defaultPath);
  return files.map(({ lastLine: _, ...file }) => file);
}

/** The only file of a fixture. */
export function readSingle(source: string, defaultPath?: string): FixtureFile {
  const [file, ...others] = readFixture(source, defaultPath);
  if (file === undefined || others.length > 0) throw new Error('Expected a fixture of one file.');
  return file;
}

interface FileBuilder {
  readonly path: string;
  readonly options: Map<string, string>;
  text: string;
  readonly marks: Mark[];
  readonly cursors: number[];
  /** The nearest line of text above, as it is shown, and where it begins in `text`. */
  lastLine: { readonly shown: string; readonly start: number } | undefined;
}

function startWith(files: FileBuilder[], path: string): FileBuilder {
  const file = newFile(path, '');
  files.push(file);
  return file;
}

function newFile(path: string, options: string): FileBuilder {
  const pairs = options
    .trim()
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);
  return { path, options: new Map(pairs), text: '', marks: [], cursors: [], lastLine: undefined };
}

const markLine = /^( *)(\^+|\^file) (error|warning|info|hint|def|ref)(?:\[([a-z-]+)\])?(?:: (.+?))?\s*$/;

function addLine(file: FileBuilder, line: string): void {
  const mark = markLine.exec(line);
  if (mark === null) {
    addText(file, line);
    return;
  }
  const [, indent = '', carets = '', kind, code, message] = mark;
  const span = carets === '^file' ? undefined : underlined(file, indent.length, indent.length + carets.length, line);
  file.marks.push({ kind: kind as Mark['kind'], code, message, span });
}

/** Takes `$0` out and keeps its place; `\$0` is the text `$0`. */
function addText(file: FileBuilder, line: string): void {
  const start = file.text.length;
  for (const piece of line.split(/(\\?\$0)/)) {
    if (piece === '$0') file.cursors.push(file.text.length);
    else file.text += piece === '\\$0' ? '$0' : piece;
  }
  file.lastLine = { shown: line.replace(/[\r\n]+$/, ''), start };
}

function underlined(file: FileBuilder, from: number, to: number, line: string): Span {
  const { lastLine } = file;
  if (lastLine === undefined) throw new Error(`No line of text above the mark "${line.trim()}".`);
  const at = (column: number): number => {
    const offset = offsetAtColumn(lastLine.shown, column);
    if (offset === undefined) throw new Error(`The mark "${line.trim()}" does not fit the text "${lastLine.shown}".`);
    const shownBefore = lastLine.shown.slice(0, offset);
    const taken = [...shownBefore.matchAll(/(\\?)\$0/g)].reduce((sum, [, escape]) => sum + (escape === '' ? 2 : 1), 0);
    return lastLine.start + offset - taken;
  };
  return { start: at(from), end: at(to) };
}
