/** Reports series that change their kind of mark on the way: `首先…第二…`, `一是…第二…`. */
import { markOf, mixedSeries, type MixedSeries } from '../analysis/seriesNumbers';
import type { Fix, TextChange } from '../base/problem';
import { defineRule } from './rule';

export default defineRule({
  id: 'mixed-series',
  severity: 'warning',
  summary: { en: 'A series changes its kind of number on the way', zh: '序列前后的序数词不一致' },
  checkStructure({ analysis, report }) {
    for (const mixed of mixedSeries(analysis.report)) {
      const { item, before } = mixed;
      const wanted = markOf(before.mark, item.ordinal);
      report({
        span: item.span,
        message: {
          en: `"${item.mark}" follows "${before.mark}"${wanted === undefined ? '' : `, expected "${wanted}"`}; use one kind of number throughout`,
          zh: `“${before.mark}”之后用了“${item.mark}”${wanted === undefined ? '' : `，应为“${wanted}”`}；请统一序数词`,
        },
        fixes: () => unify(mixed, analysis.report.text),
      });
    }
  },
});

/** Behind 第二 and 其次 stands a comma, behind 二是 none is needed. */
function unify({ before, series }: MixedSeries, text: string): readonly Fix[] {
  const changes: TextChange[] = [];
  for (const { ordinal, mark, span } of series.items) {
    // 最后 closes any series.
    if (mark === '最后') continue;
    const wanted = markOf(before.mark, ordinal);
    if (wanted === undefined) return [];
    const needsComma = !/[是要]$/.test(wanted) && !/[，,]/.test(text.charAt(span.end));
    changes.push({ span, newText: needsComma ? `${wanted}，` : wanted });
  }
  return [{ title: { en: 'Use one kind of number', zh: '统一序数词' }, changes }];
}
