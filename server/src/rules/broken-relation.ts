/** Reports metrics between which what the template demands does not hold. */
import { amountOf } from '../analysis/amount';
import { isBroken, relationsOf, type AmountOf } from '../analysis/relations';
import { defineRule } from './rule';
import { describeRelation } from './support/relation';

export default defineRule({
  id: 'broken-relation',
  severity: 'error',
  summary: { en: 'Figures do not fit together as the template demands', zh: '数字之间不符合模板规定的关系' },
  checkMetric(use, { id }, { template, standingOf, report }) {
    if (use.state !== 'filled' || template === undefined) return;
    const amountOfId: AmountOf = (other) => {
      const { values, definition } = standingOf(other);
      const [value] = values;
      // While a figure has two values, which one holds is the first question.
      return value === undefined || values.length > 1 ? undefined : amountOf(value, definition);
    };
    for (const { relation, ids } of relationsOf(template).of(id)) {
      if (!isBroken(relation, ids, amountOfId)) continue;
      const message = describeRelation(relation, ids, { standingOf, amountOf: amountOfId });
      report({ span: use.span, message, severity: relation.severity });
    }
  },
});
