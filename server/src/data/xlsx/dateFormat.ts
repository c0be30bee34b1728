/** Dates of a spreadsheet, which are numbers of days, as their cells show them. */

/**
 * `2024-03-05`, or `2024年3月5日` where the format has it so; a time only where the format has one. Undefined where the format is not
 * of a date, or the number is none.
 */
export function dateText(value: number, section: string, is1904: boolean): string | undefined {
  const tokens = section
    .replace(/"[^"]*"|[\\!_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|AM\/PM|A\/P|[EeGg]\+?/gs, '')
    .toLowerCase();
  const hasTime = /h|s/.test(tokens) || /\[m+\]/.test(tokens);
  const hasDay = /[yd]/.test(tokens) || (tokens.includes('m') && !hasTime);
  if ((!hasDay && !hasTime) || value < 0 || value >= lastDay) return undefined;
  const seconds = Math.round(value * 86_400);
  if (!hasDay) return timeText(tokens.includes('[') ? seconds : seconds % 86_400);
  const day = dayText(dayOf(Math.floor(seconds / 86_400), is1904), section, tokens);
  return hasTime ? `${day} ${timeText(seconds % 86_400)}` : day;
}

/** 31 December 9999. */
const lastDay = 2_958_466;
const dayLength = 86_400_000;

/** The calendar that counts from 1900 has a 29 February in that year, by an old mistake. */
function dayOf(serial: number, is1904: boolean): Date {
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + serial * dayLength);
}

function dayText(day: Date, section: string, tokens: string): string {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const [hasYear, hasMonth, hasDate] = ['y', 'm', 'd'].map((token) => tokens.includes(token));
  if (/[年月日]/.test(section)) {
    return `${hasYear ? `${year}年` : ''}${hasMonth ? `${month}月` : ''}${hasDate ? `${date}日` : ''}`;
  }
  const iso = [String(year).padStart(4, '0'), two(month), two(date)];
  return iso.slice(0, hasDate || !hasYear ? 3 : hasMonth ? 2 : 1).join('-');
}

function timeText(seconds: number): string {
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
