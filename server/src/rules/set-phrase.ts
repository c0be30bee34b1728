/** Reports set phrases in an unusual wording, by the lists of phrases. Never offers a fix: the author may have meant it. */
import { memoised } from '../base/lazy';
import { defineRule } from './rule';
import { phrasePattern, shippedPhrases, usualFor, type PhraseList } from './support/phrases';
import { spanIn } from './support/places';

export default defineRule({
  id: 'set-phrase',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'A set phrase is worded in another way', zh: '固定表述疑似有误' },
  checkLine: {
    looksFor: phrasePattern(shippedPhrases),
    looksForIn: phrasePattern,
    check(line, { phrases = shippedPhrases, report }) {
      for (const { index, 0: written } of line.text.matchAll(everywhere(phrases))) {
        const usual = usualFor(written, phrases) ?? written;
        report({
          span: spanIn(line, index, index + written.length),
          message: {
            en: `"${written}" is not how this is usually put, which is "${usual}"; check the wording`,
            zh: `“${written}”不是通行表述，通常写作“${usual}”；请核对`,
          },
        });
      }
    },
  },
});

const everywhere = memoised((list: PhraseList) => new RegExp(phrasePattern(list).source, 'gu'));
