/**
 * Above each heading whose section has blanks: how many are left. In a template, above each metric: how many reports use it. What they
 * say is worked out when they are shown.
 */
import type { CodeLens } from 'vscode-languageserver-types';
import { blankCounts } from '../report/outline';
import { placesIn } from '../template/places';
import { outlineFor } from '../workspace/outline';
import { toRange } from './convert';
import { defineFeature, type TextDocumentParams } from './feature';

/** Sent back to have a lens resolved. */
export type LensData =
  | {
      readonly kind: 'section';
      readonly uri: string;
      /** Its index. */
      readonly section: number;
    }
  | { readonly kind: 'metric'; readonly uri: string; readonly id: string };

export default defineFeature<TextDocumentParams, CodeLens[]>({
  method: 'textDocument/codeLens',
  capability: { codeLensProvider: { resolveProvider: true } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, _params, ctx) {
    const { uri } = snapshot;
    if (!ctx.settingsFor(uri).codeLens) return [];
    const outline = outlineFor(snapshot);
    const blanks = blankCounts(outline);
    return outline.sections
      .filter(({ index }) => (blanks[index] ?? 0) > 0)
      .map(({ index, headingSpan }) => {
        const data: LensData = { kind: 'section', uri, section: index };
        return { range: toRange(snapshot, headingSpan), data };
      });
  },
  handleFile(file, _params, ctx) {
    const { kind, uri } = file;
    if (kind !== 'template' || !ctx.settingsFor(uri).codeLens) return [];
    return placesIn(file)
      .metrics.filter(({ isDefinition }) => isDefinition)
      .map(({ id, span }) => {
        const data: LensData = { kind: 'metric', uri, id };
        return { range: toRange(file, span), data };
      });
  },
});
