/** Selections that grow as an author reads: word, figure, clause, sentence, paragraph, item, section, report. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { touches, type Span } from '../base/span';
import type { Snapshot } from '../workspace/snapshot';
import { toOffset, toRange } from './convert';
import { defineFeature, type TextDocumentParams } from './feature';
import { spansAround } from './selectionRange/spans';

interface SelectionRangeParams extends TextDocumentParams {
  readonly positions: readonly Position[];
}

export default defineFeature<SelectionRangeParams, SelectionRange[]>({
  method: 'textDocument/selectionRange',
  capability: { selectionRangeProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle: (snapshot, { positions }) => positions.map((position) => selectionAt(snapshot, toOffset(snapshot, position))),
});

/** From the shortest span on, each that holds the one before and more; the whole text is the last. */
function selectionAt(snapshot: Snapshot, offset: number): SelectionRange {
  const spans = spansAround(snapshot, offset).filter((span) => touches(span, offset));
  const growing: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const { start, end } = growing.at(-1) ?? { start: offset, end: offset };
    const isMore = span.end - span.start > end - start;
    if (isMore && span.start <= start && end <= span.end) growing.push(span);
  }
  const whole = { start: 0, end: snapshot.parse.blocks.sum.length };
  let selection: SelectionRange = { range: toRange(snapshot, growing.pop() ?? whole) };
  for (const span of growing.reverse()) selection = { range: toRange(snapshot, span), parent: selection };
  return selection;
}
