/** Sections and the front matter can be folded. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Span } from '../base/span';
import type { Snapshot } from '../workspace/snapshot';
import { defineFeature, type TextDocumentParams } from './feature';

export default defineFeature<TextDocumentParams, FoldingRange[]>({
  method: 'textDocument/foldingRange',
  capability: { foldingRangeProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot) {
    const { frontMatter, sections } = snapshot.report;
    const spans = [
      ...(frontMatter === undefined ? [] : [frontMatter.span]),
      ...sections.map((section) => section.span),
    ];
    return spans.flatMap((span) => foldOf(snapshot, span));
  },
});

/** From the first line to the last that is not blank; nothing where they are the same. */
function foldOf(snapshot: Snapshot, { start, end }: Span): FoldingRange[] {
  const { text, lines } = snapshot;
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  const startLine = lines.positionAt(start).line;
  const endLine = lines.positionAt(last).line;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}
