/** Reports metrics that have one value here and another there. */
import { givenBy, type GivenValue, type Standing } from '../analysis/standings';
import type { Analysis } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { defineRule } from './rule';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'conflicting-metric',
  severity: 'error',
  summary: { en: 'One metric has two different values', zh: '同一指标有两个不同的值' },
  checkMetric(use, standing, { text, report }) {
    const [first] = standing.values;
    if (!standing.isConflicting || first === undefined) return;
    const own = givenBy(use, text);
    if (own === undefined || own.value === first.value) return;
    report({
      span: use.span,
      message: describe(standing, own, first),
      fixes: ({ analysis }) =>
        standing.values.slice(0, mostFixes).map((chosen) => useEverywhere(chosen, standing.id, analysis)),
    });
  },
});

/** More values than this are no slip that one value mends, and a list of fixes should be short enough to read. */
const mostFixes = 5;

function describe({ id, definition }: Standing, here: GivenValue, first: GivenValue): Message {
  const name = metricName(id, definition);
  const [own, other] = [shown(written(here)), shown(written(first))];
  return {
    en: `${name.en} is ${own} here and ${other} where it first stands; give it one value, or one of the two another id`,
    zh: `${name.zh}在此处为“${own}”，在首次出现处为“${other}”；请统一数值，或为其中一处另取标识`,
  };
}

/** As the author writes it, with its percent sign wherever that stands. */
function written({ written: value, hasPercentAfter }: GivenValue): string {
  return hasPercentAfter && !/[%％]$/.test(value) ? `${value}%` : value;
}

/** Uses that have the value already keep their own way of writing it. */
function useEverywhere(chosen: GivenValue, id: string, { report, bindings }: Analysis): Fix {
  const value = written(chosen);
  const quoted = shown(value);
  return {
    title: { en: `Use ${quoted} everywhere`, zh: `全部改为“${quoted}”` },
    changes: (bindings.get(id)?.uses ?? []).flatMap((use) => {
      const own = givenBy(use, report.text);
      if (own === undefined || own.value === chosen.value || use.valueSpan === undefined) return [];
      return [{ span: use.valueSpan, newText: own.hasPercentAfter ? value.replace(/[%％]$/, '') : value }];
    }),
  };
}
