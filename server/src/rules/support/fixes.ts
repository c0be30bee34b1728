/** Fixes that several rules offer. */
import type { Fix } from '../../base/problem';
import type { Span } from '../../base/span';

/** Writes the word that was probably meant in place of the one at `span`. */
export function changeTo(word: string, span: Span): Fix {
  return { title: { en: `Change to "${word}"`, zh: `改为“${word}”` }, changes: [{ span, newText: word }] };
}
