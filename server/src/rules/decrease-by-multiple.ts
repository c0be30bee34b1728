/** Reports decreases by a multiple, which would leave less than nothing: 下降2倍, `fell by 3 times`. */
import { defineRule } from './rule';
import { spanIn, seen } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'decrease-by-multiple',
  severity: 'warning',
  summary: { en: 'Something falls by a multiple of itself', zh: '用“倍”说明下降或减少的幅度' },
  checkLine: {
    looksFor: /倍|\bby [^.,;\r\n]{1,24} times\b/,
    check(line, { report }) {
      for (const pattern of [chinese, english]) {
        for (const match of line.text.matchAll(pattern)) {
          const place = shown(seen(match[0]));
          report({
            span: spanIn(line, match.index, match.index + match[0].length),
            message: {
              en: `"${place}" takes away more than there was, as a decrease is at most the whole; give the share that was lost, or what is left`,
              zh: `“${place}”不合逻辑，减少的幅度最多是全部；请改用百分数、分数，或写明降到多少`,
            },
          });
        }
      }
    },
  },
});

/** 降到…倍 tells what is left, and is right. Frames of tags may stand around the figure. */
const chinese =
  /(?:下降|减少|降低|缩短|缩减|下跌|下滑|回落|减缓)了?(?:将?近|大?约|超过?|达|逾)?[\s\ufffc]{0,80}(?:[\d０-９.．*＊×XxＸ]{1,12}|[一二两三四五六七八九十百几数]{1,4})[\s\ufffc]{0,4}[余多几]?倍(?!标准|方差|[率频镜])/g;
const english =
  /\b(?:decreas|reduc|declin|dropp|shrink|shrank|f[ae]ll|fallen|cut)[a-z]{0,4} by (?:about |nearly |over |almost |more than |up to )?[\ufffc]{0,80}(?:[\d.,X*]{1,12}|two|three|four|five|six|seven|eight|nine|ten)\ufffc{0,4} times\b(?! out of)/gi;
