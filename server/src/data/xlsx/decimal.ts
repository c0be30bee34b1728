/** Writes numbers out in decimal, without the noise of binary fractions. */

/** Fifteen significant digits, as spreadsheets keep them, and no exponent: 0.1 + 0.2 is `0.3`. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  const [digits = '', exponent = '0'] = text.split('e');
  return shifted(digits, Number(exponent));
}

/** With so many decimals, after the point is moved to the right by `shift`; a half goes away from zero. `value` is not negative. */
export function roundedNumber(value: number, decimals: number, shift: number): string {
  const [whole = '0', fraction = ''] = shifted(plainNumber(value), shift).split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const digits = BigInt(whole + kept) + (Number(fraction.charAt(decimals)) >= 5 ? 1n : 0n);
  const text = digits.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Moves the point of a decimal number. */
function shifted(text: string, by: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length).split('.');
  const digits = '0'.repeat(Math.max(0, 1 - whole.length - by)) + whole + fraction;
  const point = Math.max(1, whole.length + by);
  const padded = digits.padEnd(point, '0');
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = padded.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
