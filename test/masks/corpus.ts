/** Reads the annotated corpora, and measures what the scanner finds in a text against the masks annotated in it. */
import { readFileSync } from 'node:fs';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { nodesOf } from '../syntax/nodes';

export interface CorpusMask {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
}

/** What was annotated, what of it was found with its kind, and what was found besides. */
export interface Measure {
  readonly annotated: readonly CorpusMask[];
  readonly hits: readonly CorpusMask[];
  readonly misses: readonly CorpusMask[];
  readonly falseHits: readonly CorpusMask[];
}

const lexicon = createLexicon();

export function readCorpus(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** `⟦kind:text⟧` marks a mask; the marks are taken out. */
export function unmarked(source: string): { text: string; masks: readonly CorpusMask[] } {
  const masks: CorpusMask[] = [];
  let removed = 0;
  const text = source.replace(/⟦(figure|date|name):([^⟧]*)⟧/g, (whole, kind: string, mask: string, offset: number) => {
    masks.push({ kind, text: mask, start: offset - removed });
    removed += whole.length - mask.length;
    return mask;
  });
  return { text, masks };
}

export function masksIn(text: string): readonly CorpusMask[] {
  return nodesOf(parse(text, { mode: 'markdown', lexicon })).flatMap(({ node, start }) =>
    node.type === 'mask' ? [{ kind: node.kind, text: node.value, start }] : [],
  );
}

export function emphasesIn(text: string): number {
  const nodes = nodesOf(parse(text, { mode: 'markdown', lexicon }));
  return nodes.filter(({ node }) => node.type === 'strong' || node.type === 'emphasis').length;
}

export function measure(source: string): Measure {
  const { text, masks: annotated } = unmarked(source);
  const found = masksIn(text);
  const among = (list: readonly CorpusMask[]): ((mask: CorpusMask) => boolean) => {
    const keys = new Set(list.map(shown));
    return (mask) => keys.has(shown(mask));
  };
  return {
    annotated,
    hits: annotated.filter(among(found)),
    misses: annotated.filter((mask) => !among(found)(mask)),
    falseHits: found.filter((mask) => !among(annotated)(mask)),
  };
}

export function shown({ kind, text, start }: CorpusMask): string {
  return `${kind} ${text} @${start}`;
}

/** The kind of sign a mask is made of, by which recall is told apart. */
export function familyOf({ text }: CorpusMask): string {
  return ['*', '＊', '×', 'X', 'x', '○', '〇', '□', '_'].find((sign) => text.includes(sign)) ?? 'word';
}

export function paragraphsOf(source: string): readonly string[] {
  return source.split(/\n{2,}/);
}
