/** Reports figures of growth and share that lost their per cent sign or unit: 增长42。, 占比35，. */
import { defineRule } from './rule';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'missing-unit',
  severity: 'info',
  summary: { en: 'A figure of growth or share has neither % nor a unit', zh: '增长或占比的数字后缺少%或单位' },
  checkLine: {
    looksFor:
      /(?:增长|下降|上升|上涨|下跌|降低|回升|回落|提高|提升|增速|增幅|降幅|涨幅|占比|比重)[^，。；\d\n]{0,40}\d[\d.]{0,12}(?:>>)?[，。；！）),;]/,
    check(line, { report }) {
      if (line.form === 'cell' || /[%％]\s*[）)]|单位\s*[：:]|百分点\s*[）)]/.test(line.text)) return;
      for (const match of line.text.matchAll(bare)) {
        const [written, word = '', figure = ''] = match;
        if (!isLost(line.text, match.index, word, figure)) continue;
        const place = shown(seen(written));
        report({
          span: spanIn(line, match.index, match.index + written.length),
          message: {
            en: `"${place}" has neither % nor a unit after its figure; write which it is`,
            zh: `“${place}”的数字后既没有%也没有单位；请补上`,
          },
        });
      }
    },
  },
});

/** Word, figure within its frame, and the end of the clause. 增长到 and 增长至 lead to an amount and are left alone. */
const bare =
  /(增长|下降|上升|上涨|下跌|降低|回升|回落|提高|提升|增速|增幅|降幅|涨幅|占比|比重)(?:(?:约?为|达到|达|是)?(?:了|约|近|超过?|逾|仅)?)\ufffc{0,80}(\d{1,4}(?:\.\d{1,4})?)\ufffc{0,4}(?=[，。；！](?!\d)|[）)]|[,;] ?[\u4e00-\u9fff])/g;

/** Not where the figure is a year, counts points of an index, is one of several, or is compared with one before. */
function isLost(text: string, start: number, word: string, figure: string): boolean {
  if (/^(?:19|20)\d\d$/.test(figure)) return false;
  if (/占比|比重/.test(word) && (Number(figure) <= 1 || Number(figure) > 100)) return false;
  const clause = /[^，。；！\n]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const sentence = /[^。；！\n]*$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return !/分别|依次|各|[从由]/.test(clause) && !notShare.test(sentence);
}

/** What is measured without a unit. */
const notShare =
  /指数|系数|比值|倍数|[评得总平均]分|分值|评价|排名|位次|名次|均值|数值|水位|[pP][hH]|PMI|CPI|PPI|GPA|AQI|市盈率|汇率|比率|值[为达由从，]?$/;
