/** Reports 千 and 百 after digits: 4千 is written 4000. */
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { spanIn } from './support/places';

export default defineRule({
  id: 'arabic-thousand',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'Digits are followed by 千 or 百', zh: '阿拉伯数字后用了“千”或“百”' },
  checkLine: {
    looksFor: /\d[千百]/,
    check(line, { report }) {
      for (const match of line.text.matchAll(pattern)) {
        const [written, digits = '', scale = ''] = match;
        const number = Number((Number(digits) * (scale === '千' ? 1000 : 100)).toPrecision(12));
        const plain = String(number);
        const span = spanIn(line, match.index, match.index + written.length);
        report({
          span,
          message: {
            en: `"${written}" mixes digits with "${scale}", and only 万 and 亿 may follow digits; write ${plain}`,
            zh: `“${written}”在阿拉伯数字后用了“${scale}”，其后只可用“万”“亿”；请改为“${plain}”`,
          },
          fixes: ({ place }) => [changeTo(plain, place(span))],
        });
      }
    },
  },
});

/** 千 also begins units (千米, 千瓦时), and 百 words (百强, 百分之). */
const pattern =
  /(?<![\d.,A-Za-z-])(\d{1,6}(?:\.\d{1,3})?)(千(?![克米瓦卡赫伏帕焦安升兆字位吨比乏里斤巴牛])|百(?![分强佳度货里年日家姓万帕色科合]))/g;
