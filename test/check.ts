/** What tests of rules ask of the product, and the only callers of it there. Fixtures are described in `fixture.ts`. */
import { expect } from 'vitest';
import { applyChanges, type Fix, type Severity } from '../server/src/base/problem';
import { createBound, type Bound } from '../server/src/analysis/bound';
import { readCsv } from '../server/src/data/csv';
import type { Figures } from '../server/src/data/types';
import { readYaml } from '../server/src/data/yaml';
import type { FrontMatter } from '../server/src/report/types';
import type { Diagnosis } from '../server/src/rules/run';
import { createLexicon } from '../server/src/syntax/mask/lexicon';
import { loadTemplate } from '../server/src/template/load';
import { entryOf } from '../server/src/template/choose';
import { shippedTemplates } from '../server/src/template/shipped';
import type { Template } from '../server/src/template/types';
import { plainContent } from '../server/src/workspace/documents';
import { valuesIn } from '../server/src/workspace/files';
import { createPhraseBook, isPhraseFile } from '../server/src/workspace/phraseBook';
import { createSnapshot, type Snapshot } from '../server/src/workspace/snapshot';
import { widthOfLine } from './columns';
import { readFixture, type FixtureFile, type Mark } from './fixture';

export interface CheckOptions {
  /** A template named from outside, as `--template` does. */
  readonly template?: string | undefined;
  readonly language?: 'en' | 'zh';
  /** A name ending in `.txt` makes the fixture a plain text. */
  readonly path?: string;
  /** Severities from the settings, by rule id. */
  readonly severities?: Readonly<Record<string, 'off' | Severity>>;
  /** Look at the findings of these rules alone. */
  readonly rules?: readonly string[];
}

/** Files beside the report: templates, which go before those that are shipped, and what the front matter binds the report to. */
export interface Beside {
  readonly templates?: readonly Template[];
  /** Texts of data files, of lists of phrases and of last period's report, by path. */
  readonly files?: ReadonlyMap<string, string>;
}

/** Opens a text that has no marks in it, with what stands beside it, or with templates alone. */
export function readReport(
  text: string,
  options: CheckOptions = {},
  beside: Beside | readonly Template[] = {},
): Snapshot {
  const { templates = [], files } = 'length' in beside ? { templates: beside } : beside;
  const { path = 'june.report.md', template, severities = {} } = options;
  const content = plainContent(text);
  const document = { uri: `file:///reports/${path}`, version: 1, languageId: undefined, content, editedAt: 0 };
  return createSnapshot(document, {
    revision: 1,
    lexicon,
    templates: [...templates.map(entryOf), ...shippedTemplates],
    severities: new Map(Object.entries(severities)),
    phrases: createPhraseBook(new Map([...(files ?? [])].filter(([name]) => isPhraseFile(name)))).phrases,
    templateName: template,
    boundFor: (_uri, frontMatter) => bound(frontMatter, files ?? new Map()),
  });
}

function bound(frontMatter: FrontMatter | undefined, files: ReadonlyMap<string, string>): Bound | undefined {
  const { data = [], previous } = frontMatter ?? {};
  if (data.length === 0 && previous === undefined) return undefined;
  const figures = (path: string): Figures | 'missing' => {
    const text = files.get(path);
    if (text === undefined) return 'missing';
    return path.endsWith('.csv') ? readCsv(path, text) : readYaml(path, text);
  };
  const last = previous && files.get(previous.value);
  return createBound(
    data.map((field) => ({ field, uri: field.value, content: figures(field.value) })),
    previous && {
      field: previous,
      content:
        last === undefined ? 'missing' : { uri: previous.value, values: valuesIn(previous.value, last, lexicon) },
    },
  );
}

const lexicon = createLexicon([]);

/** What the rules find in a text that has no marks in it. */
export function diagnose(text: string, options: CheckOptions = {}, beside: Beside = {}): readonly Found[] {
  const { rules } = options;
  const { diagnoses } = readReport(text, options, beside);
  return diagnoses
    .filter(({ code }) => rules === undefined || rules.includes(code))
    .map((diagnosis) => ({ ...diagnosis, fixes: diagnosis.fixes() }));
}

/** A finding with its fixes worked out. */
export type Found = Omit<Diagnosis, 'fixes'> & { readonly fixes: readonly Fix[] };

