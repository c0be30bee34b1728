/** Reports one thing that is counted twice with two results: 召开党组会议12次 … 召开党组会议13次. */
import { gap, type ProseLine } from '../report/prose';
import { defineRule, type PieceContext } from './rule';
import { countedIn, type Counted } from './support/counted';
import { spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'repeated-figure',
  severity: 'info',
  summary: { en: 'The same thing is counted twice with two results', zh: '同一事项前后出现两个不同的数字' },
  checkLine: {
    // A label of four characters before a figure, twice or more; what they are is compared later.
    looksFor: /[\u4e00-\u9fff]{4}\d[^]*?[\u4e00-\u9fff]{4}\d/,
    check(line, ctx) {
      // The block is looked at as a whole, once.
      if (ctx.lines()[0] !== line) return;
      const known = new Map<string, Place>();
      for (const place of placesIn(ctx)) {
        const { label, counted, line: own } = place;
        const key = `${label} ${counted.unit}`;
        const first = known.get(key);
        if (first === undefined) known.set(key, place);
        if (first === undefined || first.counted.value === counted.value) continue;
        const [name, here, there] = [shown(label), figureOf(place), figureOf(first)];
        ctx.report({
          span: spanIn(own, place.start, counted.end),
          message: {
            en: `"${name}" is followed by ${here} here and by ${there} before; correct one of them, or say what sets them apart`,
            zh: `“${name}”此处为${here}，前文为${there}；请核对并改正，或写明二者的区别`,
          },
        });
      }
    },
  },
});

interface Place {
  readonly line: ProseLine;
  /** What is counted, without words that only say that it is all of it. */
  readonly label: string;
  /** Where the label begins in the line. */
  readonly start: number;
  readonly counted: Counted;
}

function figureOf({ line, counted: { start, end } }: Place): string {
  return shown(line.text.slice(start, end));
}

/** Figures that speak of the whole of what the report is about. */
function* placesIn({ lines, lexicon }: PieceContext): Iterable<Place> {
  let above: ProseLine | undefined;
  for (const line of lines()) {
    const subject = above;
    above = line;
    if (line.form !== 'line' || !/[\u4e00-\u9fff]{4}\d/.test(line.text)) continue;
    // A short line above may say of whom the figures are.
    if (subject !== undefined && !/[。；]/.test(subject.text) && !/\d/.test(subject.text)) continue;
    for (const counted of countedIn(line.text, lexicon)) {
      const place = placeOf(line, counted);
      if (place !== undefined) yield place;
    }
  }
}

function placeOf(line: ProseLine, counted: Counted): Place | undefined {
  const { text } = line;
  const { start, end, value, isAtLeast } = counted;
  if (value === undefined || isAtLeast || text.slice(Math.max(0, start - 1), end + 1).includes(gap)) return undefined;
  const run = /[\u4e00-\u9fff]{4,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const from = start - run.length;
  const label = run.replace(allOfIt, '');
  if (Array.from(label).length < 4 || apart.test(label)) return undefined;
  const sentence = /[^。！？；]*$/.exec(text.slice(Math.max(0, from - longestSentence), from))?.[0] ?? '';
  const rest = /^[^，。！？；、]{0,20}/.exec(text.slice(end))?.[0] ?? '';
  // In the middle of a sentence a figure belongs to what is told there, unless a word says that it is a total.
  if (sentence.length === longestSentence || (sentence !== '' && !allOfIt.test(run))) return undefined;
  if (/[：:]/.test(sentence) || apart.test(sentence) || apart.test(rest)) return undefined;
  return { line, label, start: from + run.length - label.length, counted };
}

const longestSentence = 200;

const allOfIt =
  /^(?:(?:[一二三四五六七八九]是)?(?:全年来?|年内|一年来|今年来|今年以来|本年度?|共计?|一共|总共|合计|先后)+|[一二三四五六七八九]是)/;

/** Words of time, place, part and comparison, which tell two figures of one label apart. */
const apart =
  /其中|季度|半年|[上本下去前当每][年月周旬季次]|年度|\d年|[月日天周旬]|[上下]旬|同期|同比|环比|较|比|累计|以来|至今|截至|目前|[每人均]均|平均|计划|目标|预计|拟|原|由|从|增加|增至|减少|新增|新|再|又|另|还|分别|各|首|第|[省市县区镇乡村街局委办厅处科室股所站队组]级|支部|社区|街道|乡镇|部门|单位|小组|专题|专项|片区|牵头|一线|主要领导|书记|班子|[男女]/;
