/** Reports tags that repeat a value which the report gives nowhere. */
import type { Standing } from '../analysis/standings';
import type { Analysis } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import { closest } from '../base/suggest';
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { metricName } from './support/wording';

export default defineRule({
  id: 'undefined-metric',
  severity: 'error',
  summary: { en: 'A tag repeats a value that is given nowhere', zh: '标签引用的值在报告中从未给出' },
  checkMetric(use, standing, { report }) {
    if (use.state !== 'reference' || !standing.isOnlyRepeated) return;
    report({
      span: use.span,
      message: describe(standing),
      fixes: ({ analysis, place }) => {
        const meant = closest(use.id, idsWithValues(analysis));
        const id = place(use.idSpan);
        return [...(meant === undefined ? [] : [changeTo(meant, id)]), leaveBlank(id, standing)];
      },
    });
  },
});

function idsWithValues({ bindings }: Analysis): readonly string[] {
  return [...bindings.values()].filter(({ uses }) => uses.some((use) => use.state !== 'reference')).map(({ id }) => id);
}

function describe({ id, definition }: Standing): Message {
  const name = metricName(id, definition);
  return {
    en: `${name.en} has no value in this report; give it one in one of its tags, as in <<${id}:12>>`,
    zh: `${name.zh}在本报告中没有值；请在它的一处标签中写上值，例如 <<${id}:12>>`,
  };
}

function leaveBlank({ end }: Span, { definition }: Standing): Fix {
  const mask = '*'.repeat(Math.min(definition?.digits ?? 2, 12));
  return {
    title: { en: 'Leave a blank for its value here', zh: '在此处留出待填处' },
    changes: [{ span: { start: end, end }, newText: `:${mask}` }],
  };
}
