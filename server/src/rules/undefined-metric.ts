/** Reports tags that repeat a value which the report gives nowhere. */
import type { MetricBinding } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { closest } from '../base/suggest';
import type { MetricUse } from '../report/types';
import { defineRule } from './rule';
import { givesNoValue } from './support/binding';
import { changeTo } from './support/fixes';
import { metricName } from './support/wording';

export default defineRule({
  id: 'undefined-metric',
  severity: 'error',
  summary: { en: 'A tag repeats a value that is given nowhere', zh: '标签引用的值在报告中从未给出' },
  check({ analysis: { bindings }, report }) {
    const undefinedMetrics = [...bindings.values()].filter(givesNoValue);
    if (undefinedMetrics.length === 0) return;
    const given = [...bindings.values()].filter((binding) => !givesNoValue(binding)).map(({ id }) => id);
    for (const binding of undefinedMetrics) {
      const meant = closest(binding.id, given);
      for (const use of binding.uses) {
        if (use.state !== 'reference') continue;
        report({
          span: use.span,
          message: describe(binding, meant),
          fixes: [...(meant === undefined ? [] : [changeTo(meant, use.idSpan)]), leaveBlank(use, binding)],
        });
      }
    }
  },
});

function describe({ id, definition }: MetricBinding, meant: string | undefined): Message {
  const name = metricName(id, definition);
  return meant === undefined
    ? {
        en: `${name.en} has no value in this report; give it one in one of its tags, as in <<${id}:12>>`,
        zh: `${name.zh}在本报告中没有值；请在它的一处标签中写上值，例如 <<${id}:12>>`,
      }
    : {
        en: `${name.en} has no value in this report; give it one, or did you mean "${meant}"?`,
        zh: `${name.zh}在本报告中没有值；请写上值，或者是否应为“${meant}”？`,
      };
}

function leaveBlank({ idSpan }: MetricUse, { definition }: MetricBinding): Fix {
  const mask = '*'.repeat(Math.min(definition?.digits ?? 2, 12));
  return {
    title: { en: 'Leave a blank for its value here', zh: '在此处留出待填处' },
    changes: [{ span: { start: idSpan.end, end: idSpan.end }, newText: `:${mask}` }],
  };
}
