/** Figures of the data files, written into the blanks of a report. */
import type { TextChange } from '../base/problem';
import { isMaskedValue } from '../syntax/mask/value';
import type { MetricTemplate } from '../template/types';
import type { Bound } from './bound';
import type { Analysis } from './types';

/** One change inside a tag for every masked value of which the data know the figure, in order; all else stays as it is. */
export function fillChanges(analysis: Analysis): readonly TextChange[] {
  return analysis.report.metrics.flatMap((use) => {
    const { bindings, bound, report } = analysis;
    const after = report.text.slice(use.span.end, use.span.end + 2);
    const value =
      use.state === 'masked' ? dataValue(bound, bindings.get(use.id)?.definition, use.id, after) : undefined;
    return value === undefined || use.valueSpan === undefined ? [] : [{ span: use.valueSpan, newText: value }];
  });
}

/** What the data say of a metric, as it is written in a tag before `after`; undefined where they do not know. */
export function dataValue(
  bound: Bound | undefined,
  definition: MetricTemplate | undefined,
  id: string,
  after: string,
): string | undefined {
  const value = bound?.figureOf(id, definition)?.value;
  if (value === undefined || /[<>\r\n]/.test(value)) return undefined;
  return /^ ?[%％]/.test(after) ? value.replace(/ ?[%％]$/, '') : value;
}

/** Whether a value would leave its blank as blank as before. */
export function leavesBlank(value: string): boolean {
  return isMaskedValue(value);
}
