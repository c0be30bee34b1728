/** Reports what the template says a report of this kind must not say. */
import { forbiddenWords } from '../analysis/phrases';
import type { Span } from '../base/span';
import type { Forbidden } from '../template/types';
import { defineRule, type ReportContext } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'forbidden-phrase',
  severity: 'error',
  summary: { en: 'The report says what one of its kind must not', zh: '出现了此类报告不应有的表述' },
  checkStructure({ analysis, report }) {
    const forbidden = analysis.template?.forbidden ?? [];
    if (forbidden.length === 0) return;
    const { title, paragraphs, text } = analysis.report;
    for (const each of forbidden) {
      if (title !== undefined)
        check(each, title.value, text.slice(title.span.start, title.span.end), title.span, report);
      for (const paragraph of paragraphs) check(each, paragraph.text, paragraph.source, paragraph.span, report);
    }
  },
});

/** The first place in each paragraph; marks of emphasis or tags among the words leave the whole paragraph to point at. */
function check(each: Forbidden, text: string, source: string, span: Span, report: ReportContext['report']): void {
  const words = forbiddenWords(each, text);
  if (words === undefined) return;
  const at = source.indexOf(words);
  const start = span.start + at;
  const quoted = shown(words);
  report({
    span: at < 0 ? span : { start, end: start + words.length },
    severity: each.severity,
    message: {
      en: `"${quoted}": ${withoutStop(each.message.en)}`,
      zh: `“${quoted}”：${withoutStop(each.message.zh)}`,
    },
  });
}

function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[.。]$/, '');
}
