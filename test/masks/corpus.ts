/** Reads the annotated corpora, and what the parser finds in their texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { nodesOf, type PlacedNode } from '../syntax/nodes';

export interface CorpusMask {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
}

export interface Corpus {
  readonly file: string;
  /** With its annotations. */
  readonly source: string;
}

const lexicon = createLexicon();

/** The corpora of one half: `tuned`, which the rules were made with, or `held`, which they were not. */
export function corporaOf(half: 'tuned' | 'held'): readonly Corpus[] {
  const folder = new URL(half, import.meta.url);
  // Once a text has been looked at for the rules, it is held out no longer.
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({ file, source: readCorpus(`${half}/${file}`) }));
}

export function readCorpus(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** `⟦kind:text⟧` marks a mask; the marks are taken out. */
export function unmarked(source: string): { text: string; masks: readonly CorpusMask[] } {
  const masks: CorpusMask[] = [];
  let removed = 0;
  const text = source.replace(annotation, (whole, kind: string, mask: string, offset: number) => {
    masks.push({ kind, text: mask, start: offset - removed });
    removed += whole.length - mask.length;
    return mask;
  });
  return { text, masks };
}

/** The text as if every blank were filled: a digit for each character of a mask, so that all other signs are the author's. */
export function filled(source: string): string {
  return source.replace(annotation, (_, _kind: string, mask: string) => '1'.repeat(mask.length));
}

const annotation = /⟦(figure|date|name):([^⟧]*)⟧/g;

export function nodesIn(text: string): readonly PlacedNode[] {
  return nodesOf(parse(text, { mode: 'markdown', lexicon }));
}

export function masksIn(text: string): readonly CorpusMask[] {
  return nodesIn(text).flatMap(({ node, start }) =>
    node.type === 'mask' ? [{ kind: node.kind, text: node.value, start }] : [],
  );
}

export function emphasesIn(text: string): number {
  return nodesIn(text).filter(isEmphasis).length;
}

export function isEmphasis({ node }: PlacedNode): boolean {
  return node.type === 'strong' || node.type === 'emphasis';
}

export function shown({ kind, text, start }: CorpusMask): string {
  return `${kind} ${text} @${start}`;
}

/** The kind of sign a mask is made of, by which recall is told apart. */
export function familyOf({ text }: CorpusMask): string {
  return ['*', '＊', '×', 'X', 'x', 'Ｘ', '○', '〇', '□', '_', '?', '？'].find((sign) => text.includes(sign)) ?? 'word';
}

export function paragraphsOf(source: string): readonly string[] {
  return source.split(/\n{2,}/);
}
