/** Tree to report: puts the facts of all blocks together. */
import { lazy } from '../base/lazy';
import { shift } from '../base/span';
import type { Block, Parse } from '../syntax/types';
import { blockFacts, isBlank, type BlockFacts, type HeadingFact, type TagFact } from './facts';
import { readFrontMatter } from './frontMatter';
import { buildOutline, innermostAt, type PlacedLine } from './sections';
import { buildSeries, type ProseLine } from './series';
import type { Blank, MaskUse, MetricUse, Paragraph, Report } from './types';

/**
 * Pure and total; every part of the answer has its place in `parse.text`. What a block holds is worked out once for each block,
 * and metrics, masks and blanks when they are first asked for.
 */
export function buildReport(parse: Parse): Report {
  const placed: { readonly facts: BlockFacts; readonly by: number; readonly block: Block }[] = [];
  parse.blocks.visit((block, { length: by }) => placed.push({ facts: blockFacts(block), by, block }));
  const { length } = parse.blocks.sum;
  const head = placed.find(({ facts }) => facts.frontMatter !== undefined);
  const reading =
    head?.facts.frontMatter &&
    readFrontMatter(byteOrderMark(head.by) + head.block.text, shift(head.facts.frontMatter, head.by));
  const lines: PlacedLine[] = [];
  const headings: HeadingFact[] = [];
  const contentStarts: number[] = [];
  for (const { facts, by } of placed) {
    for (const fact of facts.lines) lines.push({ fact, start: fact.span.start + by });
    for (const heading of facts.headings) headings.push(placedHeading(heading, by));
    for (const { start } of facts.others) contentStarts.push(start + by);
  }
  for (const { start } of lines) contentStarts.push(start);
  const outline = buildOutline(length, { headings, lines, contentStarts });
  const sectionAt = (offset: number): number | undefined => innermostAt(outline.sections, offset);
  const textHeadings = new Map(
    outline.sections.flatMap(({ form, headingSpan }) =>
      form === 'text' ? [[headingSpan.start, headingSpan] as const] : [],
    ),
  );
  const titleStart = outline.title?.span.start;
  const paragraphs: Paragraph[] = [];
  const prose: ProseLine[] = [];
  for (const { fact, start } of lines) {
    const end = start + fact.source.length;
    if (start === titleStart || (textHeadings.get(start)?.end ?? 0) >= end) continue;
    const section = sectionAt(start);
    paragraphs.push({ text: fact.text, source: fact.source, span: { start, end }, section });
    if (!fact.isCell) prose.push({ fact, start, section });
  }
  const metrics = lazy(() =>
    placed.flatMap(({ facts, by }) =>
      facts.tags.map((tag): MetricUse => ({ ...placedTag(tag, by), section: sectionAt(tag.span.start + by) })),
    ),
  );
  const masks = lazy(() =>
    placed.flatMap(({ facts, by }) =>
      facts.masks.map((mask): MaskUse => ({
        ...mask,
        span: shift(mask.span, by),
        section: sectionAt(mask.span.start + by),
      })),
    ),
  );
  const blanks = lazy(() => blanksOf(metrics(), masks()));
  const series = lazy(() => buildSeries(prose));
  return {
    length,
    get text() {
      return parse.text;
    },
    frontMatter: reading?.frontMatter,
    title: reading?.frontMatter.title ?? outline.title,
    sections: outline.sections,
    paragraphs,
    problems: reading?.problems ?? [],
    get series() {
      return series();
    },
    get metrics() {
      return metrics();
    },
    get masks() {
      return masks();
    },
    get blanks() {
      return blanks();
    },
  };
}

/** Nothing else can stand before front matter. */
function byteOrderMark(length: number): string {
  return '\ufeff'.repeat(length);
}

function placedHeading(heading: HeadingFact, by: number): HeadingFact {
  return { ...heading, span: shift(heading.span, by), textSpan: shift(heading.textSpan, by) };
}

/** A tag of a block in the whole text. */
export function placedTag(tag: TagFact, by: number): TagFact {
  return {
    ...tag,
    span: shift(tag.span, by),
    idSpan: shift(tag.idSpan, by),
    valueSpan: tag.valueSpan && shift(tag.valueSpan, by),
  };
}

function blanksOf(metrics: readonly MetricUse[], masks: readonly MaskUse[]): readonly Blank[] {
  const blanks: Blank[] = masks.map((mask) => ({ ...mask, metric: undefined }));
  for (const { id, kind, value, valueSpan, unit, section } of metrics.filter(isBlank)) {
    blanks.push({ kind, text: value, span: valueSpan, metric: id, unit, section });
  }
  return blanks.sort((a, b) => a.span.start - b.span.start);
}
