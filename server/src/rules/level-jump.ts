/** Reports headings whose numbers skip a level that the report uses elsewhere. */
import type { HeadingNumber } from '../report/types';
import { defineRule } from './rule';

export default defineRule({
  id: 'level-jump',
  severity: 'info',
  summary: { en: 'The numbers of headings skip a level', zh: '标题序号跳过了一级' },
  checkStructure({ analysis, report }) {
    const { sections } = analysis.report;
    const used = new Set(sections.map(({ number }) => number?.style));
    for (const { number, parent } of sections) {
      const above = parent === undefined ? undefined : sections[parent]?.number;
      if (number === undefined || above === undefined) continue;
      const [from, to] = [order.indexOf(above.style), order.indexOf(number.style)];
      // A report of two levels may go from 一、 to 1. throughout.
      const skipped = order.slice(from + 1, to).find((style) => used.has(style));
      if (from < 0 || skipped === undefined) continue;
      report({
        span: number.span,
        message: {
          en: `The heading is numbered "${number.style}" below "${above.style}", and "${skipped}" comes between in this report; number it so`,
          zh: `“${above.style}”之下直接用了“${number.style}”，本文中间还有“${skipped}”一级；请改用该级序号`,
        },
      });
    }
  },
});

/** The order of levels in official documents. */
const order: readonly HeadingNumber['style'][] = ['一、', '（一）', '1.', '（1）'];
