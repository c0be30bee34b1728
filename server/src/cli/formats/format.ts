/** What `check` knows of a file, how findings are counted, and what a way to print them is. */
import type { LineColumn } from '../../base/lineIndex';
import type { FailLevel } from '../../service';
import type { Language, Message } from '../../base/message';
import type { Severity } from '../../base/problem';
import { byTotal, type Share } from '../../analysis/shares';
import type { Colours } from '../terminal';

export interface Range {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

export interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly range: Range;
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
  readonly diagnostics: readonly Found[];
  /** A line of the text without its line ending; lines count from zero. */
  readonly lineAt: (line: number) => string;
  /** What is filled by section and by owner; undefined where nobody asked for it. */
  readonly shares: Shares | undefined;
}

export interface Shares {
  readonly sections: readonly Share[];
  readonly owners: readonly Share[];
}

/** How much was found, in one file or in many. */
export interface Tally {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly blanks: number;
  readonly shares: Shares | undefined;
}

/** A file that could not be checked. */
export interface Failure {
  readonly path: string;
  readonly failure: Message;
}

/** A way to print: what stands before all files, one file, what stands between two, and what stands after all. */
export interface Format {
  readonly head: string;
  /** Between two files of which something is printed. */
  readonly between: string;
  /** Nothing where there is nothing to say of the file. */
  file(checked: Checked): string;
  tail(tally: Tally, failures: readonly Failure[]): string;
}

export interface Style {
  readonly language: Language;
  readonly colours: Colours;
  readonly failOn: FailLevel;
  /** Whether nothing is said of a file in which nothing was found. */
  readonly quiet: boolean;
}

export const noFiles: Tally = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, blanks: 0, shares: undefined };

export function tallyOf({ diagnostics, masks, shares }: Checked): Tally {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return {
    files: 1,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    blanks: masks.length,
    shares,
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
    shares: addShares(a.shares, b.shares),
  };
}

function addShares(a: Shares | undefined, b: Shares | undefined): Shares | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { sections: merged(a.sections, b.sections), owners: byTotal(merged(a.owners, b.owners)) };
}

/** By name, in the order in which the names first came. */
function merged(a: readonly Share[], b: readonly Share[]): readonly Share[] {
  const shares = new Map<string | null, Share>();
  for (const { name, total, filled } of [...a, ...b]) {
    const known = shares.get(name);
    shares.set(name, { name, total: total + (known?.total ?? 0), filled: filled + (known?.filled ?? 0) });
  }
  return [...shares.values()];
}

const ranks: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether what was found makes the run fail. */
export function fails({ errors, warnings, infos, hints, blanks }: Tally, level: FailLevel): boolean {
  if (level === 'unfilled') return blanks > 0 || errors > 0;
  const counts = [errors, warnings, infos, hints];
  return counts.slice(0, ranks.indexOf(level) + 1).some((count) => count > 0);
}

/** Whether a finding alone would. */
export function isFailing({ severity, code }: Found, level: FailLevel): boolean {
  if (level === 'unfilled') return severity === 'error' || /^(?:unfilled-|untagged-mask$)/.test(code);
  return ranks.indexOf(severity) <= ranks.indexOf(level);
}

export const severityNames: Readonly<Record<Severity | 'off', Message>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
  off: { en: 'off', zh: '关闭' },
};

/** The last line for a person. */
export function closingLine({ files, errors, warnings, infos, hints, blanks }: Tally, language: Language): string {
  const others = infos + hints;
  const findings = errors + warnings + others;
  const line: Message = {
    en: `${plural(findings, 'finding')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${others} other) in ${plural(files, 'file')}; ${plural(blanks, 'blank')} left`,
    zh: `共 ${findings} 处问题（错误 ${errors}，警告 ${warnings}，其他 ${others}），${files} 个文件；还差 ${blanks} 处空缺`,
  };
  return line[language];
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
