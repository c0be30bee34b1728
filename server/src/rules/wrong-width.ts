/** Reports masks and values that have another number of digits than the template expects. */
import { givenBy } from '../analysis/standings';
import { defineRule } from './rule';
import { amountInUnit } from './support/amounts';
import { digits, maskWidth } from './support/expectation';
import { changeTo } from './support/fixes';
import { written } from './support/relation';
import { unitFit } from './support/units';
import { metricName } from './support/wording';

export default defineRule({
  id: 'wrong-width',
  severity: 'info',
  summary: { en: 'A figure has more or fewer digits than usual', zh: '数字的位数与模板不同' },
  checkMetric(use, { id, definition }, { text, report }) {
    const usual = definition?.digits;
    if (definition === undefined || usual === undefined) return;
    const name = metricName(id, definition);
    if (use.state === 'masked') {
      const { value = '', valueSpan } = use;
      const width = maskWidth(value)?.whole;
      // A mask in another unit has digits of its own.
      if (unitFit(use.unit, definition).kind !== 'fits') return;
      if (width === undefined || Math.abs(width - usual) < notable || valueSpan === undefined) return;
      report({
        span: use.span,
        severity: 'hint',
        message: {
          en: `The mask of ${name.en} has ${digits(width)}, expected ${usual}; give it as many stars`,
          zh: `${name.zh}的掩码为${width}位，模板为${usual}位；请改用相应个数的星号`,
        },
        fixes: ({ place }) => [changeTo(value.replace(/^\s*[*＊,，]+/, '*'.repeat(usual)), place(valueSpan))],
      });
      return;
    }
    // The template's maximum says what is too much.
    if (definition.max !== undefined) return;
    const given = givenBy(use, text);
    const amount = given && amountInUnit(given, definition);
    if (given === undefined || amount === undefined) return;
    const width = String(Math.trunc(Math.abs(amount.low))).length;
    if (width < usual + notable) return;
    report({
      span: use.valueSpan ?? use.span,
      message: {
        en: `${name.en} is ${written(given)}, a number of ${digits(width)} where ${usual} ${usual === 1 ? 'is' : 'are'} usual; check it and its unit`,
        zh: `${name.zh}为“${written(given)}”，有${width}位，而通常为${usual}位；请核对数值和单位`,
      },
    });
  },
});

/** One digit more or fewer than usual is a good year or a bad one. */
const notable = 2;
