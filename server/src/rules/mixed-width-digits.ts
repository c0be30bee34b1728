/** Reports full-width digits in Chinese prose, and full-width percent signs after half-width ones. */
import { defineRule } from './rule';
import { hasHan, spanIn } from './support/places';
import { changeTo } from './support/fixes';

export default defineRule({
  id: 'mixed-width-digits',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'A figure is written with full-width digits or signs', zh: '数字用了全角字符' },
  checkLine: {
    looksFor: /[０-９]|\d％/,
    check(line, { report }) {
      if (!hasHan(line.text)) return;
      for (const match of line.text.matchAll(/[\d０-９]{1,20}(?:[．，,.][\d０-９]{1,20}){0,6}[％%]?/g)) {
        const [written] = match;
        const narrow = written.replace(/[０-９．，％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
        // A full-width comma between half-width digits divides two figures.
        if (narrow === written || !/[０-９％]/.test(written) || (/，/.test(written) && /\d/.test(written))) continue;
        const span = spanIn(line, match.index, match.index + written.length);
        report({
          span,
          message: {
            en: `"${written}" has full-width signs, and figures are written half-width; write ${narrow}`,
            zh: `“${written}”含全角字符，数字应使用半角；请改为“${narrow}”`,
          },
          fixes: ({ place }) => [changeTo(narrow, place(span))],
        });
      }
    },
  },
});
