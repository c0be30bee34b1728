/** The ids of all tags of one metric in a report change together as one of them is typed. */
import type { Range } from 'vscode-languageserver-types';
import { touches } from '../base/span';
import { tagAt, textIn } from '../workspace/at';
import { tagsOf } from '../workspace/tags';
import { toOffset, toRange } from './convert';
import { defineFeature, type PositionParams } from './feature';

/** As LSP names it; the types that we import have none for it. */
interface LinkedEditingRanges {
  readonly ranges: readonly Range[];
  readonly wordPattern: string;
}

export default defineFeature<PositionParams, LinkedEditingRanges | null>({
  method: 'textDocument/linkedEditingRange',
  capability: { linkedEditingRangeProvider: true },
  onBug: 'empty',
  empty: () => null,
  handle(snapshot, { position }) {
    const { parse } = snapshot;
    const offset = toOffset(snapshot, position);
    const tag = tagAt(parse, offset);
    if (tag === undefined || tag.id === '' || !touches(tag.idSpan, offset)) return null;
    // All ranges must read the same, which those of damaged tags need not do.
    const spans = [...tagsOf(snapshot, tag.id)]
      .map(({ idSpan }) => idSpan)
      .filter((span) => textIn(parse, span) === tag.id);
    const isOneOfThem = spans.some(({ start }) => start === tag.idSpan.start);
    if (spans.length < 2 || !isOneOfThem) return null;
    return { ranges: spans.map((span) => toRange(snapshot, span)), wordPattern };
  },
});

/**
 * What an id is made of. Clients read it without the flag for Unicode properties: so letters are whatever is neither ASCII nor white
 * space nor a punctuation mark of Chinese or European text.
 */
const wordPattern =
  '(?:[\\w.-]|[^\\x00-\\xbf\\u2000-\\u206f\\u3000-\\u303f\\ufe30-\\ufe6f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65])+';
