/** Says whether there is something to rename under the cursor, and what of the text it is. */
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../base/lineIndex';
import { toRange } from './convert';
import { defineFeature, type FeatureContext, type PositionParams } from './feature';
import { refuseShipped } from './naming/families';
import { askedInFile, askedInReport, type Asked } from './naming/origin';

interface Prepared {
  readonly range: Range;
  readonly placeholder: string;
}

export default defineFeature<PositionParams, Prepared | null>({
  method: 'textDocument/prepareRename',
  capability: {},
  onBug: 'error',
  empty: () => null,
  handle: (snapshot, { position }, ctx) => answer(askedInReport(snapshot, position), snapshot, ctx),
  handleFile: async (file, { position }, ctx) => answer(await askedInFile(file, position), file, ctx),
});

function answer(asked: Asked | undefined, file: { readonly lines: LineIndex }, ctx: FeatureContext): Prepared | null {
  if (asked === undefined) return null;
  refuseShipped(asked.name, asked.origin.template, ctx);
  return { range: toRange(file, asked.name.span), placeholder: asked.name.id };
}
