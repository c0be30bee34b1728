/** Reports headings that end with a full stop, a comma or a colon, and title brackets 《》 within 《》. */
import type { Section } from '../report/types';
import { defineRule } from './rule';
import { hasHan, seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'heading-punctuation',
  severity: 'warning',
  summary: {
    en: 'A heading ends with punctuation, or 《》 stand within 《》',
    zh: '标题末尾有标点，或书名号嵌套不当',
  },
  checkStructure({ analysis, report: found }) {
    const { sections, text } = analysis.report;
    for (const section of sections) {
      const written = text.slice(section.titleSpan.start, section.titleSpan.end);
      const stop = stopOf(section, written, text.charAt(section.headingSpan.start) === '#');
      const at = stop === undefined ? -1 : written.lastIndexOf(stop);
      if (stop === undefined || at < 0) continue;
      const start = section.titleSpan.start + at;
      found({
        span: section.titleSpan,
        message: {
          en: `The heading ends with "${stop}", and headings have no punctuation at their end; take it out`,
          zh: `标题以“${stop}”结尾，而标题末尾不用标点；请删去`,
        },
        fixes: () => [
          {
            title: { en: `Take out "${stop}"`, zh: `删去“${stop}”` },
            changes: [{ span: { start, end: start + stop.length }, newText: '' }],
          },
        ],
      });
    }
  },
  checkLine: {
    looksFor: /《[^《》\n]{0,80}《/,
    check(line, { text, report }) {
      for (const { start, end } of innerTitles(line.text)) {
        const span = spanIn(line, start, end);
        const name = shown(seen(line.text.slice(start + 1, end - 1)));
        report({
          span,
          severity: 'info',
          message: {
            en: `"《${name}》" stands within 《》, where the inner brackets are 〈〉; write "〈${name}〉"`,
            zh: `“《${name}》”在书名号之内，里层应用单书名号；请改为“〈${name}〉”`,
          },
          fixes: ({ place }) => [
            {
              title: { en: 'Change the inner brackets to 〈〉', zh: '里层改用单书名号' },
              changes: [{ span: place(span), newText: `〈${text.slice(span.start + 1, span.end - 1)}〉` }],
            },
          ],
        });
      }
    },
  },
});

/**
 * What a heading's end should not be. A whole paragraph that is marked as a heading, and one whose heading runs into its text, end
 * with the stop of a sentence; a numbered line may also be a sentence or an item of a list.
 */
function stopOf({ title, form, number }: Section, written: string, isMarked: boolean): string | undefined {
  if (title.length > 60 || title.length < 2 || /[。；;].|[。！？!?…][”》）)]*.*。$/u.test(title)) return undefined;
  if (form === 'text') {
    const isOuter = number?.style === '一、' || number?.style === '第一章';
    return isOuter && hasHan(title) ? /[，、：:]$/.exec(written)?.[0] : undefined;
  }
  if (!isMarked) return undefined;
  if (hasHan(title))
    return /(?:(?<=[\u3400-\u9fff”》）)])[。，；：、,;:]|(?<=[\u3400-\u9fff”》）])\.)$/.exec(title)?.[0];
  return title.length > 6 && /(?<![.\s])\.$/.test(title) && !abbreviation.test(title) ? '.' : undefined;
}

const abbreviation =
  /(?:^|[^A-Za-z])(?:etc|inc|ltd|co|corp|vs|no|al|approx|dept|est|jr|sr|st|e\.g|i\.e|[A-Za-z](?:\.[A-Za-z])*)\.$/i;

interface Inner {
  readonly start: number;
  readonly end: number;
}

/** The titles in brackets one level within others that are closed in the same line. */
function innerTitles(text: string): readonly Inner[] {
  const open: number[] = [];
  const found: Inner[] = [];
  let waiting: Inner[] = [];
  for (const { index, 0: sign } of text.matchAll(/[《》。]/g)) {
    if (sign === '。') {
      open.length = 0;
      waiting = [];
    } else if (sign === '《') open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      if (open.length === 1) waiting.push({ start, end: index + 1 });
      if (open.length > 0) continue;
      for (const inner of waiting) found.push(inner);
      waiting = [];
    }
  }
  return found;
}
