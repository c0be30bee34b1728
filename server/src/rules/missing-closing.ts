/** Reports that the set phrase is missing with which a report of this kind ends. */
import { closesWith } from '../analysis/phrases';
import { closingParagraphs } from '../analysis/place';
import type { Analysis } from '../analysis/types';
import type { Fix } from '../base/problem';
import type { Closing } from '../template/types';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'missing-closing',
  severity: 'error',
  summary: { en: 'The set phrase at the end is missing', zh: '缺少规定的结束语' },
  checkStructure({ analysis, report }) {
    const closing = analysis.template?.closing;
    const [phrase] = closing?.phrases ?? [];
    if (closing?.required !== true || phrase === undefined) return;
    const { paragraphs, length } = analysis.report;
    // A text that has not been begun has no end.
    if (paragraphs.length === 0 || paragraphs.slice(-closingParagraphs).some(({ text }) => closesWith(closing, text)))
      return;
    if (isExplained(closing, analysis)) return;
    const some = closing.phrases.slice(0, 3).map(shown);
    report({
      span: { start: length, end: length },
      message: {
        en: `The closing phrase is missing; end with ${some.map((each) => `"${each}"`).join(' or ')}`,
        zh: `缺少结束语；请以${some.map((each) => `“${each}”`).join('或')}结尾`,
      },
      fixes: () => insertPhrase(phrase, analysis),
    });
  },
});

/** Whether a part is missing that would bring the phrase with it. */
function isExplained(closing: Closing, { outline }: Analysis): boolean {
  return outline.some(
    ({ placement, requirement }) =>
      placement.kind === 'missing' &&
      requirement.required &&
      requirement.body.split('\n').some((line) => closesWith(closing, line)),
  );
}

/** Behind the text, before the name and the date of those who sign; only where it is plain which lines these are. */
function insertPhrase(phrase: string, { report, template }: Analysis): readonly Fix[] {
  const lines = report.paragraphs.slice(-closingParagraphs);
  const last = lines.findLast(({ text }) => /[。.；;！!？?：:]$/.test(text));
  if (last === undefined) return [];
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  const stop = /[。.]$/.test(phrase) ? '' : template?.language === 'zh' ? '。' : '.';
  const { end } = last.span;
  return [
    {
      title: { en: `Insert "${shown(phrase)}"`, zh: `插入“${shown(phrase)}”` },
      changes: [{ span: { start: end, end }, newText: `${eol}${eol}${phrase}${stop}` }],
    },
  ];
}
