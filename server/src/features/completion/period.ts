/** Periods of reports: what follows one, which is later, and which a title names. */
import { parseChineseNumeral } from '../../report/numbering';

export interface Period {
  /** How many of its kind a year has: 1, 2, 4 or 12. */
  readonly perYear: 1 | 2 | 4 | 12;
  readonly year: number;
  /** Which of them it is, from 1. */
  readonly part: number;
}

/** Reads `2022`, `2022-H1`, `2022-Q3` and `2022-06`. */
export function readPeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return undefined;
  const [, year, quarter, half, month] = match;
  const perYear = quarter !== undefined ? 4 : half !== undefined ? 2 : month !== undefined ? 12 : 1;
  return { perYear, year: Number(year), part: Number(quarter ?? half ?? month ?? 1) };
}

export function writePeriod({ perYear, year, part }: Period): string {
  const date = String(year).padStart(4, '0');
  if (perYear === 1) return date;
  if (perYear === 12) return `${date}-${String(part).padStart(2, '0')}`;
  return `${date}-${perYear === 4 ? 'Q' : 'H'}${part}`;
}

/** The period so many after this one, or before it. */
export function movePeriod({ perYear, year, part }: Period, by: number): Period {
  const index = year * perYear + part - 1 + by;
  return { perYear, year: Math.floor(index / perYear), part: (index % perYear) + 1 };
}

/** Orders periods by their end. */
export function periodEnd({ perYear, year, part }: Period): number {
  return year * 12 + (part * 12) / perYear;
}

/** The one period that a title names, such as 2022年第三季度 or Q3 2022. */
export function periodIn(title: string): Period | undefined {
  const years = [
    ...new Set([...title.slice(0, longestTitle).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([year]) => year)),
  ];
  const [written] = years;
  if (written === undefined || years.length > 1) return undefined;
  const year = Number(written);
  const quarter = /第?([一二三四]|[1-4])季度|\bQ([1-4])\b/i.exec(title);
  const digit = quarter?.[1] ?? quarter?.[2];
  if (digit !== undefined) return { perYear: 4, year, part: parseChineseNumeral(digit) ?? Number(digit) };
  const half = /上半年|\bH1\b/i.test(title) ? 1 : /下半年|\bH2\b/i.test(title) ? 2 : undefined;
  if (half !== undefined) return { perYear: 2, year, part: half };
  const month = Number(/年\s?(1[0-2]|0?[1-9])月(?:份)?(?![\d日])/.exec(title)?.[1] ?? 0) || monthName(title);
  return month > 0 ? { perYear: 12, year, part: month } : { perYear: 1, year, part: 1 };
}

const longestTitle = 200;

function monthName(title: string): number {
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:19|20)\d{2}/i.exec(title)?.[1];
  return name === undefined ? 0 : months.indexOf(name.toLowerCase()) + 1;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
