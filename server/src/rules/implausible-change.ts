/** Reports figures that are many times what they were last period: a digit too many, or another unit. */
import { givenBy } from '../analysis/standings';
import { defineRule } from './rule';
import { compared } from './support/change';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'implausible-change',
  severity: 'info',
  summary: { en: 'A figure is ten times that of last period, or a tenth', zh: '数值为上期的十倍以上或十分之一以下' },
  checkMetric(use, standing, { text, bound, report }) {
    const { id, definition } = standing;
    const last = bound?.previousOf(id);
    const given = givenBy(use, text);
    if (last === undefined || given === undefined || definition?.type === 'date') return;
    const both = compared(given, last, standing);
    if (both === undefined) return;
    const { now, before } = both;
    const [more, less] = now.low > before.high ? [now.low, before.high] : [before.low, now.high];
    // Small counts change many times over without anybody's mistake.
    if (less <= 0 || more < smallest || more / less < 10) return;
    const name = metricName(id, definition);
    const [own, theirs] = [shown(given.written), shown(last.written)];
    report({
      span: use.span,
      message: {
        en: `${name.en} is ${own}, and was ${theirs} last period; check the digits and the unit`,
        zh: `${name.zh}为“${own}”，上期为“${theirs}”；请核对位数和单位`,
      },
    });
  },
});

const smallest = 20;
