/** Whether two places say the same figure, each in its own way of writing. */
import type { MetricTemplate } from '../template/types';
import { amountOf } from './amount';
import type { GivenValue } from './standings';
import { normaliseValue } from './value';

export interface WrittenFigure {
  readonly value: string;
  readonly unit: string | undefined;
}

/** `3.5` before 亿元 is `35,012` in 万元, rounded. Texts and dates are compared sign by sign, but for width. */
export function isSameFigure(given: GivenValue, other: WrittenFigure, definition: MetricTemplate | undefined): boolean {
  const value = normaliseValue(other.value);
  if (value === given.value && (given.unit === undefined || other.unit === undefined || given.unit === other.unit)) {
    return true;
  }
  const theirs = { value, written: other.value, hasPercentAfter: false, unit: other.unit };
  // Without a template the unit of the data is the measure.
  const measure = definition ?? { type: 'decimal' as const, unit: other.unit };
  const [a, b] = [amountOf(given, measure), amountOf(theirs, measure)];
  if (a === undefined || b === undefined) return value === given.value;
  return a.low <= b.high && b.low <= a.high;
}
