/** Sections of a report: from Markdown headings, or from lines such as `一、…` and `（一）…` where it has none. */
import { span, type Span } from '../base/span';
import type { HeadingFact, LineFact } from './facts';
import { headingNumber } from './numbering';
import type { Field, Section } from './types';

export interface Outline {
  readonly title: Field | undefined;
  readonly sections: readonly Section[];
}

interface Start {
  readonly rank: number;
  readonly id: string | undefined;
  readonly text: string;
  readonly form: Section['form'];
  /** The heading with its marks; the section begins at its line's start. */
  readonly headingSpan: Span;
  readonly textSpan: Span;
  /** What is written at `textSpan`, and perhaps after it. */
  readonly source: string;
  /** How far into its line the heading begins. */
  readonly indent: number;
  /** Whether the section's text begins on the heading's own line. */
  readonly isRunIn: boolean;
}

/** A line of prose in its place: `start` is its offset in the whole text. */
export interface PlacedLine {
  readonly fact: LineFact;
  readonly start: number;
}

/** `length` is that of the text; `contentStarts` are where all that fills a section begins, in any order. */
export function buildOutline(
  length: number,
  {
    headings,
    lines,
    contentStarts,
  }: { headings: readonly HeadingFact[]; lines: readonly PlacedLine[]; contentStarts: readonly number[] },
): Outline {
  const titleHeading = onlyTitle(headings);
  const bodyHeadings = headings.filter((heading) => heading !== titleHeading);
  const starts =
    bodyHeadings.length > 0
      ? bodyHeadings.map(fromHeading)
      : lines.flatMap(({ fact, start }) => (fact.isNested ? [] : fromLine(fact, start)));
  return { title: titleIn(headings, lines), sections: build(length, starts, contentStarts) };
}

/** The title of a report with these headings; of its lines no more than the first two matter. */
export function titleIn(headings: readonly HeadingFact[], lines: readonly PlacedLine[]): Field | undefined {
  const heading = onlyTitle(headings);
  return heading === undefined ? titleLine(headings, lines) : { value: heading.text, span: heading.textSpan };
}

/** A first-level heading is the title where it is the only one and no other heading precedes it. */
function onlyTitle(headings: readonly HeadingFact[]): HeadingFact | undefined {
  const first = headings[0];
  const isTitle = first?.depth === 1 && headings.filter((heading) => heading.depth === 1).length === 1;
  return isTitle && headingNumber(first.text) === undefined ? first : undefined;
}

function titleLine(headings: readonly HeadingFact[], lines: readonly PlacedLine[]): Field | undefined {
  const { fact: first, start = 0 } = lines[0] ?? {};
  if (headings.length > 0 || first === undefined || first.isNested || fromLine(first, start).length > 0)
    return undefined;
  const isTitle = first.text.length <= 80 && !/[。；：，,.;:]$/.test(first.text) && lines.length > 1;
  return isTitle ? { value: first.text, span: span(start, start + first.source.length) } : undefined;
}

function fromHeading(heading: HeadingFact): Start {
  return {
    rank: heading.depth,
    id: heading.id,
    text: heading.text,
    form: 'markdown',
    headingSpan: heading.span,
    textSpan: heading.textSpan,
    source: heading.source,
    indent: heading.indent,
    isRunIn: false,
  };
}

const textRanks: Readonly<Record<string, number>> = { 第一章: 1, '一、': 2, '（一）': 3 };

function fromLine(line: LineFact, start: number): Start[] {
  const number = headingNumber(line.text);
  const rank = number === undefined ? undefined : textRanks[number.style];
  if (rank === undefined) return [];
  // A run-in heading ends at its first full stop; what follows on the line is the section's text.
  const stop = line.text.indexOf('。');
  const isRunIn = stop >= 0 && stop < line.text.length - 1;
  if (isRunIn && stop > longestRunIn) return [];
  // Offsets of a heading with marks in it differ from those of its text; it then takes the whole line.
  const hasMarks = hasMarkedHeading(line);
  const end = isRunIn && !hasMarks ? start + stop + 1 : start + line.source.length;
  const heading = isRunIn ? line.text.slice(0, stop) : line.text.replace(/。$/, '');
  const textEnd = hasMarks ? end : Math.min(end, start + heading.length);
  return [
    {
      rank,
      id: undefined,
      text: heading,
      form: 'text',
      headingSpan: span(start, end),
      textSpan: span(start, textEnd),
      source: line.source,
      indent: line.indent,
      isRunIn,
    },
  ];
}

