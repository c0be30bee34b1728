/** Reports sections that stand out of the template's order. */
import { defineRule } from './rule';
import { placeOf } from './support/outline';
import { shown } from './support/wording';

export default defineRule({
  id: 'misplaced-section',
  severity: 'warning',
  summary: { en: "A section stands out of the template's order", zh: '章节的位置与模板的顺序不符' },
  checkStructure({ analysis, report }) {
    for (const entry of analysis.outline) {
      if (entry.placement.kind !== 'section' || !entry.placement.isMisplaced) continue;
      const { section } = entry.placement;
      const place = placeOf(entry);
      const title = shown(section.title);
      report({
        span: section.headingSpan,
        message: {
          en: `The section "${title}" is out of the template's order; move it ${place.en.replace(/^at /, 'to ')}`,
          zh: `章节“${title}”与模板的顺序不符；请移到${place.zh}`,
        },
      });
    }
  },
});
