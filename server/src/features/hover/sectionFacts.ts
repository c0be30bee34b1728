/** What a section is to its template, and what stands in it, without putting the whole report together. */
import { buildOutlineEntries } from '../../analysis/outline';
import type { OutlineEntry } from '../../analysis/types';
import { memoised } from '../../base/lazy';
import { touches, type Span } from '../../base/span';
import { headingNumber } from '../../report/numbering';
import { sectionsAt } from '../../report/outline';
import type { Report, Section } from '../../report/types';
import type { SectionTemplate, Template } from '../../template/types';
import { blocksAt } from '../../workspace/at';
import { outlineFor } from '../../workspace/outline';
import type { Snapshot } from '../../workspace/snapshot';

/** The section whose heading is at the place. */
export function sectionHeadedAt(snapshot: Snapshot, offset: number): Section | undefined {
  // Most places are in no heading, and the outline of a long report takes time.
  if (!mayBeHeading(snapshot.parse, offset)) return undefined;
  return sectionsAt(outlineFor(snapshot).sections, offset).find(({ headingSpan }) => touches(headingSpan, offset));
}

function mayBeHeading(parse: Snapshot['parse'], offset: number): boolean {
  return blocksAt(parse, { start: offset, end: offset }).some(({ facts: { headings, lines }, start }) => {
    const isHere = ({ span }: { readonly span: Span }): boolean => touches(span, offset - start);
    const isNumbered = (line: (typeof lines)[number]): boolean =>
      !line.isNested && isHere(line) && headingNumber(line.text) !== undefined;
    return headings.some(isHere) || lines.some(isNumbered);
  });
}

export interface SectionRole {
  readonly entry: OutlineEntry;
  /** Required subsections that are not there. */
  readonly missing: readonly SectionTemplate[];
}

/** Which part of the template the section is; undefined where it is none. */
export function roleOf(snapshot: Snapshot, { index }: Section): SectionRole | undefined {
  const { template } = snapshot;
  if (template === undefined) return undefined;
  const entries = entriesOf(outlineFor(snapshot).sections)(template);
  const entry = entries.find(
    ({ placement, also }) =>
      (placement.kind === 'section' && placement.section.index === index) || also.some((each) => each.index === index),
  );
  if (entry === undefined) return undefined;
  const missing = entries.filter(
    ({ parent, requirement: { required, where }, placement }) =>
      parent?.index === index && required && where === 'heading' && placement.kind === 'missing',
  );
  return { entry, missing: missing.map(({ requirement }) => requirement) };
}

/** By headings alone: what may stand in a paragraph is looked for in none. */
const entriesOf = memoised((sections: readonly Section[]) => {
  const headings: Report = {
    text: '',
    length: sections.at(-1)?.span.end ?? 0,
    frontMatter: undefined,
    title: undefined,
    sections,
    paragraphs: [],
    series: [],
    metrics: [],
    masks: [],
    blanks: [],
    problems: [],
  };
  return memoised((template: Template) => buildOutlineEntries(headings, { ...template, closing: undefined }));
});

export interface SectionContent {
  /** What is said there, headings included. */
  readonly texts: readonly string[];
  /** The metrics that are tagged there. */
  readonly ids: ReadonlySet<string>;
  readonly blanks: number;
}

export function contentOf({ parse }: Snapshot, { start, end }: Span): SectionContent {
  const texts: string[] = [];
  const ids = new Set<string>();
  let blanks = 0;
  for (const { facts, start: by } of blocksAt(parse, { start, end })) {
    const isInside = ({ span }: { readonly span: Span }): boolean => span.start + by >= start && span.start + by < end;
    for (const heading of facts.headings) if (isInside(heading)) texts.push(heading.text);
    for (const line of facts.lines) if (isInside(line)) texts.push(line.text);
    for (const mask of facts.masks) if (isInside(mask)) blanks++;
    for (const tag of facts.tags) {
      if (!isInside(tag)) continue;
      ids.add(tag.id);
      if (tag.state === 'masked') blanks++;
    }
  }
  return { texts, ids, blanks };
}
