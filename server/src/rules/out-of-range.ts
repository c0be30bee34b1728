/** Reports values that the template says the metric cannot have. */
import { givenBy } from '../analysis/standings';
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { amountInUnit, withUnit } from './support/amounts';
import { written } from './support/relation';
import { metricName } from './support/wording';

export default defineRule({
  id: 'out-of-range',
  severity: 'error',
  summary: { en: 'A value is less or more than the metric can be', zh: '数值超出指标的取值范围' },
  checkMetric(use, { id, definition }, { text, report }) {
    if (definition === undefined || (definition.min ?? definition.max) === undefined) return;
    const given = givenBy(use, text);
    const amount = given && amountInUnit(given, definition);
    if (given === undefined || amount === undefined) return;
    const { min = -Infinity, max = Infinity } = definition;
    if (amount.high >= min && amount.low <= max) return;
    const name = metricName(id, definition);
    const value = written(given);
    const range = describeRange(definition.min, definition.max, (limit) => withUnit(limit, definition));
    report({
      span: use.valueSpan ?? use.span,
      message: {
        en: `${name.en} is ${value}, expected ${range.en}; correct it`,
        zh: `${name.zh}为“${value}”，应${range.zh}；请改正`,
      },
    });
  },
});

function describeRange(min: number | undefined, max: number | undefined, show: (limit: number) => string): Message {
  if (min === undefined) return { en: `at most ${show(max ?? 0)}`, zh: `不大于${show(max ?? 0)}` };
  if (max === undefined) return { en: `at least ${show(min)}`, zh: `不小于${show(min)}` };
  return { en: `${min} to ${show(max)}`, zh: `在${min}到${show(max)}之间` };
}
