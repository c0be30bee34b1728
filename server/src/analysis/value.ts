/** Reads a metric's value as a number, whatever digits and separators its author writes. */
import type { MetricType } from '../template/types';

const chineseDigits = '〇一二三四五六七八九';

/** Half-width digits, no thousands separators or spaces, no trailing zeros: equal figures have equal forms. */
export function normaliseValue(value: string): string {
  const narrow = toHalfWidth(value.trim());
  const number = parseNumber(narrow);
  if (number === undefined) return narrow;
  return `${number}${/%$/.test(narrow) ? '%' : ''}`;
}

/** The number that a value states, its percent sign aside; undefined for text. Chinese numerals below ten thousand are read. */
export function parseNumber(value: string): number | undefined {
  const narrow = toHalfWidth(value.trim());
  const match = /^([+-]?)[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?%?$/.exec(narrow);
  if (match !== null) return Number(`${match[1] ?? ''}${(match[2] ?? '').replace(/,/g, '')}${match[3] ?? ''}`);
  return parseChinese(narrow);
}

/** Whether a value can be of a type. An unknown way of writing a date or a text is accepted. */
export function fitsType(value: string, type: MetricType): boolean {
  const narrow = toHalfWidth(value.trim());
  const number = parseNumber(narrow);
  switch (type) {
    case 'text':
      return true;
    case 'date':
      return /\d{4}|[\d〇一二三四五六七八九十]+月|\d{1,2}[-/]\d{1,2}/.test(narrow);
    case 'integer':
      return number !== undefined && Number.isInteger(number) && !narrow.endsWith('%');
    case 'decimal':
    case 'money':
      return number !== undefined && !narrow.endsWith('%');
    case 'percent':
      return number !== undefined;
  }
}

function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９％．，＋－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace('￥', '¥');
}

function parseChinese(text: string): number | undefined {
  if (!/^[〇零一二两三四五六七八九十百千]+$/.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  let hasScale = false;
  for (const character of text.replace(/零/g, '〇').replace(/两/g, '二')) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[character];
    if (scale === undefined)
      digit = hasScale ? chineseDigits.indexOf(character) : digit * 10 + chineseDigits.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
      hasScale = true;
    }
  }
  return total + digit;
}
