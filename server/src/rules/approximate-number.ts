/** Reports approximate numbers with a mark between their two digits: 三、四个 is written 三四个. */
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { spanIn } from './support/places';

export default defineRule({
  id: 'approximate-number',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'An approximate number is written with a mark inside', zh: '相邻两数表示概数时用了顿号' },
  checkLine: {
    looksFor: /[一二三四五六七八1-8]、[二三四五六七八九2-9]/,
    check(line, { report }) {
      for (const match of line.text.matchAll(pattern)) {
        const [written, one = '', other = ''] = match;
        const [low, high] = [valueOf(one), valueOf(other)];
        if (high !== low + 1) continue;
        const plain = `${numerals.charAt(low)}${numerals.charAt(high)}`;
        const span = spanIn(line, match.index, match.index + written.length);
        report({
          span,
          message: {
            en: `"${written}" has a mark inside an approximate number, which is written without one; write "${plain}"`,
            zh: `“${written}”表示概数，相邻两个数字之间不用顿号；请改为“${plain}”`,
          },
          fixes: ({ place }) => [changeTo(plain, place(span))],
        });
      }
    },
  },
});

/** Before nouns the mark divides two of a row, as in 二、三产业; at the beginning of a line the first is its number. */
const pattern =
  /(?<=[\u4e00-\u9fff])(?<![第附件表图题条款项例页章节期级类一二三四五六七八九十百千万、])([一二三四五六七八]|[1-8])、([二三四五六七八九]|[2-9])(?=(?:个(?!季度|学[期年]|五年|阶段|级|等级|批)|次(?!产业|供水|会议)|天|人(?!称|民)|名|家|倍|成|位|[十百千万]|里|分钟|小时))/g;

const numerals = '〇一二三四五六七八九';

function valueOf(digit: string): number {
  return /\d/.test(digit) ? Number(digit) : numerals.indexOf(digit);
}
