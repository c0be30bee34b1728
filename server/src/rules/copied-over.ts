/** Reports figures that are last period's to the last digit. */
import { givenBy } from '../analysis/standings';
import { parseNumber } from '../analysis/value';
import { defineRule } from './rule';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'copied-over',
  severity: 'info',
  summary: { en: "A figure is last period's to the last digit", zh: '数值与上期完全相同' },
  checkMetric(use, { id, definition }, { text, bound, report }) {
    const last = bound?.previousOf(id);
    const given = givenBy(use, text);
    if (last === undefined || given === undefined || given.value !== last.value || given.unit !== last.unit) return;
    if (definition?.type === 'date' || definition?.type === 'text' || !isTelling(given.value)) return;
    const name = metricName(id, definition);
    const value = shown(given.written);
    report({
      span: use.span,
      message: {
        en: `${name.en} is ${value}, as it was last period; see whether it was brought up to date`,
        zh: `${name.zh}为“${value}”，与上期完全相同；请核对是否已更新`,
      },
    });
  },
});

/** Whether two periods hardly have it by chance: three digits or more that are not the zeros of a round number. */
function isTelling(value: string): boolean {
  return parseNumber(value) !== undefined && value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 3;
}
