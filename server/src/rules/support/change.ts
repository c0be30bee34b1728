/** A figure beside that of last period, in one unit. */
import { amountOf, type Amount } from '../../analysis/amount';
import type { GivenValue, Standing } from '../../analysis/standings';

/** Undefined where one of the two is no number, or they measure different things. Without a template last period's unit is the measure. */
export function compared(
  given: GivenValue,
  last: GivenValue,
  { definition }: Standing,
): { readonly now: Amount; readonly before: Amount } | undefined {
  const measure = { type: definition?.type ?? ('decimal' as const), unit: definition?.unit ?? last.unit };
  const [now, before] = [amountOf(given, measure), amountOf(last, measure)];
  return now === undefined || before === undefined ? undefined : { now, before };
}
