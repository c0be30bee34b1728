/** Reports metrics that have one value here and another there. */
import type { MetricBinding } from '../analysis/types';
import { normaliseValue } from '../analysis/value';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import type { MetricUse } from '../report/types';
import { defineRule } from './rule';
import { lineCounter, metricName, shown } from './support/wording';

export default defineRule({
  id: 'conflicting-metric',
  severity: 'error',
  summary: { en: 'One metric has two different values', zh: '同一指标有两个不同的值' },
  check({ analysis: { report, bindings }, report: found }) {
    const lineOf = lineCounter(report.text);
    for (const binding of bindings.values()) {
      if (binding.values.size < 2) continue;
      const filled = filledUses(binding, report.text);
      const [first] = filled;
      const values = firstOfEach(filled);
      if (first === undefined || values.length < 2) continue;
      const fixes = values.slice(0, mostFixes).map((chosen) => useEverywhere(chosen, filled));
      for (const other of filled) {
        if (other.value === first.value) continue;
        const line = lineOf(first.use.span.start);
        found({ span: other.use.span, message: describe(binding, { here: other, there: first, line }), fixes });
      }
    }
  },
});

/** More values than this are no slip that one value mends, and a list of fixes should be short enough to read. */
const mostFixes = 5;

interface Filled {
  readonly use: MetricUse;
  /** For comparison; includes a percent sign that follows the tag. */
  readonly value: string;
  readonly hasPercentAfter: boolean;
}

function filledUses({ uses }: MetricBinding, text: string): readonly Filled[] {
  return uses
    .filter(({ state }) => state === 'filled')
    .map((use) => {
      const value = normaliseValue(use.value ?? '');
      const hasPercentAfter = /^ ?[%％]/.test(text.slice(use.span.end, use.span.end + 2));
      return { use, value: hasPercentAfter && !value.endsWith('%') ? `${value}%` : value, hasPercentAfter };
    });
}

function firstOfEach(filled: readonly Filled[]): readonly Filled[] {
  const first = new Map<string, Filled>();
  for (const one of filled) if (!first.has(one.value)) first.set(one.value, one);
  return [...first.values()];
}

function describe(
  { id, definition }: MetricBinding,
  { here, there, line }: { readonly here: Filled; readonly there: Filled; readonly line: number },
): Message {
  const name = metricName(id, definition);
  const [own, other] = [shown(written(here)), shown(written(there))];
  return {
    en: `${name.en} is ${own} here and ${other} on line ${line}; give it one value, or one of the two another id`,
    zh: `${name.zh}在此处为“${own}”，在第${line}行为“${other}”；请统一数值，或为其中一处另取标识`,
  };
}

/** As the author writes it, with its percent sign wherever that stands. */
function written({ use: { value = '' }, hasPercentAfter }: Filled): string {
  return hasPercentAfter && !/[%％]$/.test(value) ? `${value}%` : value;
}

/** Uses that have the value already keep their own way of writing it. */
function useEverywhere(chosen: Filled, filled: readonly Filled[]): Fix {
  const value = written(chosen);
  const quoted = shown(value);
  return {
    title: { en: `Use ${quoted} everywhere`, zh: `全部改为“${quoted}”` },
    changes: filled.flatMap((one) => {
      if (one.value === chosen.value || one.use.valueSpan === undefined) return [];
      const newText = one.hasPercentAfter ? value.replace(/[%％]$/, '') : value;
      return [{ span: one.use.valueSpan, newText }];
    }),
  };
}
