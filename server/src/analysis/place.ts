/** Where a part of a template that a report lacks is to be inserted. */
import type { Paragraph, Report, Section } from '../report/types';
import type { Closing, SectionTemplate } from '../template/types';
import type { Placement } from './types';

/** A closing part stands among the last paragraphs: text, signature, date, contact. */
export const closingParagraphs = 6;

/** The requirements of one level with what meets them. */
export interface Placed {
  readonly requirements: readonly SectionTemplate[];
  readonly placements: readonly Placement[];
  readonly report: Report;
}

/** Of several parts that are paragraphs before (or after) all headings, each goes behind the one before it, or before the next. */
export function besideItsKind(
  index: number,
  { requirements, placements, report: { text } }: Placed,
): number | undefined {
  const where = requirements[index]?.where;
  if (where !== 'lead' && where !== 'closing') return undefined;
  const spans = placements.map((placement, at) =>
    placement.kind === 'paragraph' && requirements[at]?.where === where ? placement.paragraph.span : undefined,
  );
  const previous = spans.slice(0, index).findLast((each) => each !== undefined);
  if (previous !== undefined) {
    const gap = /^[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)*/.exec(text.slice(previous.end))?.[0] ?? '';
    return previous.end + gap.length;
  }
  return spans.slice(index + 1).find((each) => each !== undefined)?.start;
}

/** Where the set phrase and the other parts that close a report begin; undefined where it has none. */
export function closingStart(
  closing: Closing | undefined,
  { requirements, placements, report: { paragraphs } }: Placed,
): number | undefined {
  const placed = placements.flatMap((placement, index) =>
    placement.kind === 'paragraph' && requirements[index]?.where === 'closing' ? placement.paragraph : [],
  );
  const isClosing = (each: Paragraph): boolean => placed.includes(each) || isPhraseAlone(each.text, closing);
  return paragraphs.slice(-closingParagraphs).find(isClosing)?.span.start;
}

/** Whether the paragraph is one of the set phrases and next to nothing else. */
function isPhraseAlone(text: string, closing: Closing | undefined): boolean {
  return closing?.phrases.some((phrase) => text.includes(phrase) && text.length <= phrase.length + 4) === true;
}

export function insertionPoint(
  { where }: SectionTemplate,
  {
    report,
    before,
    parent,
    closing,
  }: {
    readonly report: Report;
    readonly before: Section | undefined;
    readonly parent: Section | undefined;
    /** Where the closing parts begin. */
    readonly closing: number | undefined;
  },
): number {
  if (before !== undefined) return before.span.start;
  if (parent !== undefined) return parent.span.end;
  if (where === 'lead') return report.frontMatter?.span.end ?? 0;
  const last = report.sections.findLast((section) => section.level === 1);
  const end = last?.span.end ?? report.length;
  return where === 'closing' || closing === undefined ? end : Math.min(end, closing);
}
