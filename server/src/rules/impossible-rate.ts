/** Reports shares and rates above 100 %: 占比达105%, 合格率120%. */
import type { Message } from '../base/message';
import type { Severity } from '../base/problem';
import type { Template } from '../template/types';
import { defineRule } from './rule';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'impossible-rate',
  severity: 'error',
  summary: { en: 'A share or a rate is above 100 %', zh: '占比或比率超过100%' },
  checkLine: {
    looksFor: /\d{3,9}[\d.]{0,7}(?:>>)?[ \ufffc]{0,2}[%％]|\d{3,9}[\d.]{0,7}[%％]>>/,
    check(line, { text, template, report }) {
      for (const { start, end, figure, severity } of [...chinese(line.text), ...english(line.text)]) {
        if (Number(figure) <= 100) continue;
        if (isLimited(text.slice(line.span.start + start, line.span.start + end), template)) continue;
        report({
          span: spanIn(line, start, end),
          message: describe(shown(seen(line.text.slice(start, end)))),
          severity,
        });
      }
    },
  },
});

interface Rate {
  readonly start: number;
  readonly end: number;
  readonly figure: string;
  readonly severity: Severity;
}

const value = '\\ufffc{0,80}(\\d{3,9}(?:\\.\\d{1,6})?)\\ufffc{0,4} ?[%％]\\ufffc{0,4}';
const verb = '(?:已?(?:均|都|均已)?(?:达到?|为|是|超过?|高达|保持在|稳定在|提[高升][到至]|上升[到至])?(?:了|约|近)?)';

const rate = new RegExp(
  `((?:合格|优良|达标|及格|通过|办结|结案|覆盖|满意|参与|参会|出席|到会|到课|出勤|就业|普及|知晓|整改|化解|处置|回复|答复|按时|及时|准确|成功|毕业|升学)率|满意度|占比|比重)${verb}${value}`,
  'g',
);

function* chinese(text: string): Iterable<Rate> {
  for (const match of text.matchAll(rate)) {
    const [whole, word = '', figure = ''] = match;
    const clause = /[^，。；]*$/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
    const isShare = /占比|比重/.test(word);
    if (isShare ? notPart.test(clause) : notRate.test(clause)) continue;
    const end = match.index + whole.length;
    yield { start: match.index, end, figure, severity: isShare ? 'error' : 'warning' };
  }
}

/** What one figure is set against may be less than it. */
const notPart =
  /GDP|生产总值|增加值|收入|支出|产值|资产|资本|存款|储[量备]|计划|任务|目标|预算|上年|去年|同期|债|贷款|杠杆|比去|相当于|[较比]/i;
/** Ratios of banks, and rates that may exceed the whole. */
const notRate = /拨备|准备|流动性|利息|偿|保障|担保|抵押|资[本产]|债|财务|现金|净额|超额|[毛总]$|增长|提高|上升|下降/;

const nouns =
  'staff|members|employees|participants|respondents|attendees|delegates|households|students|pupils|residents|customers|users|patients|votes?|meetings|projects|complaints|cases|recommendations|branches|sites|schools|units|teams';
const ofWhole = new RegExp(
  `(?<![\\d.,])${value.replace(' ?[%％]\\ufffc{0,4}', '(?:%| per ?cent)')} of (?:the|our|all|all the) (?:${nouns})\\b(?!['’])`,
  'g',
);

function* english(text: string): Iterable<Rate> {
  for (const match of text.matchAll(ofWhole)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (/(?:equal|equals|equivalent|compared|against|up|from|target|worth)(?: to| with| of)? $/.test(before)) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      figure: match[1] ?? '',
      severity: 'error',
    };
  }
}

/** Where a template sets a limit, that is held against the figure already. */
function isLimited(written: string, template: Template | undefined): boolean {
  const id = /<<([^<>:]{1,100}):/.exec(written)?.[1];
  return id !== undefined && template?.metrics.find((metric) => metric.id === id)?.max !== undefined;
}

function describe(place: string): Message {
  return {
    en: `"${place}" is above 100%, and no part is more than its whole; correct the figure`,
    zh: `“${place}”超过100%，而部分不会大于整体；请核对并改正`,
  };
}
