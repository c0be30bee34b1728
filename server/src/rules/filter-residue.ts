/** Reports words of which a site's word filter left a part: X建工作 for 党建工作, 党的__大, XJP. */
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { isMaskedAt, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'filter-residue',
  severity: 'info',
  summary: { en: 'A word seems to have lost a part to a word filter', zh: '词语疑似被网站的词语过滤删改过' },
  checkLine: {
    looksFor:
      /[XxＸ×]{1,2}(?:员|组|支部|总支|建|风|费|课|纪|章|近平|中央|产党)|XJP|xjp|_输入|习[X×*]|党的[XxＸ×_*]|_大/,
    check(line, { text, masks, report }) {
      // Underscores and stars are signs of Markdown in prose; here they are what the filter left.
      const source = text.slice(line.span.start, line.span.end);
      for (const { pattern, word } of residues) {
        for (const match of source.matchAll(pattern)) {
          const span = spanIn(line, match.index, match.index + match[0].length);
          const isCode = line.text.charAt(match.index + match[0].length - 1) === '\ufffc';
          if (isCode || isMaskedAt(span.start, masks) || isMaskedAt(span.start + 2, masks)) continue;
          const whole = word?.replace('$1', match[1] ?? '');
          report({
            span,
            message: describe(shown(match[0]), whole),
            fixes: ({ place }) => (whole === undefined ? [] : [changeTo(whole, place(span))]),
          });
        }
      }
    },
  },
});

interface Residue {
  readonly pattern: RegExp;
  /** The whole word, where only one is possible; `$1` is what the filter left. */
  readonly word?: string;
}

/** Each needs the words after it, so that a masked name (X组, X支部) is not taken for one. */
const residues: readonly Residue[] = [
  { pattern: /(?<![A-Za-z\d])[XxＸ×](员)(?=干部|同志|领导|群众|教育|发展|队伍|先锋|大会|活动|意识|、)/g, word: '党$1' },
  { pattern: /(?<![A-Za-z\d])[XxＸ×](组)(?=书记|成员|会议|副书记|班子|中心组|理论)/g, word: '党$1' },
  { pattern: /(?<![A-Za-z\d])[XxＸ×](建)(?=工作|引领|品牌|述职|责任)/g, word: '党$1' },
  { pattern: /(?<![A-Za-z\d])[XxＸ×](风廉政|内法规|内政治生活|纪国法|纪政纪|性修养|性教育)/g, word: '党$1' },
  { pattern: /(?<![A-Za-z\d])[XxＸ×](中央)(?=、?国务院|坚强|决策|号召|权威|重大)/g, word: '党$1' },
  { pattern: /(?:中国)[XxＸ×](产党)/g, word: '中国共$1' },
  {
    pattern: /(?<![A-Za-z\d])(?:XJP|xjp|Xjp)(?=新时代|总书记|主席|同志|法治|经济|外交|生态|强军|文化|关于|在)/g,
    word: '习近平',
  },
  { pattern: /(?<![A-Za-z\d])[XxＸ×]近平|习[X×*]{1,2}平(?=新时代|总书记|主席|同志)/g, word: '习近平' },
  { pattern: /党的(?:[XxＸ×]{1,3}|_{1,3}|\*{1,3})大(?![家力型量会楼])/g },
  { pattern: /(?<![_A-Za-z\d]|党的)_{2,3}大(?=精神|报告|以来|召开|闭幕|胜利|部署|作出|提出)/g },
  { pattern: /(?<![_A-Za-z\d])_{1,2}(输入)(?=病例|性病例|疫情)/g, word: '境外$1' },
];

function describe(place: string, word: string | undefined): Message {
  return word === undefined
    ? {
        en: `"${place}" seems to have lost a word to a site's filter; write out what stood there`,
        zh: `“${place}”疑似被词语过滤删改，应为完整的名称；请恢复原文`,
      }
    : {
        en: `"${place}" seems to be what a site's filter left of "${word}"; write the word in full`,
        zh: `“${place}”疑似“${word}”被词语过滤后的残留；请恢复原词`,
      };
}
