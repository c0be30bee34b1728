/** The word at a place, as the language of the text divides words. */
import { lazy } from '../../base/lazy';
import type { Span } from '../../base/span';

/** To divide a text takes longer the longer it is, and no word is longer than this. */
const farthest = 60;

const segmenters = {
  zh: lazy(() => new Intl.Segmenter('zh', { granularity: 'word' })),
  en: lazy(() => new Intl.Segmenter('en', { granularity: 'word' })),
};

/** Between two words that touch, the second; undefined where there is none. Looks no farther than a few dozen signs. */
export function wordAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - farthest);
  const near = text.slice(from, offset + farthest);
  const segments = segmenters[/\p{Script=Han}/u.test(near) ? 'zh' : 'en']().segment(near);
  for (const at of [offset - from, offset - from - 1]) {
    const { segment, index, isWordLike } = segments.containing(at) ?? { isWordLike: false };
    if (isWordLike !== true || segment === undefined || index === undefined) continue;
    return { start: from + index, end: from + index + segment.length };
  }
  return undefined;
}
