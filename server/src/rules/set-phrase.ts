/** Reports set phrases in an unusual wording, by the list of `set-phrases.txt`. Never offers a fix: the author may have meant it. */
import { defineRule } from './rule';
import { spanIn } from './support/places';
import list from './support/set-phrases.txt';

const numeral = '([一二三四五六七八九十]{1,3})';

interface Phrase {
  /** The wrong form; its group is the numeral. */
  readonly pattern: string;
  readonly usual: string;
}

const phrases: readonly Phrase[] = list.split(/\r?\n/).flatMap((line) => {
  const [wrong = '', usual] = line.split('\t');
  return usual === undefined || wrong.startsWith('# ') ? [] : [{ pattern: wrong.replace('#', numeral), usual }];
});
const listed = new RegExp(phrases.map(({ pattern }) => pattern).join('|'), 'g');

export default defineRule({
  id: 'set-phrase',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'A set phrase is worded in another way', zh: '固定表述疑似有误' },
  checkLine: {
    looksFor: new RegExp(listed.source),
    check(line, { report }) {
      for (const match of line.text.matchAll(listed)) {
        const [written] = match;
        const usual = usualFor(written);
        report({
          span: spanIn(line, match.index, match.index + written.length),
          message: {
            en: `"${written}" is not how this is usually put, which is "${usual}"; check the wording`,
            zh: `“${written}”不是通行表述，通常写作“${usual}”；请核对`,
          },
        });
      }
    },
  },
});

function usualFor(written: string): string {
  for (const { pattern, usual } of phrases) {
    const match = new RegExp(`^${pattern}$`).exec(written);
    if (match !== null) return usual.replace('#', match[1] ?? '');
  }
  return written;
}
