/** Reports titles that end with punctuation, or that name two kinds of document. */
import { forbiddenWords } from '../analysis/phrases';
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import { defineRule } from './rule';

export default defineRule({
  id: 'title-form',
  severity: 'warning',
  summary: { en: 'The title has a form that titles do not have', zh: '标题的写法不规范' },
  checkStructure({ analysis, report: found }) {
    const { title, text } = analysis.report;
    if (title === undefined) return;
    const written = text.slice(title.span.start, title.span.end);
    const stop = /(?<=\p{Script=Han}[”》）]?)[。，、；：]$|[,;:]$/u.exec(title.value.slice(-3))?.[0];
    if (stop !== undefined) {
      found({
        span: title.span,
        message: {
          en: `The title ends with "${stop}", and titles have no punctuation at their end; take it out`,
          zh: `标题以“${stop}”结尾，而标题末尾不用标点；请删去`,
        },
        fixes: () => removal(stop, written, title.span),
      });
    }
    // The template may say more of it.
    if (analysis.template?.forbidden.some((each) => forbiddenWords(each, title.value) !== undefined) === true) return;
    if (/请示报告(?:[（(][^（）()]*[）)])?$/.test(title.value)) {
      found({
        span: title.span,
        message: {
          en: 'The title calls the document a request and a report, which are two kinds; name the one that it is',
          zh: '标题中“请示”与“报告”连用，而二者是不同的文种；请只写其一',
        },
        fixes: () => [
          ...change('请示报告', '请示', written, title.span),
          ...change('请示报告', '报告', written, title.span),
        ],
      });
    }
  },
});

function removal(stop: string, written: string, { start }: Span): readonly Fix[] {
  const at = written.lastIndexOf(stop);
  if (at < 0) return [];
  const span = { start: start + at, end: start + at + stop.length };
  return [{ title: { en: `Take out "${stop}"`, zh: `删去“${stop}”` }, changes: [{ span, newText: '' }] }];
}

/** Nothing where marks of emphasis stand among the words. */
function change(words: string, newText: string, written: string, { start }: Span): readonly Fix[] {
  const at = written.lastIndexOf(words);
  if (at < 0) return [];
  const span = { start: start + at, end: start + at + words.length };
  return [{ title: { en: `Change to "${newText}"`, zh: `改为“${newText}”` }, changes: [{ span, newText }] }];
}