/** The marks of the fixture are the findings, no more and no fewer. A finding over several lines is marked on its first. */
export function checkDiagnostics(source: string, options: CheckOptions = {}): void {
  const { text, marks, ...beside } = readFiles(source);
  const found = diagnose(text, options, beside).map((diagnosis) => toMark(diagnosis, text, options.language ?? 'en'));
  const missing = marks.filter((mark) => !found.some((other) => fits(other, mark)));
  const extra = found.filter((other) => !marks.some((mark) => fits(other, mark)));
  const report = [
    ...missing.map((mark) => `missing: ${show(mark, text)}`),
    ...extra.map((mark) => `extra: ${show(mark, text)}`),
  ];
  expect(report, `In the report\n${text}`).toEqual([]);
  expect(found.length, 'Each mark stands for one finding.').toBe(marks.length);
}

/** The text after the first fix with this English title, of a finding at `$0` where the fixture has one. Marks are checked too. */
export function checkFix(source: string, title: string, expected: string, options: CheckOptions = {}): void {
  const { text, marks, cursors, ...beside } = readFiles(source);
  if (marks.length > 0) checkDiagnostics(source, options);
  const [cursor] = cursors;
  const here = diagnose(text, options, beside).filter(
    ({ span }) => cursor === undefined || (span.start <= cursor && cursor <= span.end),
  );
  const fixes = here.flatMap((diagnosis) => diagnosis.fixes);
  const fix = fixes.find((one) => one.title.en === title);
  if (fix === undefined)
    throw new Error(`No fix "${title}"; there are ${fixes.map((one) => one.title.en).join(', ')}.`);
  expect(applyFix(text, fix)).toBe(expected);
}

/** The text after a fix, whose changes must be in order and apart, as every user of a fix relies on. */
export function applyFix(text: string, { changes }: Fix): string {
  let end = 0;
  for (const { span } of changes) {
    if (span.start < end || span.end < span.start || span.end > text.length)
      throw new Error('Changes overlap or run backwards.');
    end = span.end;
  }
  return applyChanges(text, changes);
}

/** The report of a fixture, which is its first Markdown or plain text, and the files beside it (`//- monthly.template.yaml`). */
export function readFiles(source: string): FixtureFile & Required<Beside> {
  const all = readFixture(source);
  const report = all.find(({ path }) => /\.(?:md|txt)$/.test(path));
  if (report === undefined) throw new Error('Expected a fixture with a report.');
  const others = all.filter((file) => file !== report);
  const isTemplate = ({ path }: FixtureFile): boolean => path.endsWith('.template.yaml');
  const templates = others.filter(isTemplate).flatMap(({ text }) => loadTemplate(text).template ?? []);
  const files = new Map(others.filter((file) => !isTemplate(file)).map(({ path, text }) => [path, text]));
  return { ...report, templates, files };
}

function toMark(
  { severity, code, message, span }: Omit<Diagnosis, 'fixes'>,
  text: string,
  language: 'en' | 'zh',
): Mark {
  const rest = text.slice(span.start, span.end);
  const visible = (/^[^\r\n]*/.exec(rest)?.[0] ?? '').length;
  return {
    kind: severity,
    code,
    message: message[language],
    span: visible === 0 ? undefined : { start: span.start, end: span.start + visible },
  };
}

function fits(found: Mark, mark: Mark): boolean {
  if (found.kind !== mark.kind || (mark.code !== undefined && mark.code !== found.code)) return false;
  if (found.span?.start !== mark.span?.start || found.span?.end !== mark.span?.end) return false;
  if (mark.message === undefined) return true;
  return mark.message.endsWith('…')
    ? found.message?.startsWith(mark.message.slice(0, -1)) === true
    : found.message === mark.message;
}

/** A mark as it would be written under its line, so that it can be copied into the fixture. */
function show({ kind, code, message, span }: Mark, text: string): string {
  const label = `${kind}${code === undefined ? '' : `[${code}]`}${message === undefined ? '' : `: ${message}`}`;
  if (span === undefined) return `\n^file ${label}`;
  const lineStart = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const indent = ' '.repeat(widthOfLine(text.slice(lineStart, span.start)));
  const carets = '^'.repeat(widthOfLine(text.slice(span.start, span.end)));
  return `\n${line}\n${indent}${carets} ${label}`;
}
