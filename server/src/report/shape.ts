/** What the structure of a report depends on in one block, without places: while it stays, an edit moves sections and no more. */
import type { Block } from '../syntax/types';
import { blockFacts, type LineFact } from './facts';
import { saysAttachment } from './attachments';
import { headingNumber } from './numbering';
import { hasMarkedHeading } from './sections';
import { marksIn } from './series';

export interface ShapeOptions {
  /** Says which parts of the template a line could be. */
  readonly roles: (line: string) => string;
  /** Whether the place of a metric's tags among the sections matters. */
  readonly isPlaced: (id: string) => boolean;
  /** Whether lines count, since closing parts are looked for among the last of them. */
  readonly isNearEnd: boolean;
  /** Whether the report's first line may be among these, which can be its title. */
  readonly isFirst: boolean;
}

/** Equal for two texts of a block that give a report the same sections, series and parts. */
export function shapeOf(block: Block, { roles, isPlaced, isNearEnd, isFirst }: ShapeOptions): string {
  const { frontMatter, headings, lines, others, tags } = blockFacts(block);
  if (frontMatter !== undefined) return block.text;
  const [title] = isFirst && headings.length === 0 ? lines : [];
  const parts: { readonly at: number; readonly part: string }[] = [
    ...headings.map(({ span, depth, id, text }) => ({ at: span.start, part: JSON.stringify([depth, id, text]) })),
    ...others.map(({ start }) => ({ at: start, part: 'content' })),
    ...lines.map((line) => ({ at: line.span.start, part: lineShape(line, roles) })),
    ...tags.filter(({ id }) => isPlaced(id)).map(({ span, id }) => ({ at: span.start, part: `<<${id}>>` })),
    ...(title === undefined ? [] : [{ at: title.span.start, part: JSON.stringify(title.text.slice(0, longestTitle)) }]),
  ];
  parts.sort((a, b) => a.at - b.at);
  const isListed = (index: number): boolean =>
    isNearEnd || parts[index]?.part !== 'content' || parts[index - 1]?.part !== 'content';
  return parts
    .filter((_, index) => isListed(index))
    .map(({ part }) => part)
    .join('\n');
}

function lineShape(line: LineFact, roles: (line: string) => string): string {
  const { text, source, isNested, isCell } = line;
  // A line that could be a heading says all that a section takes from it.
  const isNumbered = !isNested && headingNumber(text) !== undefined;
  const heading = isNumbered ? JSON.stringify([text, hasMarkedHeading(line)]) : '';
  const attachment = !isCell && saysAttachment(text) ? JSON.stringify([source, text]) : '';
  const marks = isCell ? [] : marksIn(line).map(({ mark, isInitial }) => (isInitial ? `^${mark}` : mark));
  const shape = [heading, attachment, marks.join(), roles(text)].join('|');
  return shape === '|||' ? 'content' : shape;
}

/** A longer line is no title, and what is written behind this makes it none. */
const longestTitle = 81;
