/** Completion in a report: tags, values and units, sections and their numbers, series, set phrases, and the front matter. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { isLiteralAt } from '../report/literal';
import { blocksAt } from '../workspace/at';
import { toOffset } from './convert';
import { completeClosing } from './completion/closing';
import { completeFrontMatter } from './completion/frontMatter';
import { completeNumber } from './completion/number';
import { placeAt, type Place } from './completion/place';
import { completeSection } from './completion/section';
import { completeSeries } from './completion/series';
import { completeTag, mostItems } from './completion/tag';
import { completeUnit } from './completion/unit';
import { defineFeature, type FeatureContext, type PositionParams } from './feature';

/** `context` says how the lists came to be opened; 2 is by one of the characters below. */
export interface CompletionParams extends PositionParams {
  readonly context?: { readonly triggerKind: number };
}

export default defineFeature<CompletionParams, CompletionItem[] | CompletionList>({
  method: 'textDocument/completion',
  capability: {
    completionProvider: {
      // A Chinese input method types `《《` and `：`, so they open the same lists. None of these opens one in plain prose: `、` and `）`
      // do behind the number of a heading, `>` behind a tag. A space would ask after every English word.
      triggerCharacters: ['<', '《', ':', '：', '#', '、', '）', '>'],
      resolveProvider: true,
    },
  },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { position, context }, ctx) {
    const place = placeAt(snapshot, toOffset(snapshot, position), context?.triggerKind !== 2);
    // Every item says which report it is of, so that more can be said of it when it is looked at.
    const items = itemsAt(place, ctx).map((item) => ({
      ...item,
      data: { ...(item.data as object), uri: snapshot.uri },
    }));
    return items.length < mostItems ? items : { isIncomplete: true, items };
  },
});

function itemsAt(place: Place, ctx: FeatureContext): CompletionItem[] {
  const inFrontMatter = completeFrontMatter(place, ctx);
  if (inFrontMatter !== undefined) return inFrontMatter;
  const { snapshot, offset } = place;
  for (const { block, facts, start } of blocksAt(snapshot.parse, { start: offset, end: offset })) {
    if (isLiteralAt(block, offset - start) || isInside(facts.frontMatter, offset - start)) return [];
  }
  return (
    completeTag(place, ctx) ??
    completeUnit(place, ctx) ?? [
      ...completeSection(place, ctx),
      ...completeClosing(place, ctx),
      ...completeSeries(place, ctx),
      ...completeNumber(place, ctx),
    ]
  );
}

function isInside(span: { readonly start: number; readonly end: number } | undefined, offset: number): boolean {
  return span !== undefined && span.start <= offset && offset < span.end;
}
