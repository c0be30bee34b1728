/** Above each heading whose section has blanks: how many are left. What it says is worked out when it is shown. */
import type { CodeLens } from 'vscode-languageserver-types';
import { blanksBySection } from './codeLens/sectionBlanks';
import { toRange } from './convert';
import { defineFeature, type TextDocumentParams } from './feature';

/** Sent back to have a lens resolved. */
export interface LensData {
  readonly uri: string;
  /** Index of the section. */
  readonly section: number;
}

export default defineFeature<TextDocumentParams, CodeLens[]>({
  method: 'textDocument/codeLens',
  capability: { codeLensProvider: { resolveProvider: true } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, _params, ctx) {
    const { report, uri } = snapshot;
    if (!ctx.settingsFor(uri).codeLens) return [];
    const blanks = blanksBySection(report);
    return report.sections
      .filter(({ index }) => blanks.has(index))
      .map(({ index, headingSpan }) => {
        const data: LensData = { uri, section: index };
        return { range: toRange(snapshot, headingSpan), data };
      });
  },
});
