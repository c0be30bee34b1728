/** What the uses of one metric say about its value. */
import type { MetricBinding } from '../../analysis/types';

/** Whether a metric is only ever repeated: no tag gives it a value, keeps a blank for one, or tries to. */
export function givesNoValue({ uses }: MetricBinding): boolean {
  return uses.every((use) => use.state === 'reference');
}
