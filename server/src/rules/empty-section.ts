/** Reports headings that nothing follows. */
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'empty-section',
  severity: 'warning',
  summary: { en: 'A section has a heading and nothing else', zh: '章节只有标题，没有内容' },
  checkStructure({ analysis, report }) {
    for (const section of analysis.report.sections) {
      if (!section.isEmpty) continue;
      const title = shown(section.title);
      report({
        span: section.headingSpan,
        message: {
          en: `The section "${title}" is empty; write its text, or take its heading out`,
          zh: `章节“${title}”没有内容；请补写正文，或删去标题`,
        },
      });
    }
  },
});
