/** Reports units that stand without the figure that belongs before them, as in 总投资万元 and `grew by %`. */
import { droppedFigures } from '../syntax/mask/dropped';
import { defineRule } from './rule';
import { spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'missing-figure',
  severity: 'warning',
  summary: { en: 'A unit stands without its figure', zh: '单位前缺少数字' },
  checkLine: {
    // A unit at the end of a clause, without a figure or a word of number before it.
    looksFor:
      /(?:^|[^\d０-９.．*＊×XxＸ□○_>几数两一二三四五六七八九十余多百千万亿人场批])[余多]?[百千万亿]{0,2}[元%％‰点里米亩顷吨时人名次件份条项例篇户](?=[ \t]*(?:$|[\r\n，。；、！？（,;!?(.])|以[上下内]|左右)|[辖，、] {0,2}个[\u4e00-\u9fff]|[a-z] {1,2}(?:[%$€£] |%|per ?cent)/m,
    check(line, { lexicon, report }) {
      // Headings and cells name a unit without a figure: 总投资万元 above a column.
      if (line.form !== 'line' && !/[，。；]/.test(line.text)) return;
      for (const { start, end, unit } of droppedFigures(line.text, lexicon)) {
        const [place, before] = [shown(line.text.slice(start, end)), shown(unit)];
        report({
          span: spanIn(line, start, end),
          message: {
            en: `"${place}" has no figure before "${before}"; write the figure, or a mask that keeps its place`,
            zh: `“${place}”中“${before}”前没有数字；请填上数字，或用掩码占位`,
          },
        });
      }
    },
  },
});
