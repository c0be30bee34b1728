/** What is wrong with a value that somebody is about to give a blank, by the rules that would judge it there. */
import { leavesBlank } from '../../analysis/filling';
import { fitsType } from '../../analysis/value';
import type { Message } from '../../base/message';
import type { Severity } from '../../base/problem';
import type { Blank, MetricUse } from '../../report/types';
import outOfRange from '../../rules/out-of-range';
import type { MetricContext } from '../../rules/rule';
import wrongType from '../../rules/wrong-type';
import wrongWidth from '../../rules/wrong-width';
import type { Snapshot } from '../../workspace/snapshot';

export interface FillProblem {
  readonly severity: Severity;
  readonly message: Message;
}

/** The worst that can be said of a value that is not empty; undefined where it is fit. */
export function problemOf(snapshot: Snapshot, blank: Blank, value: string): FillProblem | undefined {
  if (/[<>\r\n]/.test(value) || (blank.metric === undefined && /[|*]/.test(value))) return unwritable;
  if (leavesBlank(value)) return stillMasked;
  const use = snapshot.report.metrics.find(({ valueSpan }) => valueSpan?.start === blank.span.start);
  if (use !== undefined && snapshot.analysis.bindings.get(use.id)?.definition !== undefined)
    return judged(snapshot, { ...use, state: 'filled', value });
  if (blank.kind === 'figure' && !fitsType(value, 'percent')) return noNumber;
  return blank.kind === 'date' && !/[\d０-９〇一二三四五六七八九十]/.test(value) ? noDate : undefined;
}

/** As the report's own severities say; what is off says nothing. */
function judged(snapshot: Snapshot, use: MetricUse): FillProblem | undefined {
  const { analysis, severities, template, bound, text, parse } = snapshot;
  const standing = {
    id: use.id,
    definition: analysis.bindings.get(use.id)?.definition,
    values: [],
    isConflicting: false,
    isOnlyRepeated: false,
  };
  for (const rule of [wrongType, outOfRange, wrongWidth]) {
    const set = severities.get(rule.id);
    if (set === 'off') continue;
    const found: FillProblem[] = [];
    const ctx: MetricContext = {
      text,
      lexicon: parse.lexicon,
      masks: [],
      lines: () => [],
      template,
      bound,
      isFinal: false,
      standingOf: () => standing,
      report: ({ message, severity }) => found.push({ message, severity: set ?? severity ?? rule.severity }),
    };
    rule.checkMetric?.(use, standing, ctx);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

const unwritable: FillProblem = {
  severity: 'error',
  message: {
    en: 'The value has a sign that has a meaning of its own in a report, such as < or *; leave it out',
    zh: '所填内容含有在报告中另有含义的符号（如“<”“*”）；请去掉',
  },
};

const stillMasked: FillProblem = {
  severity: 'error',
  message: {
    en: 'The value is a mask itself, and the blank stays one; type the value, or nothing to skip it',
    zh: '所填内容仍是掩码，此处仍待填；请填写实际内容，或留空跳过',
  },
};

const noNumber: FillProblem = {
  severity: 'warning',
  message: {
    en: 'The value is not a number, and a figure is expected here; check it',
    zh: '所填内容不是数字，此处应为数字；请核对',
  },
};

const noDate: FillProblem = {
  severity: 'warning',
  message: {
    en: 'The value has no day, month or year, and a date is expected here; check it',
    zh: '所填内容没有年、月、日，此处应为日期；请核对',
  },
};
