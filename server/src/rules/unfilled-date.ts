/** Reports tags whose date is still masked. */
import { defineRule } from './rule';
import { checkUnfilled } from './support/unfilled';

export default defineRule({
  id: 'unfilled-date',
  severity: 'warning',
  summary: { en: 'A tagged date is not filled in yet', zh: '已加标签的日期尚未填写' },
  checkMetric(use, standing, ctx) {
    checkUnfilled('date', use, standing, ctx);
  },
});
