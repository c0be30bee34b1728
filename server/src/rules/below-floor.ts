/** Reports values below what a rule of the trade asks for at least. */
import { givenBy } from '../analysis/standings';
import { defineRule } from './rule';
import { amountInUnit, withUnit } from './support/amounts';
import { written } from './support/relation';
import { metricName } from './support/wording';

export default defineRule({
  id: 'below-floor',
  severity: 'info',
  summary: { en: 'A value is below the least that is asked for', zh: '数值低于规定的下限' },
  checkMetric(use, { id, definition }, { text, report }) {
    const floor = definition?.floor;
    if (definition === undefined || floor === undefined) return;
    const given = givenBy(use, text);
    const amount = given && amountInUnit(given, definition);
    if (given === undefined || amount === undefined || amount.high >= floor.value) return;
    // What cannot be at all is out-of-range.
    if (definition.min !== undefined && amount.high < definition.min) return;
    const name = metricName(id, definition);
    const [value, least] = [written(given), withUnit(floor.value, definition)];
    const basis = { en: floor.basis === undefined ? '' : ` (${floor.basis.en})`, zh: floor.basis?.zh ?? '' };
    report({
      span: use.valueSpan ?? use.span,
      message: {
        en: `${name.en} is ${value}, at least ${least} is asked for${basis.en}; check it, or say in the text why it is less`,
        zh: `${name.zh}为“${value}”，规定不少于${least}${basis.zh === '' ? '' : `（${basis.zh}）`}；请核对，或在文中说明原因`,
      },
    });
  },
});
