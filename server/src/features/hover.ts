/** What is known of the metric, the mask, the heading or the line of the front matter under the cursor, and what is found there. */
import type { Hover } from 'vscode-languageserver-types';
import { touches } from '../base/span';
import { maskAt, tagAt } from '../workspace/at';
import type { Snapshot } from '../workspace/snapshot';
import { toMarkup, toOffset, toRange } from './convert';
import { defineFeature, type FeatureContext, type PositionParams } from './feature';
import { hoverInFile } from './hover/file';
import { findingLines, findingsAt } from './hover/findings';
import { frontMatterLines } from './hover/frontMatter';
import { headingLines } from './hover/heading';
import { maskLines } from './hover/mask';
import { metricLines } from './hover/metric';
import { itemised, type Told } from './hover/wording';

export default defineFeature<PositionParams, Hover | null>({
  method: 'textDocument/hover',
  capability: { hoverProvider: true },
  onBug: 'empty',
  empty: () => null,
  handle(snapshot, { position }, ctx) {
    const offset = toOffset(snapshot, position);
    const told = toldAt(snapshot, offset, ctx);
    const findings = findingsAt(snapshot, offset);
    const lines = [...(told?.lines ?? []), ...itemised(findingLines(findings, ctx))];
    if (lines.length === 0) return null;
    const span = told?.span ?? findings[0]?.span;
    return { contents: toMarkup(lines, ctx.client), ...(span && { range: toRange(snapshot, span) }) };
  },
  handleFile: hoverInFile,
});

/** Undefined where only findings can be told of. */
function toldAt(snapshot: Snapshot, offset: number, ctx: FeatureContext): Told | undefined {
  const tag = tagAt(snapshot.parse, offset);
  if (tag !== undefined) return { span: tag.span, lines: metricLines(snapshot, tag, ctx) };
  const mask = maskAt(snapshot.parse, offset);
  if (mask !== undefined) return { span: mask.span, lines: maskLines(snapshot, mask, ctx) };
  const { frontMatter } = snapshot;
  if (frontMatter !== undefined && touches(frontMatter.span, offset)) {
    return frontMatterLines(snapshot, frontMatter, offset, ctx);
  }
  return headingLines(snapshot, offset, ctx);
}
