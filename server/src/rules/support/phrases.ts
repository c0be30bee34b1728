/** Set phrases in a wrong and in the usual wording: the list that is shipped, and what `*.phrases.txt` add to it and take away. */
import { memoised } from '../../base/lazy';
import type { Message } from '../../base/message';
import type { Problem } from '../../base/problem';
import { mostPhrases, mostProblems, problem, readPhrases, type PhraseFile } from './phraseFile';
import shippedText from './set-phrases.txt';

export interface Phrase {
  /** The form that is usually a slip; `#` stands for a Chinese numeral. */
  readonly wrong: string;
  readonly usual: string;
}

/** A list is worked with by its identity: the same object as long as no file changes. */
export type PhraseList = readonly Phrase[];

/** What the files say together, those of an earlier URI first; a form that any of them takes away is gone. */
export function combinePhrases(files: readonly PhraseFile[]): {
  readonly list: PhraseList;
  /** Those of each file, in the order of the files. */
  readonly problems: readonly (readonly Problem[])[];
} {
  const byWrong = new Map(shippedPhrases.map((phrase) => [phrase.wrong, phrase]));
  for (const { added } of files) for (const { wrong, usual } of added) byWrong.set(wrong, { wrong, usual });
  const problems = files.map((file) => [
    ...file.problems,
    ...file.removed
      .filter(({ wrong }) => !byWrong.has(wrong))
      .slice(0, mostProblems)
      .map(({ wrong, start }) => problem(start, wrong, unknown(wrong))),
  ]);
  for (const { removed } of files) for (const { wrong } of removed) byWrong.delete(wrong);
  return { list: [...byWrong.values()].slice(0, mostPhrases + shippedPhrases.length), problems };
}

export const shippedPhrases: PhraseList = readPhrases(shippedText).added.map(({ wrong, usual }) => ({ wrong, usual }));

/** Finds the wrong forms of a list, without flags; what never matches where there are none. */
export const phrasePattern = memoised((list: PhraseList): RegExp => {
  if (list.length === 0) return /(?!)/;
  // The longest first, and no alternative tried where none can begin.
  const wrongs = list.map(({ wrong }) => wrong).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const first = [...new Set(wrongs.map((wrong) => Array.from(wrong)[0] ?? ''))];
  const begins = first.map((sign) => (sign === '#' ? numeralSigns : sign.replace(/[\\\]^-]/, '\\$&'))).join('');
  return new RegExp(`(?=[${begins}])(?:${wrongs.map((wrong) => sourceOf(wrong)).join('|')})`, 'u');
});

/** The usual wording of what the pattern of the list has found. */
export function usualFor(written: string, list: PhraseList): string | undefined {
  const { plain, numbered } = lookup(list);
  const known = plain.get(written);
  if (known !== undefined) return known;
  const numeral = new RegExp(numeralSource, 'u').exec(written)?.[0] ?? '';
  return numbered.find(({ pattern }) => pattern.test(written))?.usual.replace('#', numeral);
}

const lookup = memoised((list: PhraseList) => ({
  plain: new Map(list.map(({ wrong, usual }) => [wrong, usual])),
  numbered: list
    .filter(({ wrong }) => wrong.includes('#'))
    .map(({ wrong, usual }) => ({ pattern: new RegExp(`^${sourceOf(wrong)}$`, 'u'), usual })),
}));

const numeralSigns = '一二三四五六七八九十';
const numeralSource = `[${numeralSigns}]{1,3}`;

function sourceOf(wrong: string): string {
  return wrong.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace('#', numeralSource);
}

function unknown(wrong: string): Message {
  return {
    en: `"${wrong}" is not in the list, so that nothing is taken away; copy the wrong form as it is listed.`,
    zh: `列表中没有“${wrong}”，无从去掉；请照列表中的错误写法填写。`,
  };
}
