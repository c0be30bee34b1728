/** All places that name the metric or the section under the cursor: in reports, in templates and in data files. */
import type { Location } from 'vscode-languageserver-types';
import { defineFeature, type FeatureContext, type PositionParams } from './feature';
import { mentionsOf } from './naming/mentions';
import { askedInFile, askedInReport, type Asked } from './naming/origin';

interface ReferenceParams extends PositionParams {
  readonly context?: { readonly includeDeclaration?: boolean };
}

export default defineFeature<ReferenceParams, Location[]>({
  method: 'textDocument/references',
  capability: { referencesProvider: true },
  onBug: 'error',
  empty: () => [],
  handle: (snapshot, params, ctx) => answer(askedInReport(snapshot, params.position), params, ctx),
  handleFile: async (file, params, ctx) => answer(await askedInFile(file, params.position), params, ctx),
});

async function answer(
  asked: Asked | undefined,
  { context }: ReferenceParams,
  ctx: FeatureContext,
): Promise<Location[]> {
  if (asked === undefined) return [];
  const { all } = await mentionsOf(asked.name, asked.origin, ctx);
  return all
    .filter(({ isDefinition }) => !isDefinition || context?.includeDeclaration !== false)
    .map(({ uri, range }) => ({ uri, range }));
}
