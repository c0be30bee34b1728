/** Chinese numerals and the numbers of headings: `一、` `（一）` `1.` `（1）` `第一章`. */
import type { HeadingNumber } from './types';

const digits = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals, as headings and series count; larger numbers in Arabic digits. */
export function chineseNumeral(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : digits.charAt(ones));
}

/** The value of Chinese numerals up to 99, or undefined for anything else. */
export function parseChineseNumeral(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, tens, ten, ones] = match;
  const value =
    (ten === undefined ? 0 : tens === undefined ? 10 : digits.indexOf(tens) * 10) +
    (ones === undefined ? 0 : digits.indexOf(ones));
  return value > 0 ? value : undefined;
}

const numeral = '[一二三四五六七八九十]{1,3}';
const forms: readonly (readonly [HeadingNumber['style'], RegExp])[] = [
  ['一、', new RegExp(`^(${numeral})、\\s*`)],
  ['（一）', new RegExp(`^[（(](${numeral})[）)]、?\\s*`)],
  ['第一章', new RegExp(`^第(${numeral}|\\d{1,2})(?:章|节|部分|篇)[、，：:]?\\s*`)],
  ['1.', /^(\d{1,3})(?:[.．](?!\d)|、)\s*/],
  ['（1）', /^[（(](\d{1,3})[）)]\s*/],
];

/** The number at the start of a heading's text; its span is relative to that text. */
export function headingNumber(text: string): HeadingNumber | undefined {
  for (const [style, pattern] of forms) {
    const match = pattern.exec(text);
    const written = match?.[1];
    if (match === null || written === undefined) continue;
    const value = /\d/.test(written) ? Number(written) : parseChineseNumeral(written);
    if (value !== undefined) return { style, value, span: { start: 0, end: match[0].length } };
  }
  return undefined;
}

/** A heading number as it is written: `formatNumber('（一）', 3)` is `（三）`. */
export function formatNumber(style: HeadingNumber['style'], value: number): string {
  switch (style) {
    case '一、':
      return `${chineseNumeral(value)}、`;
    case '（一）':
      return `（${chineseNumeral(value)}）`;
    case '第一章':
      return `第${chineseNumeral(value)}章 `;
    case '1.':
      return `${value}. `;
    case '（1）':
      return `（${value}）`;
  }
}
