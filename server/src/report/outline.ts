/** The sections of a report put together from its blocks, without all else that a report holds: what an outline or a cursor needs. */
import { memoised } from '../base/lazy';
import { shift, type Span } from '../base/span';
import type { Block, Parse } from '../syntax/types';
import { blockFacts, isBlank, type HeadingFact, type LineFact } from './facts';
import { headingNumber } from './numbering';
import { buildOutline, innermostAt, sectionName, type PlacedLine } from './sections';
import type { Section } from './types';

/** The sections of one state of a text, and how many blanks each has outside its subsections, by its index. */
export interface Outline {
  readonly parse: Parse;
  /** The same as `Report.sections`. */
  readonly sections: readonly Section[];
  /** What an outline shows of each section: its number and its title. */
  readonly names: readonly string[];
  readonly ownBlanks: readonly number[];
}

/** A look at every block; nothing is read again in those that were known before. */
export const outlineOf = memoised((parse: Parse): Outline => {
  const sections = sectionsIn(parse);
  const ownBlanks = sections.map(() => 0);
  const names = sections.map(() => '');
  let innermost = -1;
  let named = 0;
  parse.blocks.visit((block, { length }) => {
    for (const start of partsOf(block).blankStarts) {
      while ((sections[innermost + 1]?.span.start ?? Infinity) <= start + length) innermost++;
      if (innermost >= 0) ownBlanks[innermost] = (ownBlanks[innermost] ?? 0) + 1;
    }
    const end = length + block.text.length;
    for (let next = sections[named]; next !== undefined && next.headingSpan.start < end; next = sections[++named]) {
      names[named] = nameOf(next, block.text, length);
    }
  });
  return { parse, sections, names, ownBlanks };
});

/** The same as `outlineOf(parse)`. Where an edit leaves headings as they were, it only moves what stands after it. */
export function nextOutline(previous: Outline, parse: Parse): Outline {
  if (previous.parse === parse) return previous;
  const { blocks } = parse;
  const old = previous.parse.blocks;
  const { start, end } = blocks.shared(old);
  const removed = partsBetween(old, start, old.length - end);
  const added = partsBetween(blocks, start, blocks.length - end);
  // Numbered lines begin sections only where no heading does.
  const isByHeadings = previous.sections[0]?.form === 'markdown';
  const isDivided = [...removed, ...added].some(
    ({ headings, numbered }) => headings.length > 0 || (!isByHeadings && numbered.length > 0),
  );
  if (isDivided || isFilled(removed) !== isFilled(added)) return outlineOf(parse);
  const from = blocks.locate(start)?.before.length ?? blocks.sum.length;
  const by = blocks.sum.length - old.sum.length;
  const sections = by === 0 ? previous.sections : previous.sections.map((section) => moved(section, from, by));
  const ownBlanks = [...previous.ownBlanks];
  // What is put before a section does not belong to it, nor does what is taken away there.
  const own = sectionsAt(removed.length > 0 ? previous.sections : sections, from)[0]?.index;
  const more = blanksIn(added) - blanksIn(removed);
  if (own !== undefined) ownBlanks[own] = (ownBlanks[own] ?? 0) + more;
  return { parse, sections, names: previous.names, ownBlanks };
}

/** How many blanks each section has, those of its subsections among them; by the section's index. */
export function blankCounts({ sections, ownBlanks }: Outline): readonly number[] {
  const counts = [...ownBlanks];
  for (const { index, parent } of sections.toReversed()) {
    if (parent !== undefined) counts[parent] = (counts[parent] ?? 0) + (counts[index] ?? 0);
  }
  return counts;
}

/** Where the first blank in a stretch begins. */
export function firstBlankIn({ blocks }: Parse, { start, end }: Span): number | undefined {
  let found: number | undefined;
  blocks.visit(
    (block, { length }) => {
      found ??= partsOf(block)
        .blankStarts.map((each) => each + length)
        .find((each) => start <= each && each < end);
    },
    (before, sum) => found !== undefined || before.length >= end || before.length + sum.length <= start,
  );
  return found;
}

