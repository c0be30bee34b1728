/** The report's outline: its sections, whether Markdown headings or lines such as `一、…` begin them. */
import type { DocumentSymbol, Position, Range, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Span } from '../base/span';
import { blankCounts } from '../report/outline';
import { outlineFor } from '../workspace/outline';
import type { Snapshot } from '../workspace/snapshot';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

export default defineFeature<TextDocumentParams, DocumentSymbol[] | SymbolInformation[]>({
  method: 'textDocument/documentSymbol',
  capability: { documentSymbolProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, _params, ctx) {
    return ctx.client.symbolTree ? symbolTree(snapshot, ctx) : symbolList(snapshot);
  },
});

/** What editors use for headings. */
const headingKind: SymbolKind = 15;

function symbolTree(snapshot: Snapshot, ctx: FeatureContext): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const symbols: DocumentSymbol[] = [];
  const outline = outlineFor(snapshot);
  const blanks = blankCounts(outline);
  const place = placer(snapshot);
  for (const { index, parent, span, headingSpan } of outline.sections) {
    const count = blanks[index] ?? 0;
    const symbol: DocumentSymbol = {
      name: outline.names[index] ?? '',
      ...(count === 0 ? {} : { detail: ctx.say(blanksLeft(count)) }),
      kind: headingKind,
      range: place(span),
      selectionRange: place(headingSpan),
      children: [],
    };
    symbols[index] = symbol;
    (symbols[parent ?? -1]?.children ?? roots).push(symbol);
  }
  return roots;
}

function symbolList(snapshot: Snapshot): SymbolInformation[] {
  const { sections, names } = outlineFor(snapshot);
  const place = placer(snapshot);
  return sections.map(({ index, parent, span }) => ({
    name: names[index] ?? '',
    kind: headingKind,
    location: { uri: snapshot.uri, range: place(span) },
    ...(parent === undefined ? {} : { containerName: names[parent] ?? '' }),
  }));
}

/** Sections end where others begin: each place is looked up once. */
function placer({ lines }: Snapshot): (span: Span) => Range {
  const known = new Map<number, Position>();
  const positionAt = (offset: number): Position => {
    let position = known.get(offset);
    if (position === undefined) known.set(offset, (position = lines.positionAt(offset)));
    return position;
  };
  return ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) });
}

function blanksLeft(count: number): { en: string; zh: string } {
  return { en: count === 1 ? '1 blank' : `${count} blanks`, zh: `${count} 处待填` };
}
