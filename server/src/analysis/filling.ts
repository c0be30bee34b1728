/** Figures of the data files, written into the blanks of a report. */
import type { TextChange } from '../base/problem';
import type { MetricUse } from '../report/types';
import type { Analysis } from './types';

/** One change inside a tag for every masked value of which the data know the figure, in order; all else stays as it is. */
export function fillChanges(analysis: Analysis): readonly TextChange[] {
  return analysis.report.metrics.flatMap((use) => {
    const value = dataValue(use, analysis);
    return value === undefined || use.valueSpan === undefined ? [] : [{ span: use.valueSpan, newText: value }];
  });
}

/** What the data say for a masked tag, as it is written before what follows the tag; undefined where they do not know or the tag is no blank. */
function dataValue({ id, state, span }: MetricUse, { bindings, bound, report }: Analysis): string | undefined {
  if (state !== 'masked') return undefined;
  const value = bound?.figureOf(id, bindings.get(id)?.definition)?.value;
  if (value === undefined || /[<>\r\n]/.test(value)) return undefined;
  return /^ ?[%％]/.test(report.text.slice(span.end, span.end + 2)) ? value.replace(/ ?[%％]$/, '') : value;
}
