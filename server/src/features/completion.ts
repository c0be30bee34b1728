/** Completion of metric ids and values in tags, of the front matter, and of the sections that the template still asks for. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { toOffset } from './convert';
import { completeFrontMatter } from './completion/frontMatter';
import { completeSection } from './completion/section';
import { completeTag } from './completion/tag';
import type { Place } from './completion/place';
import { defineFeature, type PositionParams } from './feature';

export default defineFeature<PositionParams, CompletionItem[]>({
  method: 'textDocument/completion',
  // A Chinese input method types `《《` and `：`, so they open the same lists. A space would ask after every English word.
  capability: { completionProvider: { triggerCharacters: ['<', '《', ':', '：', '#'] } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { position }, ctx) {
    const offset = toOffset(snapshot, position);
    const { line } = snapshot.lines.positionAt(offset);
    const start = snapshot.lines.offsetAt({ line, character: 0 });
    const end = snapshot.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    const place: Place = {
      snapshot,
      offset,
      before: snapshot.text.slice(start, offset),
      after: snapshot.text.slice(offset, end),
    };
    return completeFrontMatter(place, ctx) ?? completeTag(place, ctx) ?? completeSection(place, ctx) ?? [];
  },
});
