/** Figures held against the limits of a template, which are in its unit; a percentage is written as such there. */
import { amountOf, type Amount } from '../../analysis/amount';
import type { GivenValue } from '../../analysis/standings';
import type { MetricTemplate } from '../../template/types';

/** Undefined for words, and for figures in a unit that measures something else. */
export function amountInUnit(given: GivenValue, definition: MetricTemplate): Amount | undefined {
  if (definition.type === 'text' || definition.type === 'date') return undefined;
  const amount = amountOf(given, definition);
  const isShare = given.value.endsWith('%') || definition.type === 'percent';
  return amount && isShare ? { low: hundredfold(amount.low), high: hundredfold(amount.high) } : amount;
}

/** A limit as it would be written in the report. */
export function withUnit(limit: number, { unit, type }: MetricTemplate): string {
  if (type === 'percent') return `${limit}%`;
  return unit === undefined ? String(limit) : /\p{Script=Han}/u.test(unit) ? `${limit}${unit}` : `${limit} ${unit}`;
}

function hundredfold(value: number): number {
  return Number((value * 100).toPrecision(12));
}
