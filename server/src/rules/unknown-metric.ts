/** Reports ids that the template does not know but that look like one it does. */
import type { Message } from '../base/message';
import { closest } from '../base/suggest';
import { defineRule } from './rule';
import { givesNoValue } from './support/binding';
import { changeTo } from './support/fixes';
import { metricName } from './support/wording';

export default defineRule({
  id: 'unknown-metric',
  severity: 'warning',
  summary: {
    en: 'An id is not in the template and resembles one that is',
    zh: '标识不在模板中，却与模板中的某个标识相近',
  },
  // An id that resembles none is the author's own, and a counter makes a second metric of a kind that the template has.
  check({ analysis: { template, bindings }, report }) {
    if (template === undefined) return;
    const definitions = new Map(template.metrics.map((metric) => [metric.id, metric]));
    for (const binding of bindings.values()) {
      const [, base = binding.id, counter = ''] = /^(.+?)(-\d+)$/.exec(binding.id) ?? [];
      if (definitions.has(binding.id) || definitions.has(base) || givesNoValue(binding)) continue;
      const definition = definitions.get(closest(base, definitions.keys()) ?? '');
      if (definition === undefined) continue;
      const meant = definition.id + counter;
      for (const use of binding.uses) {
        if (use.state === 'malformed') continue;
        const message = describe(binding.id, metricName(meant, definition));
        report({ span: use.idSpan, message, fixes: [changeTo(meant, use.idSpan)] });
      }
    }
  },
});

function describe(id: string, meant: Message): Message {
  return {
    en: `"${id}" is not an id of this template; did you mean ${meant.en}?`,
    zh: `模板中没有标识“${id}”；是否应为${meant.zh}？`,
  };
}
