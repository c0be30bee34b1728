/** Reports numbers of headings and clauses with punctuation that does not belong to them: `1、`, `（一）、`, `第一、`. */
import type { Message } from '../base/message';
import { defineRule } from './rule';

export default defineRule({
  id: 'wrong-heading-mark',
  severity: 'warning',
  summary: { en: 'The number of a heading has the wrong punctuation', zh: '标题序号后的标点不规范' },
  checkLine: {
    looksFor:
      /(?:^|[^0-9])\d{1,2}、\s{0,4}\p{Script=Han}|[一二三四五六七八九十][）)]、|[（(]\d{1,2}[）)]、|第[一二三四五六七八九十]{1,3}、/u,
    check({ text, span, form }, { report }) {
      if (form === 'cell') return;
      for (const { pattern, fix } of marks) {
        const [whole = '', lead = '', mark = ''] = pattern.exec(text) ?? [];
        if (mark === '') continue;
        const right = fix(mark);
        const start = span.start + lead.length;
        report({
          span: { start, end: start + mark.length },
          message: describe(mark, right),
          ...(form === 'heading' ? {} : { severity: 'info' }),
          // A space behind `1.` would make a list of the line.
          fixes: ({ place }) => [
            {
              title: { en: `Change to "${right}"`, zh: `改为“${right}”` },
              changes: [{ span: place({ start, end: span.start + whole.length }), newText: right }],
            },
          ],
        });
        return;
      }
    },
  },
});

/**
 * At the beginning of a line, which may be marked as strong, and before words: `1、2号楼` and `第一、二季度` count things. Beginning,
 * mark, and spaces that go with it.
 */
const marks: readonly { readonly pattern: RegExp; readonly fix: (mark: string) => string }[] = [
  { pattern: /^(\ufffc*)(\d{1,2}、)[ \t\u3000]*(?=\p{Script=Han})/u, fix: (mark) => mark.replace('、', '.') },
  {
    pattern: /^(\ufffc*)([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]、)(?=[^\s（(])/u,
    fix: (mark) => mark.slice(0, -1),
  },
  {
    pattern: /^(\ufffc*)(第[一二三四五六七八九十]{1,3}、)(?=[^第一二三四五六七八九十])(?=\p{Script=Han})/u,
    fix: (mark) => mark.replace('、', '，'),
  },
];

function describe(mark: string, right: string): Message {
  return {
    en: `The number is written "${mark}", expected "${right}"; change its punctuation`,
    zh: `序号写作“${mark}”，规范的写法是“${right}”；请改正标点`,
  };
}
