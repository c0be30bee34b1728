/** Reports words that were typed twice: 市委委部署, 全面从严全面从严治党, `the the`. */
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'doubled-word',
  severity: 'info',
  summary: { en: 'A word stands twice in a row', zh: '词语或字重复' },
  checkLine: {
    looksFor:
      /委委|的的|([\u4e00-\u9fff]{3,8})\1|(以及|并且|按照|根据|关于|对于|由于|为了|从而|因此|但是|其中|以便)\2|he the\b|f of\b|nd and\b|\b[Aa]n? an?\b|ith with\b|rom from\b|ur (?:y?our)\b|eir their\b/,
    check(line, { report }) {
      for (const pattern of patterns) {
        for (const match of line.text.matchAll(pattern)) {
          const [whole, word = ''] = match;
          if (isMeant(word, whole)) continue;
          const span = spanIn(line, match.index, match.index + whole.length);
          report({
            span,
            message: {
              en: `"${shown(word)}" stands twice in a row; take one out`,
              zh: `“${shown(word)}”连续出现两次；请删去一个`,
            },
            fixes: ({ place }) => [changeTo(word, place(span))],
          });
        }
      }
    },
  },
});

const patterns: readonly RegExp[] = [
  // 市委委员, 纪委委托: the second character begins a word. 目的的: the first ends one.
  /(?<=[省市县区州盟旗镇乡党纪工政团常])(委)委(?!员|托|派|任|屈|婉|靡|内|外|属|机|直|领|主|管|党)/g,
  /(?<=[\u4e00-\u9fff])(?<![目标標打端似鹄众中])(的)的(?![确士哥姐喀])/g,
  // Shorter words are also doubled on purpose: 讨论讨论, 人人.
  /([\u4e00-\u9fff]{3,8})\1/g,
  /(以及|并且|按照|根据|关于|对于|由于|为了|从而|因此|但是|其中|以便)\1/g,
  /(?<![\w'’-])(the|an?|of|and|with|from|our|their|your) \1(?![\w'’-])/gi,
];

/** 又一个又一个, 一次次一次次, 哈哈哈: what goes on and on is said on and on. Plan A, a plan: a capital begins another word. */
function isMeant(word: string, whole: string): boolean {
  if (/ [A-Z]|^A /.test(whole)) return true;
  return /[又再一越边]/.test(word) || /^([\u4e00-\u9fff]+?)\1+$/.test(word);
}