/** The sections in which an offset lies, the innermost first. */
export function sectionsAt(sections: readonly Section[], offset: number): readonly Section[] {
  const around: Section[] = [];
  for (
    let section = sections[innermostAt(sections, offset) ?? -1];
    section !== undefined;
    section = sections[section.parent ?? -1]
  ) {
    around.push(section);
  }
  return around;
}

/** From the end of a section's heading to its first subsection, or to its end where it has none. */
export function ownTextOf(sections: readonly Section[], { index, headingSpan, span }: Section): Span {
  return { start: headingSpan.end, end: Math.min(span.end, sections[index + 1]?.span.start ?? span.end) };
}

/** A heading stands in one block, whose text begins at `start`. */
function nameOf(section: Section, text: string, start: number): string {
  const { headingSpan, number } = section;
  const placed = number && { ...number, span: shift(number.span, -start) };
  return sectionName({ ...section, headingSpan: shift(headingSpan, -start), number: placed }, text);
}

function sectionsIn(parse: Parse): readonly Section[] {
  const headings: HeadingFact[] = [];
  const lines: PlacedLine[] = [];
  const contentStarts: number[] = [];
  parse.blocks.visit((block, { length: by }) => {
    const parts = partsOf(block);
    for (const start of parts.contentStarts) contentStarts.push(start + by);
    for (const heading of parts.headings) {
      headings.push({ ...heading, span: shift(heading.span, by), textSpan: shift(heading.textSpan, by) });
    }
    for (const fact of parts.numbered) lines.push({ fact, start: fact.span.start + by });
  });
  return buildOutline(parse.blocks.sum.length, { headings, lines, contentStarts }).sections;
}

interface Parts {
  readonly headings: readonly HeadingFact[];
  /** The lines that begin a section in a report without headings. */
  readonly numbered: readonly LineFact[];
  /** Where something stands that fills a section; in a block that divides nothing, the first such place is enough. */
  readonly contentStarts: readonly number[];
  readonly blankStarts: readonly number[];
}

const partsOf = memoised((block: Block): Parts => {
  const { headings, lines, others, masks, tags } = blockFacts(block);
  const numbered = lines.filter(({ isNested, text }) => !isNested && headingNumber(text) !== undefined);
  const starts = [...lines.map(({ span }) => span.start), ...others.map(({ start }) => start)];
  const isDivided = headings.length > 0 || numbered.length > 0;
  const blankStarts = masks.map(({ span }) => span.start);
  for (const { valueSpan } of tags.filter(isBlank)) blankStarts.push(valueSpan.start);
  return {
    headings,
    numbered,
    contentStarts: isDivided || starts.length < 2 ? starts : [Math.min(...starts)],
    blankStarts: blankStarts.sort((a, b) => a - b),
  };
});

function partsBetween(blocks: Parse['blocks'], from: number, to: number): readonly Parts[] {
  return Array.from({ length: to - from }, (_, index) => blocks.at(from + index)).flatMap((block) =>
    block === undefined ? [] : [partsOf(block)],
  );
}

function isFilled(parts: readonly Parts[]): boolean {
  return parts.some(({ contentStarts }) => contentStarts.length > 0);
}

function blanksIn(parts: readonly Parts[]): number {
  return parts.reduce((sum, { blankStarts }) => sum + blankStarts.length, 0);
}

/** A section in a text that `by` more units have been put into at `from`, where no heading is. */
function moved(section: Section, from: number, by: number): Section {
  const { span, headingSpan, titleSpan, number } = section;
  // A section that ends where the new text begins ended with the text, and takes it in.
  if (span.start < from)
    return span.end < from ? section : { ...section, span: { start: span.start, end: span.end + by } };
  return {
    ...section,
    span: shift(span, by),
    headingSpan: shift(headingSpan, by),
    titleSpan: shift(titleSpan, by),
    number: number && { ...number, span: shift(number.span, by) },
  };
}
