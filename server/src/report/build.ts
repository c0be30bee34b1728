/** Tree to report: puts the facts of all blocks together. */
import { shift } from '../base/span';
import { isMaskedValue } from '../syntax/mask/value';
import type { Parse } from '../syntax/types';
import { blockFacts, type BlockFacts, type TagFact } from './facts';
import { readFrontMatter } from './frontMatter';
import { buildOutline } from './sections';
import { buildSeries } from './series';
import type { Blank, MaskUse, MetricUse, Paragraph, Report, Section } from './types';

/** Pure and total; every part of the answer has its place in `parse.text`. What a block holds is worked out once for each block. */
export function buildReport(parse: Parse): Report {
  const facts: BlockFacts[] = [];
  parse.blocks.visit((block, { length }) => facts.push(placedFacts(blockFacts(block), length)));
  const frontMatterSpan = facts.find((block) => block.frontMatter !== undefined)?.frontMatter;
  const reading = frontMatterSpan && readFrontMatter(parse.text, frontMatterSpan);
  const lines = facts.flatMap((block) => block.lines);
  const outline = buildOutline(parse.text, {
    headings: facts.flatMap((block) => block.headings),
    lines,
    content: [...lines.map((line) => line.span), ...facts.flatMap((block) => block.others)],
  });
  const sectionAt = sectionFinder(outline.sections);
  const textHeadings = new Map(
    outline.sections.flatMap(({ form, headingSpan }) =>
      form === 'text' ? [[headingSpan.start, headingSpan] as const] : [],
    ),
  );
  const titleSpan = outline.title?.span;
  const body = lines
    .filter((line) => line.span.start !== titleSpan?.start)
    .filter((line) => (textHeadings.get(line.span.start)?.end ?? 0) < line.span.end);
  const paragraphs = body.map(({ text, span }): Paragraph => {
    return { text, source: parse.text.slice(span.start, span.end), span, section: sectionAt(span.start) };
  });
  const metrics = facts.flatMap(({ tags }) =>
    tags.map((tag): MetricUse => ({ ...tag, section: sectionAt(tag.span.start) })),
  );
  const masks = facts.flatMap((block) =>
    block.masks.map((mask): MaskUse => ({ ...mask, section: sectionAt(mask.span.start) })),
  );
  return {
    text: parse.text,
    frontMatter: reading?.frontMatter,
    title: reading?.frontMatter.title ?? outline.title,
    sections: outline.sections,
    paragraphs,
    series: buildSeries(paragraphs.filter((_, index) => body[index]?.isCell === false)),
    metrics,
    masks,
    blanks: blanksOf(metrics, masks),
    problems: reading?.problems ?? [],
  };
}

/** The facts of a block that begins at an offset of the whole text. */
function placedFacts(facts: BlockFacts, by: number): BlockFacts {
  if (by === 0) return facts;
  const { frontMatter, headings, lines, tags, masks, others } = facts;
  return {
    frontMatter: frontMatter && shift(frontMatter, by),
    headings: headings.map((each) => ({ ...each, span: shift(each.span, by), textSpan: shift(each.textSpan, by) })),
    lines: lines.map((line) => ({ ...line, span: shift(line.span, by) })),
    tags: tags.map((tag) => placedTag(tag, by)),
    masks: masks.map((mask) => ({ ...mask, span: shift(mask.span, by) })),
    others: others.map((span) => shift(span, by)),
  };
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
