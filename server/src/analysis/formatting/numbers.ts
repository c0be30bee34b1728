/** Numbers of headings and series that skip, repeat or go back made consecutive. */
import { trimChange } from '../../base/changes';
import type { TextChange } from '../../base/problem';
import { shift } from '../../base/span';
import { blockFacts } from '../../report/facts';
import { ignoreAt, ignoredInReport } from '../../report/ignores';
import { proseOf } from '../../report/prose';
import type { Parse } from '../../syntax/types';
import type { IsMeant } from '../counting';
import { brokenHeadings, headingChanges } from '../headingNumbers';
import { mixedSeries, seriesBreaks, seriesChanges } from '../seriesNumbers';
import type { Analysis } from '../types';
import { within } from '../within';

/** What the rules for numbers find and the author does not mean; `isOff` says which rules are switched off. */
export function numberChanges(
  analysis: Analysis,
  parse: Parse,
  isOff: (rule: string) => boolean,
): readonly TextChange[] {
  const inReport = ignoredInReport(parse.blocks);
  const isHeeded = (rule: string): boolean => !isOff(rule) && !inReport.has(rule);
  const changes: TextChange[] = [];
  if (isHeeded(headingRule)) changes.push(...ofHeadings(analysis, meantBy(parse, headingRule)));
  if (isHeeded(seriesRule)) changes.push(...ofSeries(analysis, meantBy(parse, seriesRule)));
  return changes
    .filter((change) => isProse(parse, change))
    .flatMap((change) => trimChange(analysis.report.text, change) ?? [])
    .sort((a, b) => a.span.start - b.span.start);
}

const headingRule = 'heading-number-gap';
const seriesRule = 'series-gap';

function ofHeadings({ report, outline }: Analysis, isMeant: IsMeant): readonly TextChange[] {
  return brokenHeadings(report.sections, () => outline).flatMap((run) => {
    // A number by itself may be that of an excerpt.
    if (run.siblings.length < 2) return [];
    return headingChanges(run, report, outline, isMeant) ?? [];
  });
}

/**
 * Words such as 三要素 look like marks: only what begins with its first mark is surely a series. One that goes on in another style, or
 * has a number of another style between its own, is its author's to put right.
 */
function ofSeries({ report }: Analysis, isMeant: IsMeant): readonly TextChange[] {
  const goesOn = new Set(mixedSeries(report).map(({ before }) => before));
  const loose = report.series.flatMap(({ items: [first] }) =>
    first === undefined || first.ordinal === 1 ? [] : first,
  );
  return report.series.flatMap((series) => {
    const { items } = series;
    if (items[0]?.ordinal !== 1 || seriesBreaks(series).length === 0 || items.some((item) => goesOn.has(item)))
      return [];
    const whole = { start: items[0].span.start, end: items.at(-1)?.span.end ?? 0 };
    if (within(loose, whole, ({ span }) => span.start).length > 0) return [];
    return seriesChanges(series, isMeant) ?? [];
  });
}

function meantBy({ blocks }: Parse, rule: string): IsMeant {
  return (offset) => {
    const found = blocks.find(({ length }) => length > offset);
    return found !== undefined && ignoreAt(found.item, rule, offset - found.before.length) !== undefined;
  };
}

/** Whether what is changed is seen as it is written, and stands in no tag, mask, code, address or comment. */
function isProse({ blocks }: Parse, { span }: TextChange): boolean {
  const found = blocks.find(({ length }) => length > span.start);
  if (found === undefined) return false;
  const { start, end } = shift(span, -found.before.length);
  const { tags, masks } = blockFacts(found.item);
  if ([...tags, ...masks].some((each) => each.span.start < end && start < each.span.end)) return false;
  const line = proseOf(found.item).find((each) => each.span.start <= start && end <= each.span.end);
  return line?.text.slice(start - line.span.start, end - line.span.start) === found.item.text.slice(start, end);
}
