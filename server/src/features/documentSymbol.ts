/** The report's outline: its sections, whether Markdown headings or lines such as `一、…` begin them. */
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { sectionName } from '../report/sections';
import type { Snapshot } from '../workspace/snapshot';
import { toRange } from './convert';
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
  const blanks = countBlanks(snapshot);
  for (const section of snapshot.report.sections) {
    const count = blanks.get(section.index) ?? 0;
    const symbol: DocumentSymbol = {
      name: sectionName(section, snapshot.text),
      ...(count === 0 ? {} : { detail: ctx.say(blanksLeft(count)) }),
      kind: headingKind,
      range: toRange(snapshot, section.span),
      selectionRange: toRange(snapshot, section.headingSpan),
      children: [],
    };
    symbols[section.index] = symbol;
    const parent = section.parent === undefined ? undefined : symbols[section.parent];
    (parent?.children ?? roots).push(symbol);
  }
  return roots;
}

function symbolList(snapshot: Snapshot): SymbolInformation[] {
  return snapshot.report.sections.map((section) => {
    const parent = section.parent === undefined ? undefined : snapshot.report.sections[section.parent];
    return {
      name: sectionName(section, snapshot.text),
      kind: headingKind,
      location: { uri: snapshot.uri, range: toRange(snapshot, section.span) },
      ...(parent === undefined ? {} : { containerName: sectionName(parent, snapshot.text) }),
    };
  });
}

function blanksLeft(count: number): { en: string; zh: string } {
  return { en: count === 1 ? '1 blank' : `${count} blanks`, zh: `${count} 处待填` };
}

/** Blanks by section, counting those of its subsections. */
function countBlanks({ report }: Snapshot): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const blank of report.blanks) {
    for (let at = blank.section; at !== undefined; at = report.sections[at]?.parent) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return counts;
}
