/** What ids and values were before an input method, a formatter or a typesetter changed them. */
import { isMaskedValue } from '../mask/value';

/** Whether a value is a figure, a date, a mask, a placeholder or nothing: what stands in tags more than in ordinary brackets. */
export function isPlainValue(value: string): boolean {
  return figure.test(value) || isMaskedValue(value);
}

const figure =
  /^(?:[+\-－]?[$€£¥￥]?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?\s?[%％‰]?|[零〇一二两三四五六七八九十百千万亿]+|\d{4}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|-\d{1,2}(?:-\d{1,2})?)|\d{1,2}月\d{1,2}日)$/;

/**
 * The value as it was meant: stars that became underscores or have backslashes, quotation marks round a figure, a dash for a
 * minus, 。 for a decimal point. The same value where nothing of this is certain, so that ordinary text is never changed.
 */
export function repairedValue(value: string): string {
  const unescaped = withoutEscapes(value).replace(/\\$/, '');
  const bare = unquoted(unescaped).trim();
  const narrow = bare.replace(/^[‐‑–—−](?=[\d$€£¥￥])/, '-').replace(/(?<=^[\d*＊×]+)。(?=[\d*＊×]+[%％]?$)/, '.');
  const restored = withStars(narrow);
  return restored !== value && isPlainValue(restored) ? restored : value;
}

/** The id as it was meant: without quotation marks and backslashes, with `-` for spaces and dashes and `_` for a double dash. */
export function repairedId(written: string): string {
  return unquoted(written.replace(/\\/g, ''))
    .replace(/["“”'‘’]/g, '')
    .replace(/——/g, '_')
    .replace(/[ ‐‑–—−－]/g, '-')
    .replace(/^\.+|\.+$/g, '');
}

/** Every backslash escape undone. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Underscores among stars were stars, and so was a lone underscore; a row of nothing but underscores is a mask of its own. */
function withStars(value: string): string {
  if (!/^[*_\d年月日时分 .,:%％-]+$/.test(value) || !value.includes('_')) return value;
  return value.includes('*') || /^_(?:\._)?[%％]?$/.test(value) ? value.replace(/_/g, '*') : value;
}

function unquoted(text: string): string {
  return /^(?:“[^“”]*”|"[^"]*"|”[^“”]*”|‘[^‘’]*’|'[^']*'|「[^「」]*」)$/.test(text) ? text.slice(1, -1) : text;
}
