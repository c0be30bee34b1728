/** How many blanks each section of a report still has, and the first of them. */
import { memoised } from '../../base/lazy';
import type { Blank, Report } from '../../report/types';

export interface SectionBlanks {
  /** Those of its subsections with its own. */
  readonly count: number;
  readonly first: Blank;
}

/** By the index of the section; none where no blank is left. */
export const blanksBySection = memoised((report: Report): ReadonlyMap<number, SectionBlanks> => {
  const found = new Map<number, SectionBlanks>();
  for (const blank of report.blanks) {
    for (let at = blank.section; at !== undefined; at = report.sections[at]?.parent) {
      const { count, first } = found.get(at) ?? { count: 0, first: blank };
      found.set(at, { count: count + 1, first });
    }
  }
  return found;
});
