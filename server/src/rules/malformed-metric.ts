/** Reports tags that are not well formed. */
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import type { TagFact } from '../report/facts';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'malformed-metric',
  severity: 'error',
  hasCertainFixes: true,
  summary: {
    en: 'A tag is unclosed, damaged or written with the wrong marks',
    zh: '标签没有结束、被改动过，或用错了符号',
  },
  checkMetric(use, _standing, { report }) {
    if (use.fault === undefined) return;
    report({ span: use.span, message: use.fault.message, fixes: ({ place }) => repair(use, place(use.span)) });
  },
});

function repair({ fault }: TagFact, span: Span): readonly Fix[] {
  const repaired = fault?.repaired;
  if (repaired === undefined) return [];
  const quoted = shown(repaired);
  return [
    {
      title: { en: `Write it as ${quoted}`, zh: `改写为 ${quoted}` },
      changes: [{ span, newText: repaired }],
      isCertain: true,
    },
  ];
}
