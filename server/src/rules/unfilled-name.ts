/** Reports tags whose name is still masked. */
import { defineRule } from './rule';
import { checkUnfilled } from './support/unfilled';

export default defineRule({
  id: 'unfilled-name',
  severity: 'info',
  summary: { en: 'A tagged name is not filled in yet', zh: '已加标签的名称尚未填写' },
  checkMetric(use, standing, ctx) {
    checkUnfilled('name', use, standing, ctx);
  },
});
