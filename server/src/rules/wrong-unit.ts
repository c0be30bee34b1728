/** Reports metrics before a unit other than the template's. */
import type { Message } from '../base/message';
import { parseNumber } from '../analysis/value';
import type { TagFact } from '../report/facts';
import { defineRule } from './rule';
import { unitFit, withoutApproximator } from './support/units';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'wrong-unit',
  severity: 'warning',
  summary: { en: 'A figure stands in another unit than the template gives it', zh: '数字的单位与模板不同' },
  checkMetric(use, { id, definition }, { report }) {
    const { unit } = use;
    if (definition?.unit === undefined || unit === undefined || use.state === 'malformed') return;
    const fit = unitFit(unit, definition);
    if (fit.kind === 'fits') return;
    const name = metricName(id, definition);
    const [own, wanted] = [shown(withoutApproximator(unit)), shown(definition.unit)];
    if (fit.kind === 'other') {
      report({
        span: use.span,
        message: {
          en: `${name.en} is given in ${own}, expected ${wanted}; convert it, or use the metric that is meant`,
          zh: `${name.zh}的单位为“${own}”，应为“${wanted}”；请换算，或改用对应的指标`,
        },
      });
      return;
    }
    const value = converted(use, fit.scale);
    if (value === undefined) return;
    report({ span: use.span, severity: 'info', message: describeMultiple(name, { own, wanted, value }) });
  },
});

function describeMultiple(
  name: Message,
  { own, wanted, value }: Readonly<Record<'own' | 'wanted' | 'value', string>>,
): Message {
  return {
    en: `${name.en} is given in ${own} and its unit is ${wanted}, in which it is ${value}; give it so wherever figures are compared`,
    zh: `${name.zh}以“${own}”计，模板的单位为“${wanted}”，合${value}${wanted}；需要对照时请统一单位`,
  };
}

/** What a filled value is in the template's unit. */
function converted({ state, value }: TagFact, scale: number): string | undefined {
  const number = state === 'filled' ? parseNumber(value ?? '') : undefined;
  return number === undefined ? undefined : String(Number((number * scale).toPrecision(12)));
}
