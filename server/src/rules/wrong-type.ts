/** Reports values that cannot be what the template says the metric is. */
import { fitsType } from '../analysis/value';
import { defineRule } from './rule';
import { metricName, shown, typeName } from './support/wording';

export default defineRule({
  id: 'wrong-type',
  severity: 'error',
  summary: { en: 'A value does not fit the type of its metric', zh: '数值不符合指标的类型' },
  checkMetric(use, { id, definition }, { report }) {
    if (definition === undefined || use.state !== 'filled' || use.value === undefined) return;
    if (fitsType(use.value, definition.type)) return;
    const name = metricName(id, definition);
    const expected = typeName(definition.type);
    const value = shown(use.value);
    report({
      span: use.valueSpan ?? use.span,
      message: {
        en: `${name.en} is "${value}", expected ${expected.en}; correct it, and write words around the tag rather than in it`,
        zh: `${name.zh}为“${value}”，应为${expected.zh}；请改正，说明文字请写在标签之外`,
      },
    });
  },
});
