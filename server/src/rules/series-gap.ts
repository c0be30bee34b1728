/** Reports series such as `一是…二是…三是…` that skip or repeat a number, or begin or end too early. */
import { markOf, mixedSeries, seriesBreaks, seriesChanges } from '../analysis/seriesNumbers';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { chineseNumeral } from '../report/numbering';
import type { SeriesItem } from '../report/types';
import { defineRule } from './rule';

export default defineRule({
  id: 'series-gap',
  severity: 'error',
  summary: {
    en: 'A series such as 一是…二是…三是 skips, repeats or lacks a number',
    zh: '“一是……二是……三是”之类的序列跳号、重号或缺项',
  },
  checkStructure({ analysis, report }) {
    const mixed = mixedSeries(analysis.report);
    const goesOn = new Set(mixed.map(({ before }) => before));
    for (const series of analysis.report.series) {
      const { items, style } = series;
      // A series that goes on in another kind of number is told as that.
      const begun = mixed.find((each) => each.series === series)?.before.ordinal ?? 0;
      for (const { index, expected } of seriesBreaks(series, begun)) {
        const item = items[index];
        if (item !== undefined)
          report({
            span: item.span,
            message: describe(item, items[index - 1], expected),
            fixes: () => (begun > 0 ? [] : renumber(seriesChanges(series))),
          });
      }
      const [only] = items;
      if (only !== undefined && items.length === 1 && only.ordinal === 1 && style === '一是' && !goesOn.has(only)) {
        report({ span: only.span, message: describeLone(only) });
      }
    }
  },
});

function describe(item: SeriesItem, previous: SeriesItem | undefined, expected: number): Message {
  const wanted = markOf(item.mark, expected) ?? chineseNumeral(expected);
  return {
    en: `"${item.mark}" ${previous === undefined ? 'begins the series' : `follows "${previous.mark}"`}, expected "${wanted}"; renumber it, or add what is missing`,
    zh: `${previous === undefined ? `序列以“${item.mark}”开头` : `“${previous.mark}”之后为“${item.mark}”`}，应为“${wanted}”；请重新编号，或补上缺项`,
  };
}

function describeLone({ mark }: SeriesItem): Message {
  const next = markOf(mark, 2) ?? '';
  return {
    en: `"${mark}" stands alone, expected a series of two or more; add "${next}", or take the number out`,
    zh: `只有“${mark}”，序列应有两项以上；请补上“${next}”，或去掉序号`,
  };
}

function renumber(changes: Fix['changes'] | undefined): readonly Fix[] {
  return changes === undefined ? [] : [{ title: { en: 'Renumber this series', zh: '重新编号这一序列' }, changes }];
}
