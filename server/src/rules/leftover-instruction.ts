/** Reports what a template tells its author and a reader should not see: （请结合实际填写）, [说明：…], [Describe …], {{…}}. */
import { defineRule } from './rule';
import { isMaskedAt, spanIn, seen } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'leftover-instruction',
  severity: 'warning',
  summary: {
    en: 'An instruction to the author is left in the text',
    zh: '正文中留有写给撰稿人的说明',
  },
  checkLine: {
    looksFor:
      /[〔【[［](?:填[写表报]|编写|写作|撰写|说明|示例|提示|请)|[（(〔【[［][^（(〔【[［）)〕】\]］\r\n]{0,60}(?:实际|需要|此处|自行|酌情|视情|[时前后]请?删除)|\[[A-Za-z][a-z]+[ :.]|\[e\.g|\{\{/,
    check(line, { masks, report }) {
      for (const { pattern, hint } of forms) {
        if (!hint.test(line.text)) continue;
        for (const match of line.text.matchAll(pattern)) {
          const span = spanIn(line, match.index, match.index + match[0].length);
          if (isMaskedAt(span.start, masks)) continue;
          const place = shown(seen(match[0]));
          report({
            span,
            message: {
              en: `"${place}" tells the author what to write, and is not for readers; do as it says, then take it out`,
              zh: `“${place}”是写给撰稿人的说明，不应留给读者；请照此填写后删去`,
            },
          });
        }
      }
    },
  },
});

interface Form {
  readonly hint: RegExp;
  readonly pattern: RegExp;
}

/** A bracket that holds one of these words; what stands before and after them is bounded, so that the search is linear. */
function inBrackets(open: string, words: string, close: string): RegExp {
  return new RegExp(`[${open}]([^${open}${close}]{0,60}?)(?:${words})[^${open}${close}]{0,200}[${close}]`, 'g');
}

// What is added or made up as needed may be things: （物资根据需要补充）.
const verbs = '填写|填入|列明|列举|列出|增删|删减|写明|撰写|选写|选填';
const manner = '(?:可|请)?(?:简要|逐[项条]|分[条点项]|分别|自行|适当|酌情)?';
const instruction = [
  `(?:结合|根据|按照?|视)(?:本单位|本地|本部门|本人|自身|具体|工作)?(?:实际|需要)(?:情况|需要)?[，,]?${manner}(?:${verbs})`,
  `结合(?:本单位|本地|本部门|本人|自身|具体|工作)?实际(?:情况)?[，,]?${manner}(?:添加|补充)`,
  `此处(?:请)?(?:填写|填入|插入|添加|列明|写明|概述|简述|描述|粘贴|补充)`,
  `(?:请|可)(?:自行|酌情|视情)(?:${verbs}|替换)`,
  '(?:填写|完成|使用|定稿|成文|提交|打印|印发)(?:完成|完毕)?[时前后]请?(?:自行)?删除',
].join('|');

const forms: readonly Form[] = [
  { hint: /[（(]/, pattern: inBrackets('（(', instruction, '）)') },
  { hint: /[〔【[［]/, pattern: inBrackets('〔【\\[［', instruction, '〕】\\]］') },
  // A note on figures or on a translation is for readers, as are 【提示：…】 and （说明：…）.
  {
    hint: /[〔[［](?:说明|示例|提示)/,
    pattern:
      /[〔[［](?:说明|示例|提示)[：:](?=[^〔〕[\]［］]{0,300}(?:请|应|须|需|填|写|列[明示举出]|本[部节章段条栏]|简要|概述|删))[^〔〕[\]［］]{1,300}[〕\]］](?![([:：])/g,
  },
  {
    hint: /[〔【[［（(](?:填[写表报]|编写|写作|撰写)/,
    pattern:
      /[〔【[［（(](?:填[写表报]|编写|写作|撰写)(?:说明|提示|要求|指引|示例)[：:][^〔〕【】[\]［］（）()]{1,300}[〕】\]］）)](?![(:：])/g,
  },
  {
    hint: /\[[A-Z]/,
    pattern:
      /(?<!(?:[Cc]lick|[Pp]ress|[Tt]ap|[Cc]hoose|[Ss]elect|[Hh]it|[Pp]ush|[Uu]se|[Tt]he|[Oo]n|[Bb]utton|[Mm]enu) {0,2})\[(?:(?:Insert|Describe|Briefly|Summari[sz]e|Outline|Explain|Specify|Fill in|Write)(?= [a-z\dA-Z])|(?:Add|Enter|List|Provide|Include|State|Note|Replace) (?=(?:a|an|the|your|any|all|each|every|here|one|two|three|more|details|additional|relevant|key|this|these|if)\b)|(?:Note to (?:the )?(?:author|writer)|Instructions?|Guidance):)[^[\]]{2,300}\](?![([:])/g,
  },
  {
    hint: /\[(?:insert|describe|briefly|enter|add) /,
    pattern:
      /(?<!(?:[Cc]lick|[Pp]ress|[Tt]ap|[Cc]hoose|[Ss]elect|[Hh]it|[Pp]ush|[Uu]se|[Tt]he|[Oo]n|[Bb]utton|[Mm]enu) {0,2})\[(?:insert|describe|briefly|enter|add) (?:a|an|the|your|any|here|name|date|describe|explain|number|amount|details)\b[^[\]]{0,300}\](?![([:])/g,
  },
  { hint: /\[(?:e\.g|for example)/i, pattern: /\[(?:e\.g\.?|for example)[,:]? [^[\]]{1,300}\](?![([:])/gi },
  // `{{< … >}}` and `{{% … %}}` are commands of site generators, `${{ … }}` of build files.
  { hint: /\{\{/, pattern: /(?<![${\\])\{\{(?![{<%])[^{}]{1,80}\}\}(?!\})/g },
];
