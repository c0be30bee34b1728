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

/** How much was found, in one file or in many. */
export interface Tally {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly blanks: number;
}

export const noFiles: Tally = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, blanks: 0 };

export function tallyOf({ diagnostics, masks }: Checked): Tally {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return {
    files: 1,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    blanks: masks.length,
  };
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    files: a.files + b.files,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    hints: a.hints + b.hints,
    blanks: a.blanks + b.blanks,
  };
}

/** A way to print: what stands before all files, one file, what stands between two, and what stands after all. */
export interface Format {
  readonly head: string;
  readonly between: string;
  file(checked: Checked): string;
  tail(tally: Tally): string;
}

/** One finding a line, so that a long answer can be read and compared. */
export function json(language: Language): Format {
  const list = (name: string, items: readonly object[]): string =>
    `"${name}":[${items.map((item, index) => `${index === 0 ? '' : ','}\n ${JSON.stringify(item)}`).join('')}]`;
  return {
    head: '{"files":[',
    between: ',',
    file({ path, template, metrics, masks, diagnostics }) {
      const found = diagnostics.map((each) => ({ ...each, message: each.message[language] }));
      return `\n{"path":${JSON.stringify(path)},"template":${JSON.stringify(template)},"metrics":${JSON.stringify(metrics)},\n${list('masks', masks)},\n${list('diagnostics', found)}}`;
    },
    tail: ({ files, errors, warnings, blanks }) =>
      `],\n"summary":${JSON.stringify({ files, errors, warnings, blanks })}}\n`,
  };
}

export function stylish({ language, colours }: Style): Format {
  return {
    head: '',
    between: '',
    file(checked) {
      const lines = fileLines(checked, language, colours).map((line) => `${line}\n`);
      return `${colours.underline(checked.path)}\n${lines.join('')}\n`;
    },
    tail: (tally) => `${closingLine(tally, language, colours)}\n`,
  };
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

function closingLine(tally: Tally, language: Language, colours: Colours): string {
  const { files, errors, warnings, infos, hints, blanks } = tally;
  const others = infos + hints;
  const findings = errors + warnings + others;
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
