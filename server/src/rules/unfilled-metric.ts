/** Reports tags whose value is still masked. */
import type { MetricBinding } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { blankKindNames, type MetricUse } from '../report/types';
import { defineRule } from './rule';
import { blankSeverity, expectedValue, isFinal } from './support/expectation';
import { lineCounter, metricName, shown } from './support/wording';

export default defineRule({
  id: 'unfilled-metric',
  severity: 'warning',
  summary: { en: 'A tagged figure, date or name is not filled in yet', zh: '已加标签的数字、日期或名称尚未填写' },
  check({ analysis: { report, bindings }, report: found }) {
    const lineOf = lineCounter(report.text);
    for (const binding of bindings.values()) {
      const known = binding.values.size === 1 ? [...binding.values.values()][0] : undefined;
      for (const use of binding.uses) {
        if (use.state !== 'masked') continue;
        found({
          span: use.span,
          message: describe(use, binding, {
            isFinal: isFinal(report),
            remedy: known === undefined ? undefined : copyRemedy(known, lineOf(known.span.start)),
          }),
          severity: blankSeverity(use.kind, report),
          fixes: known === undefined ? [] : copyFix(use, known),
        });
      }
    }
  },
});

function describe(
  use: MetricUse,
  { id, definition }: MetricBinding,
  { isFinal, remedy }: { readonly isFinal: boolean; readonly remedy: Message | undefined },
): Message {
  const kind = blankKindNames[definition?.type === 'date' ? 'date' : use.kind];
  const name = metricName(id, definition);
  const expected = expectedValue(use, definition);
  const what = definition?.type === 'text' ? { en: 'text', zh: '文字' } : kind;
  const norm = isFinal
    ? { en: ', and a final report has no blanks', zh: '，而定稿中不应有待填处' }
    : { en: '', zh: '' };
  const todo = remedy ?? { en: `write ${expected.en}`, zh: `请填入${expected.zh}` };
  return {
    en: `The ${what.en} ${name.en} is not filled in${norm.en}; ${todo.en}`,
    zh: `${what.zh}${name.zh}尚未填写${norm.zh}；${todo.zh}`,
  };
}

function copyRemedy(known: MetricUse, line: number): Message {
  const value = shown(known.value ?? '');
  return {
    en: `line ${line} gives ${value}, write the same here`,
    zh: `第${line}行已填“${value}”，请在此处填入相同的值`,
  };
}

function copyFix({ valueSpan }: MetricUse, { value }: MetricUse): readonly Fix[] {
  if (valueSpan === undefined || value === undefined) return [];
  const quoted = shown(value);
  return [
    { title: { en: `Fill in ${quoted}`, zh: `填入“${quoted}”` }, changes: [{ span: valueSpan, newText: value }] },
  ];
}
