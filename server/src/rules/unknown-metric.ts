/** Reports ids that the template does not know but that look like one it does. */
import { memoised } from '../base/lazy';
import type { Message } from '../base/message';
import { closest } from '../base/suggest';
import type { Template } from '../template/types';
import { defineRule } from './rule';
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
  checkMetric({ id, idSpan, state }, standing, { template, report }) {
    if (template === undefined || state === 'malformed' || standing.isOnlyRepeated) return;
    const { definitions } = idsOf(template);
    const [, base = id, counter = ''] = /^(.+?)(-\d+)$/.exec(id) ?? [];
    if (definitions.has(id) || definitions.has(base)) return;
    const definition = definitions.get(closest(base, definitions.keys()) ?? '');
    if (definition === undefined) return;
    const meant = definition.id + counter;
    report({
      span: idSpan,
      message: describe(id, metricName(meant, definition)),
      fixes: ({ place }) => [changeTo(meant, place(idSpan))],
    });
  },
});

const idsOf = memoised((template: Template) => ({
  definitions: new Map(template.metrics.map((metric) => [metric.id, metric])),
}));

function describe(id: string, meant: Message): Message {
  return {
    en: `"${id}" is not an id of this template; did you mean ${meant.en}?`,
    zh: `模板中没有标识“${id}”；是否应为${meant.zh}？`,
  };
}
