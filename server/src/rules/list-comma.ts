/** Reports 、 between titles or quotations that follow each other: 《甲》、《乙》. */
import { defineRule } from './rule';
import { spanIn } from './support/places';

export default defineRule({
  id: 'list-comma',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'A mark stands between adjacent titles or quotations', zh: '并列的书名号或引号之间用了顿号' },
  checkLine: {
    looksFor: /》、《|”、“/,
    check(line, { report }) {
      for (const match of line.text.matchAll(/(?:》、(?=《)|”、(?=“))/g)) {
        const span = spanIn(line, match.index + 1, match.index + 2);
        const place = `${match[0]}${line.text.charAt(match.index + 2)}`;
        report({
          span,
          message: {
            en: `"${place}" has a mark between two that follow each other, where none is needed; take it out`,
            zh: `“${place}”中并列成分之间不用顿号；请删去顿号`,
          },
          fixes: ({ place: at }) => [
            { title: { en: 'Take the mark out', zh: '删去顿号' }, changes: [{ span: at(span), newText: '' }] },
          ],
        });
      }
    },
  },
});
