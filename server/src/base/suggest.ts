/** The word that an author probably meant, for messages that say "did you mean". */
import { distance } from 'fastest-levenshtein';
import type { Message } from './message';

/**
 * The candidate nearest to `word`, the first of several as near; undefined if all are more than two edits (a third of its
 * length in a short word) away. Letter case does not count as a difference.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let found: string | undefined;
  let best = Math.min(2, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    // The difference of the lengths is a lower bound, and is cheap on long lists.
    if (Math.abs(candidate.length - word.length) >= best) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < best) {
      best = edits;
      found = candidate;
    }
  }
  return found;
}

/** ` (did you mean "x"?)`, or nothing where no word is near. */
export function didYouMean(word: string | undefined): Message {
  return word === undefined ? { en: '', zh: '' } : { en: ` (did you mean "${word}"?)`, zh: `（是否想写“${word}”？）` };
}
