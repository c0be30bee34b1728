/** Tree to report: puts the facts of all blocks together. */
import type { Span } from '../base/span';
import { isMaskedValue } from '../syntax/mask/value';
import type { Parse } from '../syntax/types';
import { blockFacts, type TagFact } from './facts';
import { readFrontMatter } from './frontMatter';
import { buildOutline } from './sections';
import { buildSeries } from './series';
import type { Blank, MaskUse, MetricState, MetricUse, Paragraph, Report, Section } from './types';

/** Pure and total; every part of the answer has its place in `parse.text`. */
export function buildReport(parse: Parse): Report {
  const facts = parse.blocks.map(blockFacts);
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
  const cells = new Set(lines.flatMap((line) => (line.isCell ? [line.span.start] : [])));
  const titleSpan = outline.title?.span;
  const paragraphs = lines
    .filter((line) => line.span.start !== titleSpan?.start)
    .filter((line) => (textHeadings.get(line.span.start)?.end ?? 0) < line.span.end)
    .map(({ text, span }): Paragraph => {
      return { text, source: parse.text.slice(span.start, span.end), span, section: sectionAt(span.start) };
    });
  const metrics = facts.flatMap((block) => block.tags).map((tag) => metricUse(tag, sectionAt));
  const masks = facts
    .flatMap((block) => block.masks)
    .map(({ node, span }): MaskUse => ({
      kind: node.kind,
      text: node.value,
      unit: node.unit,
      span,
      section: sectionAt(span.start),
    }));
  return {
    text: parse.text,
    frontMatter: reading?.frontMatter,
    title: reading?.frontMatter.title ?? outline.title,
    sections: outline.sections,
    paragraphs,
    series: buildSeries(paragraphs.filter((paragraph) => !cells.has(paragraph.span.start))),
    metrics,
    masks,
    blanks: blanksOf(metrics, masks),
    problems: reading?.problems ?? [],
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

function metricUse({ node, span }: TagFact, sectionAt: (offset: number) => number | undefined): MetricUse {
  const shiftBy = span.start - (node.position?.start.offset ?? span.start);
  const move = (range: Span): Span => ({ start: range.start + shiftBy, end: range.end + shiftBy });
  return {
    id: node.id,
    value: node.value,
    state: stateOf(node),
    kind: node.kind,
    unit: node.unit,
    span,
    idSpan: move(node.idSpan),
    valueSpan: node.valueSpan && move(node.valueSpan),
    fault: node.fault,
    section: sectionAt(span.start),
  };
}

function stateOf({ fault, value }: TagFact['node']): MetricState {
  if (fault !== undefined) return 'malformed';
  if (value === undefined) return 'reference';
  return isMaskedValue(value) ? 'masked' : 'filled';
}

function blanksOf(metrics: readonly MetricUse[], masks: readonly MaskUse[]): readonly Blank[] {
  const blanks: Blank[] = masks.map((mask) => ({ ...mask, metric: undefined }));
  for (const { id, kind, value, valueSpan, unit, section } of metrics) {
    if (value === undefined || valueSpan === undefined || !isMaskedValue(value)) continue;
    blanks.push({ kind, text: value, span: valueSpan, metric: id, unit, section });
  }
  return blanks.sort((a, b) => a.span.start - b.span.start);
}
