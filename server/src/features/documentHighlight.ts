/** The tags of the metric at the cursor, those that give its value apart from those that repeat it; or the mask there, which stands for itself. */
import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { TagFact } from '../report/facts';
import { maskAt, tagAt } from '../workspace/at';
import { tagsOf } from '../workspace/tags';
import { toOffset, toRange } from './convert';
import { defineFeature, type PositionParams } from './feature';

export default defineFeature<PositionParams, DocumentHighlight[]>({
  method: 'textDocument/documentHighlight',
  capability: { documentHighlightProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { position }) {
    const { parse } = snapshot;
    const offset = toOffset(snapshot, position);
    const tag = tagAt(parse, offset);
    if (tag !== undefined) {
      // What is no tag yet for want of an id has nothing to do with others of its kind.
      const tags = tag.id === '' ? [tag] : [...tagsOf(snapshot, tag.id)];
      return tags.map((use) => ({ range: toRange(snapshot, use.span), kind: kindOf(use) }));
    }
    const mask = maskAt(parse, offset);
    return mask === undefined ? [] : [{ range: toRange(snapshot, mask.span), kind: text }];
  },
});

const text: DocumentHighlightKind = 1;
const read: DocumentHighlightKind = 2;
const write: DocumentHighlightKind = 3;

function kindOf({ value }: TagFact): DocumentHighlightKind {
  return value === undefined ? read : write;
}
