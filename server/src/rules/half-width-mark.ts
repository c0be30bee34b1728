/** Reports half-width punctuation between Chinese characters. */
import type { Span } from '../base/span';
import { defineRule } from './rule';
import { isMaskedAt, spanIn } from './support/places';

export default defineRule({
  id: 'half-width-mark',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'Chinese text has half-width punctuation', zh: '中文之间用了半角标点' },
  checkLine: {
    looksFor: /[\u3400-\u9fff”》）][,;:?!(]|\)[\u3400-\u9fff]/,
    check(line, { masks, report }) {
      for (const { marks, written } of found(line.text)) {
        const [first, last] = [marks[0], marks.at(-1)];
        if (first === undefined || last === undefined || isMaskedAt(line.span.start + first.start, masks)) continue;
        const wide = widened(written);
        report({
          span: spanIn(line, first.start, last.end),
          message: {
            en: `"${written}" is half-width between Chinese characters, which take full-width marks; write "${wide}"`,
            zh: `中文之间的“${written}”为半角，应使用全角标点；请改为“${wide}”`,
          },
          fixes: ({ place }) => [
            {
              title: { en: `Change to "${wide}"`, zh: `改为“${wide}”` },
              changes: marks.map(({ start, end }) => ({
                span: place(spanIn(line, start, end)),
                newText: widened(line.text.slice(start, end)),
              })),
            },
          ],
        });
      }
    },
  },
});

interface Found {
  /** One mark, or the two of a pair. */
  readonly marks: readonly Span[];
  readonly written: string;
}

const mark = /(?<=[\u3400-\u9fff”’》）」』]|[\u3400-\u9fff”’》]\))[,;:?!](?=[\u3400-\u9fff“‘《（「『]|$)/g;
/** Brackets around Chinese words, after Chinese words. */
const pair = /(?<=[\u3400-\u9fff”’》])\((?=[\u3400-\u9fff“《]|[^()]{0,40}[\u3400-\u9fff”》]\))[^()]{1,200}\)/g;

function found(text: string): readonly Found[] {
  const single = [...text.matchAll(mark)].map(({ index, 0: written }): Found => ({
    marks: [{ start: index, end: index + 1 }],
    written,
  }));
  const paired = [...text.matchAll(pair)].map(({ index, 0: written }): Found => {
    const end = index + written.length;
    return {
      marks: [
        { start: index, end: index + 1 },
        { start: end - 1, end },
      ],
      written: '()',
    };
  });
  return [...single, ...paired];
}

function widened(text: string): string {
  return text.replace(/[,;:?!()]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
}
