/** What is known about the metric, the mask or the section under the cursor. */
import type { Hover } from 'vscode-languageserver-types';
import { touches, type Span } from '../base/span';
import type { MetricUse, Section } from '../report/types';
import type { Snapshot } from '../workspace/snapshot';
import { escapeMarkdown, toMarkup, toOffset, toRange } from './convert';
import { defineFeature, type FeatureContext, type PositionParams } from './feature';
import { describeMask, describeMetric, describeSection } from './hover/describe';

export default defineFeature<PositionParams, Hover | null>({
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  onBug: 'empty',
  empty: () => null,
  handle(snapshot, { position }, ctx) {
    const offset = toOffset(snapshot, position);
    const { report } = snapshot;
    const metric = report.metrics.find((use) => touches(use.span, offset));
    if (metric !== undefined) return answer(snapshot, ctx, metric.span, metricLines(snapshot, metric, ctx));
    const mask = report.masks.find((use) => touches(use.span, offset));
    if (mask !== undefined) return answer(snapshot, ctx, mask.span, describeMask(mask).map(ctx.say));
    const section = report.sections.find((each) => touches(each.headingSpan, offset));
    if (section !== undefined) return answer(snapshot, ctx, section.headingSpan, sectionLines(snapshot, section, ctx));
    return null;
  },
});

function answer(snapshot: Snapshot, ctx: FeatureContext, span: Span, lines: readonly string[]): Hover | null {
  if (lines.length === 0) return null;
  return { contents: toMarkup(lines, ctx.client), range: toRange(snapshot, span) };
}

function metricLines(snapshot: Snapshot, use: MetricUse, ctx: FeatureContext): string[] {
  const binding = snapshot.analysis.bindings.get(use.id);
  const elsewhere = [...(binding?.values.values() ?? [])]
    .filter((other) => other !== use && other.value !== undefined)
    .map((other) => ({ value: other.value ?? '', line: snapshot.lines.positionAt(other.span.start).line + 1 }));
  return describeMetric({ use, definition: binding?.definition, elsewhere }).map(ctx.say);
}

function sectionLines(snapshot: Snapshot, section: Section, ctx: FeatureContext): string[] {
  const entry = snapshot.analysis.outline.find(
    ({ placement }) => placement.kind === 'section' && placement.section.index === section.index,
  );
  if (entry === undefined) return [];
  const blanks = snapshot.report.blanks.filter((blank) => touches(section.span, blank.span.start)).length;
  return [`**${escapeMarkdown(entry.requirement.title)}**`, ...describeSection(entry, blanks).map(ctx.say)];
}
