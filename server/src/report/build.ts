/** Tree to report: puts the facts of all blocks together. */
import { lazy } from '../base/lazy';
import { shift } from '../base/span';
import { isMaskedValue } from '../syntax/mask/value';
import type { Block, Parse } from '../syntax/types';
import { blockFacts, type BlockFacts, type HeadingFact, type TagFact } from './facts';
import { readFrontMatter } from './frontMatter';
import { buildOutline } from './sections';
import { buildSeries } from './series';
import type { Blank, MaskUse, MetricUse, Paragraph, Report, Section } from './types';

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
  const placedLines = placed.flatMap(({ facts, by }) =>
    facts.lines.map((fact) => ({ fact, line: { ...fact, span: shift(fact.span, by) } })),
  );
  const lines = placedLines.map(({ line }) => line);
  const outline = buildOutline(length, {
    headings: placed.flatMap(({ facts, by }) => facts.headings.map((heading) => placedHeading(heading, by))),
    lines,
    content: [
      ...lines.map((line) => line.span),
      ...placed.flatMap(({ facts, by }) => facts.others.map((span) => shift(span, by))),
    ],
  });
  const sectionAt = sectionFinder(outline.sections);
  const textHeadings = new Map(
    outline.sections.flatMap(({ form, headingSpan }) =>
      form === 'text' ? [[headingSpan.start, headingSpan] as const] : [],
    ),
  );
  const titleSpan = outline.title?.span;
  const body = placedLines.filter(
    ({ line: { span } }) => span.start !== titleSpan?.start && (textHeadings.get(span.start)?.end ?? 0) < span.end,
  );
  const paragraphs = body.map(({ line: { text: seen, source, span } }): Paragraph => ({
    text: seen,
    source,
    span,
    section: sectionAt(span.start),
  }));
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
  const series = lazy(() =>
    buildSeries(
      body.flatMap(({ fact, line }, index) =>
        line.isCell ? [] : [{ fact, start: line.span.start, section: paragraphs[index]?.section }],
      ),
    ),
  );
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

function placedTag(tag: TagFact, by: number): TagFact {
  return {
    ...tag,
    span: shift(tag.span, by),
    idSpan: shift(tag.idSpan, by),
    valueSpan: tag.valueSpan && shift(tag.valueSpan, by),
  };
}

/** Sections are in document order and nested, so the innermost at an offset is the last that begins before it. */
function sectionFinder(sections: readonly Section[]): (offset: number) => number | undefined {
  return (offset) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sections[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : low - 1;
  };
}

function blanksOf(metrics: readonly MetricUse[], masks: readonly MaskUse[]): readonly Blank[] {
  const blanks: Blank[] = masks.map((mask) => ({ ...mask, metric: undefined }));
  for (const { id, kind, value, valueSpan, unit, section } of metrics) {
    if (value === undefined || valueSpan === undefined || !isMaskedValue(value)) continue;
    blanks.push({ kind, text: value, span: valueSpan, metric: id, unit, section });
  }
  return blanks.sort((a, b) => a.span.start - b.span.start);
}
