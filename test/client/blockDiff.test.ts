/** Tests of finding the blocks of the preview that changed. */
import { expect, it } from 'vitest';
import { diffBlocks } from '../../client/src/preview/media/blockDiff';

/** The blocks that are replaced and those that replace them, written as `old>new`. */
function replaced(before: string, after: string): string {
  const { start, end } = diffBlocks([...before], [...after]);
  return `${before.slice(start, before.length - end)}>${after.slice(start, after.length - end)}`;
}

it('finds nothing in equal pages', () => expect(replaced('abc', 'abc')).toBe('>'));
it('finds a changed block', () => expect(replaced('abc', 'axc')).toBe('b>x'));
it('finds an inserted block', () => expect(replaced('abc', 'abxc')).toBe('>x'));
it('finds a removed block', () => expect(replaced('abc', 'ac')).toBe('b>'));
it('does not count one of several equal blocks twice', () => expect(replaced('aa', 'aaa')).toBe('>a'));
it('does not count one of several equal blocks twice when one goes', () => expect(replaced('aaa', 'aa')).toBe('a>'));
it('takes the first page whole', () => expect(replaced('', 'abc')).toBe('>abc'));
it('empties the page', () => expect(replaced('abc', '')).toBe('abc>'));
