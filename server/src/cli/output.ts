/** What `check` prints: lines for a person, or one JSON value whose shape others rely on. */
import type { LineColumn } from '../base/lineIndex';
import type { Language, Message } from '../base/message';
import type { Severity } from '../base/problem';
import type { Colours } from './terminal';

interface Range {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** One checked file. Ranges are zero-based LSP ranges in UTF-16 units. */
export interface Checked {
  readonly path: string;
  /** Id of the template that applied, or null. */
  readonly template: string | null;
  readonly templateTitle: Message | undefined;
  readonly metrics: { readonly total: number; readonly filled: number };
  /** All blanks: untagged masks, and masked values of tags (`metric` names the tag). */
  readonly masks: readonly {
    readonly kind: string;
    readonly text: string;
    readonly range: Range;
    readonly metric?: string;
  }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: Message;
    readonly range: Range;
  }[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly blanks: number;
}

export function summarise(checked: readonly Checked[]): Summary {
  const count = (severity: Severity): number =>
    sum(checked, ({ diagnostics }) => diagnostics.filter((found) => found.severity === severity).length);
  return {
    files: checked.length,
    errors: count('error'),
    warnings: count('warning'),
    blanks: sum(checked, ({ masks }) => masks.length),
  };
}

/** One finding a line, so that a long answer can be read, compared and printed in pieces. */
export function* json(checked: readonly Checked[], language: Language): Generator<string> {
  yield '{"files":[';
  for (const [index, { path, template, metrics, masks, diagnostics }] of checked.entries()) {
    yield `${index === 0 ? '' : ','}\n{"path":${JSON.stringify(path)},"template":${JSON.stringify(template)},"metrics":${JSON.stringify(metrics)},\n`;
    yield* list('masks', masks);
    yield ',\n';
    yield* list(
      'diagnostics',
      diagnostics.map((found) => ({ ...found, message: found.message[language] })),
    );
    yield '}';
  }
  yield `],\n"summary":${JSON.stringify(summarise(checked))}}\n`;
}

function* list(name: string, items: readonly object[]): Generator<string> {
  yield `"${name}":[`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n ${JSON.stringify(item)}`;
  yield ']';
}

export function* stylish(checked: readonly Checked[], { language, colours }: Style): Generator<string> {
  for (const file of checked) {
    yield `${colours.underline(file.path)}\n`;
    for (const line of fileLines(file, language, colours)) yield `${line}\n`;
    yield '\n';
  }
  yield `${closingLine(checked, language, colours)}\n`;
}

export interface Style {
  readonly language: Language;
  readonly colours: Colours;
}

function fileLines(file: Checked, language: Language, colours: Colours): string[] {
  const places = file.diagnostics.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
  const width = places.reduce((longest, place) => Math.max(longest, place.length), 0);
  const lines = file.diagnostics.map(({ code, severity, message }, index) => {
    const name = severityNames[severity][language];
    return `  ${colours.dim((places[index] ?? '').padStart(width))}  ${paint(colours, severity)(pad(name, 7))}  ${message[language]}  ${colours.dim(code)}`;
  });
  return [...lines, `  ${colours.dim(stateLine(file, language))}`];
}

function stateLine({ metrics, masks, templateTitle, template }: Checked, language: Language): string {
  const applied: Message =
    template !== null
      ? {
          en: `template: ${template} (${templateTitle?.en ?? ''})`,
          zh: `模板：${template}（${templateTitle?.zh ?? ''}）`,
        }
      : {
          en: 'no template applies, so sections were not checked; name one with "report:" in the front matter or --template',
          zh: '没有适用的模板，未检查章节；请在文首写“report:”或用 --template 指定',
        };
  const state: Message = {
    en: `${plural(masks.length, 'blank')} left, ${metrics.filled} of ${plural(metrics.total, 'metric')} filled; ${applied.en}`,
    zh: `还差 ${masks.length} 处空缺，指标已填 ${metrics.filled}/${metrics.total}；${applied.zh}`,
  };
  return state[language];
}

function closingLine(checked: readonly Checked[], language: Language, colours: Colours): string {
  const { files, errors, warnings, blanks } = summarise(checked);
  const findings = sum(checked, ({ diagnostics }) => diagnostics.length);
  const others = findings - errors - warnings;
  const line: Message = {
    en: `${plural(findings, 'finding')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${others} other) in ${plural(files, 'file')}; ${plural(blanks, 'blank')} left`,
    zh: `共 ${findings} 处问题（错误 ${errors}，警告 ${warnings}，其他 ${others}），${files} 个文件；还差 ${blanks} 处空缺`,
  };
  const colour = errors > 0 ? colours.red : findings > 0 ? colours.yellow : colours.green;
  return colours.bold(colour(line[language]));
}

const severityNames: Readonly<Record<Severity, Message>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};

function paint(colours: Colours, severity: Severity): (text: string) => string {
  return severity === 'error' ? colours.red : severity === 'warning' ? colours.yellow : colours.blue;
}

/** Pads to columns of a terminal, where a Chinese character takes two. */
function pad(text: string, width: number): string {
  const columns = [...text].reduce((total, character) => total + (character > '\u2e7f' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - columns));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
