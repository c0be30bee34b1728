/** Reports tags whose value is still masked. */
import type { Standing } from '../analysis/standings';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import type { TagFact } from '../report/facts';
import { blankKindNames } from '../report/types';
import { defineRule } from './rule';
import { blankSeverity, expectedValue } from './support/expectation';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'unfilled-metric',
  severity: 'warning',
  summary: { en: 'A tagged figure, date or name is not filled in yet', zh: '已加标签的数字、日期或名称尚未填写' },
  checkMetric(use, standing, { isFinal, report }) {
    if (use.state !== 'masked') return;
    const known = standing.values.length === 1 ? standing.values[0]?.written : undefined;
    report({
      span: use.span,
      message: describe(use, standing, { isFinal, known }),
      severity: blankSeverity(use.kind, isFinal),
      fixes: ({ place }) =>
        known === undefined || use.valueSpan === undefined ? [] : [copyFix(place(use.valueSpan), known)],
    });
  },
});

function describe(
  use: TagFact,
  { id, definition }: Standing,
  { isFinal, known }: { readonly isFinal: boolean; readonly known: string | undefined },
): Message {
  const kind = blankKindNames[definition?.type === 'date' ? 'date' : use.kind];
  const name = metricName(id, definition);
  const expected = expectedValue(use, definition);
  const what = definition?.type === 'text' ? { en: 'text', zh: '文字' } : kind;
  const norm = isFinal
    ? { en: ', and a final report has no blanks', zh: '，而定稿中不应有待填处' }
    : { en: '', zh: '' };
  const todo = known !== undefined ? copyRemedy(known) : { en: `write ${expected.en}`, zh: `请填入${expected.zh}` };
  return {
    en: `The ${what.en} ${name.en} is not filled in${norm.en}; ${todo.en}`,
    zh: `${what.zh}${name.zh}尚未填写${norm.zh}；${todo.zh}`,
  };
}

function copyRemedy(known: string): Message {
  const value = shown(known);
  return {
    en: `another tag gives ${value}, write the same here`,
    zh: `另一处已填“${value}”，请在此处填入相同的值`,
  };
}

function copyFix(span: Span, value: string): Fix {
  const quoted = shown(value);
  return { title: { en: `Fill in ${quoted}`, zh: `填入“${quoted}”` }, changes: [{ span, newText: value }] };
}