const longestRunIn = 60;

/** Whether there are marks, such as tags or emphasis, in what a line has up to its first full stop. */
export function hasMarkedHeading({ text, source }: Pick<LineFact, 'text' | 'source'>): boolean {
  const heading = text.slice(0, text.indexOf('。') + 1 || undefined);
  return heading.length === text.length ? text.length !== source.length : !source.startsWith(heading);
}

function build(length: number, starts: readonly Start[], filled: readonly number[]): Section[] {
  const ranks = [...new Set(starts.map((start) => start.rank))].sort((a, b) => a - b);
  const contentStarts = [...filled].sort((a, b) => a - b);
  const ends = nextOfRank(starts);
  const open: { index: number; level: number }[] = [];
  return starts.map((start, index): Section => {
    const level = ranks.indexOf(start.rank) + 1;
    while ((open[open.length - 1]?.level ?? 0) >= level) open.pop();
    const parent = open[open.length - 1]?.index;
    open.push({ index, level });
    const next = starts[index + 1];
    const end = ends[index];
    const number = headingNumber(start.text);
    const numberLength = number?.span.end ?? 0;
    const numberSpan = placeOf(start.text.slice(0, numberLength), start);
    const bodyEnd = next?.headingSpan.start ?? length;
    const isFilled = start.isRunIn || hasBetween(contentStarts, start.headingSpan.end, bodyEnd);
    const hasChild = next !== undefined && next.rank > start.rank;
    return {
      index,
      id: start.id,
      title: start.text.slice(numberLength).trim(),
      number: number && { ...number, span: numberSpan },
      level,
      parent,
      form: start.form,
      span: span(
        start.headingSpan.start - start.indent,
        end === undefined ? length : end.headingSpan.start - end.indent,
      ),
      headingSpan: start.headingSpan,
      titleSpan: span(numberSpan.end, start.textSpan.end),
      isEmpty: !isFilled && !hasChild,
    };
  });
}

/** Where the beginning of a heading's text stands in its source, which may have marks of emphasis before it. */
function placeOf(beginning: string, { source, textSpan: { start, end } }: Start): Span {
  const at = source.slice(0, end - start).indexOf(beginning);
  const from = at < 0 ? start : start + at;
  return span(from, Math.min(from + beginning.length, end));
}

/** For each start the next one of the same or an outer rank. */
function nextOfRank(starts: readonly Start[]): readonly (Start | undefined)[] {
  const ends: (Start | undefined)[] = [];
  const following: Start[] = [];
  for (let index = starts.length - 1; index >= 0; index--) {
    const start = starts[index];
    if (start === undefined) continue;
    while ((following[following.length - 1]?.rank ?? 0) > start.rank) following.pop();
    ends[index] = following[following.length - 1];
    following.push(start);
  }
  return ends;
}

/** Whether one of the ascending `offsets` lies in [start, end). */
function hasBetween(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? Infinity) < end;
}

/** A section as an outline shows it: its number and title, or its marks where it has none. `text` is that of the report. */
export function sectionName({ number, title, headingSpan }: Section, text: string): string {
  const mark = number === undefined ? '' : text.slice(number.span.start, number.span.end).trim();
  const space = /[.)]$/.test(mark) ? ' ' : '';
  return (mark + space + title).trim() || text.slice(headingSpan.start, headingSpan.end).trim() || '#';
}

/** Where a heading has the author's `{#id}`, of which this is the id alone. `text` is what is written at `headingSpan`. */
export function sectionIdSpan(id: string, { start }: Span, text: string): Span | undefined {
  const at = text.lastIndexOf(`{#${id}}`);
  return at < 0 ? undefined : span(start + at + 2, start + at + 2 + id.length);
}

/** The index of the innermost section at an offset: in document order and nested as they are, the last that begins before it. */
export function innermostAt(sections: readonly Section[], offset: number): number | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}
