/** Reports tags whose figure is still masked. */
import { defineRule } from './rule';
import { checkUnfilled } from './support/unfilled';

export default defineRule({
  id: 'unfilled-metric',
  severity: 'warning',
  summary: { en: 'A tagged figure is not filled in yet', zh: '已加标签的数字尚未填写' },
  checkMetric(use, standing, ctx) {
    checkUnfilled('figure', use, standing, ctx);
  },
});
