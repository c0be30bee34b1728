/** What a cell shows of its number: as many decimals, a percentage, a date. Separators, currencies and colours are left out. */
import { dateText } from './dateFormat';
import { plainNumber, roundedNumber } from './decimal';

/** `code` is the cell's number format. What cannot be told from it is shown as the plain number. */
export function shownNumber(value: number, code: string, is1904: boolean): string {
  const sections = sectionsOf(code);
  const section = (value < 0 ? sections[1] : undefined) ?? sections[0] ?? '';
  const date = dateText(value, section, is1904);
  if (date !== undefined) return date;
  const sign = value < 0 ? '-' : '';
  const shown = shownDigits(Math.abs(value), section);
  return /[1-9]/.test(shown) ? sign + shown : shown;
}

/** The codes that go by a number, as Chinese and English programs have them; other numbers are given by the workbook. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  ...range(14, 17, 'yyyy-mm-dd'),
  ...range(18, 21, 'hh:mm:ss'),
  [22, 'yyyy-mm-dd hh:mm'],
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, 'yyyy-mm-dd'],
  [31, 'yyyy"年"m"月"d"日"'],
  ...range(32, 35, 'hh:mm:ss'),
  ...range(55, 56, 'hh:mm:ss'),
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0'],
  [43, '#,##0.00'],
  [44, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
]);

/** Sections are for positive, negative and zero; a section with a condition of its own goes by none of these. */
function sectionsOf(code: string): readonly string[] {
  if (/\[[<>=]/.test(code)) return ['General'];
  return code.match(/(?:"[^"]*"|[\\!_*].|[^;"])+|(?<=;)(?=;)/gs) ?? [];
}

function shownDigits(value: number, section: string): string {
  // `0!.0,` shows tens of thousands: a point that is only drawn before the last digits.
  const drawn = /^[#,]*0[\\!]\.(0+)(,*)$/.exec(withoutLiterals(section, true));
  if (drawn !== null) {
    const places = drawn[1]?.length ?? 0;
    const digits = roundedNumber(value, 0, -3 * (drawn[2]?.length ?? 0)).padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  const bare = withoutLiterals(section, false);
  const match = /^([#0?,]*)(?:\.([#0?]*))?(,*)(%?)$/.exec(bare.replace(/\s/g, ''));
  if (match === null || bare.trim() === '') return plainNumber(value);
  const [, whole = '', decimals = '', trailing = '', percent = ''] = match;
  const thousands = (/,*$/.exec(whole)?.[0].length ?? 0) + trailing.length;
  const shift = (percent === '' ? 0 : 2) - 3 * thousands;
  const shown = withoutOptional(roundedNumber(value, decimals.length, shift), decimals);
  const zeros = whole.split('0').length - 1;
  return shown.replace(/^\d+/, (digits) => digits.padStart(zeros, '0')) + percent;
}

/** Zeros at the end that `#` does not show. */
function withoutOptional(shown: string, decimals: string): string {
  const optional = /#*$/.exec(decimals)?.[0].length ?? 0;
  if (optional === 0) return shown;
  return shown.replace(new RegExp(`0{1,${optional}}$`), '').replace(/\.$/, '');
}

/** Takes out quoted text, escaped characters, fillings, colours, currencies and locales. */
function withoutLiterals(section: string, keepsPoint: boolean): string {
  return section
    .replace(/"[^"]*"|\[[^\]]*\]|[_*]./gs, '')
    .replace(/[\\!]./gs, (escaped) => (keepsPoint && escaped.endsWith('.') ? escaped : ''))
    .replace(/[¥￥$€£()+-]/g, '');
}

function range(from: number, to: number, code: string): readonly (readonly [number, string])[] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, code] as const);
}
