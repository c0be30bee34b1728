/** Reports ranges of which only the second figure has a percent sign or a scale: 15-30%, 1-5万元. */
import { gap } from '../report/prose';
import { defineRule } from './rule';
import { hasHan, seen, spanIn } from './support/places';

export default defineRule({
  id: 'bare-range-unit',
  severity: 'info',
  isOptIn: true,
  summary: {
    en: 'Only the second figure of a range has its percent sign or scale',
    zh: '数值范围的前一个数缺少百分号或“万”“亿”',
  },
  checkLine: {
    looksFor: /[-–—~～至到][ \ufffc<《]*[\d][^\r\n]{0,100}?[%％‰万亿]/,
    check(line, { report }) {
      if (!hasHan(line.text)) return;
      for (const match of line.text.matchAll(range)) {
        const [whole, first = '', , second = '', unit = ''] = match;
        const start = match.index;
        const end = start + whole.length;
        const at = start + first.length;
        const written = seen(whole);
        const wanted = `${seen(first)}${unit}${seen(whole.slice(first.length))}`;
        // 2023-2025万: the first is a year, or the number of something.
        if (/^(?:19|20)\d{2}$/.test(seen(first)) || Number(seen(first)) >= Number(seen(second))) continue;
        report({
          span: spanIn(line, start, end),
          message: {
            en: `In "${written}" only the second figure has "${unit}", and each figure of a range takes it; write "${wanted}"`,
            zh: `“${written}”中只有后一个数带“${unit}”，范围两端都应带上；请改为“${wanted}”`,
          },
          fixes: ({ place }) => [
            {
              title: { en: `Change to "${wanted}"`, zh: `改为“${wanted}”` },
              changes: [{ span: place(spanIn(line, at, at)), newText: unit }],
            },
          ],
        });
      }
    },
  },
});

const figure = `${gap}{0,80}(?!0\\d)\\d{1,8}(?:\\.\\d{1,6})?${gap}{0,80}`;
const range = new RegExp(
  `(?<![\\dA-Za-z.:：/\\-–—~～第+]${gap}{0,1})(${figure})([-–—~～]{1,2}|至|到)(${figure})([%％‰]|[万亿]{1,2})`,
  'g',
);
