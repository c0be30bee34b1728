/** Passes on what could not be read in the front matter. */
import { defineRule } from './rule';

export default defineRule({
  id: 'invalid-front-matter',
  severity: 'error',
  summary: { en: 'The front matter cannot be read as it stands', zh: '文首信息无法读取' },
  checkStructure({ analysis, report }) {
    for (const { span, message, fixes } of analysis.report.problems) {
      report({ span, message, ...(fixes === undefined ? {} : { fixes: () => fixes }) });
    }
  },
});
