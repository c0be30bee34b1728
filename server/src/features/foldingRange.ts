/** What can be folded: sections, items of series, and whatever in a block runs over several lines. */
import type { FoldingRange } from 'vscode-languageserver-types';
import { foldsIn } from '../report/folds';
import { ownTextOf } from '../report/outline';
import { contentEnd, seriesItemsIn } from '../report/seriesItems';
import type { Section } from '../report/types';
import { outlineFor } from '../workspace/outline';
import type { Snapshot } from '../workspace/snapshot';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

export default defineFeature<TextDocumentParams, FoldingRange[]>({
  method: 'textDocument/foldingRange',
  capability: { foldingRangeProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, _params, { client }) {
    const { parse, sections } = outlineFor(snapshot);
    const lead = { start: 0, end: sections[0]?.span.start ?? parse.blocks.sum.length };
    const texts = [lead, ...sections.map((section) => ownTextOf(sections, section))];
    const folds = [
      ...sections.flatMap((section) => sectionFold(snapshot, section, client)),
      ...texts.flatMap((text) => seriesItemsIn(parse, text)).flatMap(({ start, end }) => linesOf(snapshot, start, end)),
      ...blockFolds(snapshot),
    ];
    return limited(onePerLine(folds), client.foldingLimit ?? Infinity);
  },
});

/** A run-in heading stands in the same line as its text, which a client that folds more than lines can hide alone. */
function sectionFold(snapshot: Snapshot, section: Section, client: FeatureContext['client']): FoldingRange[] {
  const { lines, parse } = snapshot;
  const { span, headingSpan } = section;
  const end = contentEnd(parse, { start: headingSpan.end, end: span.end });
  if (client.lineFolding || !isRunIn(snapshot, section)) return linesOf(snapshot, headingSpan.start, end);
  if (end === headingSpan.end) return [];
  const start = lines.positionAt(headingSpan.end);
  const { line: endLine, character: endCharacter } = lines.positionAt(end);
  return [{ startLine: start.line, startCharacter: start.character, endLine, endCharacter }];
}

function isRunIn({ parse, lines }: Snapshot, { form, headingSpan }: Section): boolean {
  if (form !== 'text') return false;
  const { line } = lines.positionAt(headingSpan.end);
  const lineEnd = lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  return contentEnd(parse, { start: headingSpan.end, end: lineEnd }) > headingSpan.end;
}

function linesOf({ lines }: Snapshot, start: number, end: number): FoldingRange[] {
  const startLine = lines.positionAt(start).line;
  const endLine = lines.positionAt(end).line;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}

function blockFolds({ parse }: Snapshot): FoldingRange[] {
  const folds: FoldingRange[] = [];
  parse.blocks.visit((block, { lineBreaks }) => {
    for (const { startLine, endLine, isComment } of foldsIn(block)) {
      const fold = { startLine: startLine + lineBreaks, endLine: endLine + lineBreaks };
      folds.push(isComment ? { ...fold, kind: 'comment' } : fold);
    }
  });
  return folds;
}

/** Editors show one fold for a line: that of a section before others, and of two others the one that comes first. */
function onePerLine(folds: readonly FoldingRange[]): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const fold of folds) if (!byLine.has(fold.startLine)) byLine.set(fold.startLine, fold);
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** The longest, which hold the others. */
function limited(folds: FoldingRange[], limit: number): FoldingRange[] {
  if (folds.length <= limit) return folds;
  const kept = folds.toSorted((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, limit);
  return kept.sort((a, b) => a.startLine - b.startLine);
}
