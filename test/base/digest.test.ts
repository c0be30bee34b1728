/** A digest tells texts apart. */
import { expect, it } from 'vitest';
import { digest } from '../../server/src/base/digest';

it('is the same for the same text, and 16 hexadecimal digits', () => {
  expect(digest('会议**次')).toBe(digest(`会议${'*'.repeat(2)}次`));
  for (const text of ['', 'a', '会议**次', '😀'.repeat(1000)]) expect(digest(text)).toMatch(/^[0-9a-f]{16}$/);
});

it('differs for texts that differ by one sign, by order or by length', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `会议${index}次`);
  const close = ['', ' ', '  ', 'ab', 'ba', '\u0000', '\u0000\u0000', '一二', '二一'];
  const all = [...texts, ...close];
  expect(new Set(all.map(digest)).size).toBe(all.length);
});
