/** One block: what is known of it before its tree is made, and how blocks add up. */
import type { Measure } from '../base/sequence';
import { definedIn, mentionedIn } from './labels';
import type { Lexicon } from './mask/lexicon';
import { scanMasks } from './mask/scan';
import { treeOf } from './tree';
import type { Block, Extent, Label, Mode } from './types';

/** A block longer than this is read for tags and masks alone, without Markdown, so that no text can hang the parser. */
export const longestBlock = 60_000;

/**
 * So is a block in which a line stands in 50 quotations and lists or more, in one line or by its indent: no author writes one,
 * and micromark's time grows with the square of the depth.
 */
function isDeep(text: string): boolean {
  return /(?:^|[\r\n])(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){50}|(?:^|[\r\n])[ \t]{100,}(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])/.test(
    text,
  );
}

/** What a block takes from the document around it. */
export interface Surroundings {
  readonly mode: Mode;
  readonly lexicon: Lexicon;
  readonly prior: boolean;
  readonly labels: ReadonlySet<Label>;
}

/** A block as it is read by itself; `inContext` then gives it its place in a document. */
export function createBlock(
  text: string,
  { form, order, mode, lexicon }: Pick<Block, 'form' | 'order'> & Pick<Surroundings, 'mode' | 'lexicon'>,
): Block {
  const scan = scanMasks(text, { mode, lexicon });
  const isFlat = mode === 'plain' || text.length > longestBlock || isDeep(text);
  const block = {
    text,
    form: isFlat ? ('flat' as const) : form,
    order,
    lexicon,
    scan,
    masks: scan.masks,
    defines: none,
    refersTo: none,
    lineBreaks: countLineBreaks(text),
  } satisfies Block;
  if (block.form === 'markdown' && text.includes(']:')) block.defines = definedIn(treeOf(block));
  return block;
}

/** The block as it is read in a document; the same object where nothing changes. */
export function inContext(block: Block, { prior, labels }: Surroundings): Block {
  const refersTo = block.form === 'flat' ? none : mentionedIn(block.text, labels);
  const masks = prior ? block.scan.likelyMasks : block.scan.masks;
  if (isSame(refersTo, block.refersTo) && areSameMasks(masks, block.masks)) return block;
  return { ...block, masks: areSameMasks(masks, block.masks) ? block.masks : masks, refersTo };
}

const none: readonly Label[] = [];

export const blockMeasure: Measure<Block, Extent> = {
  empty: { length: 0, lineBreaks: 0, starMasks: 0, defines: none, lastOrder: 0 },
  of: ({ text, lineBreaks, scan, defines, order }) => ({
    length: text.length,
    lineBreaks,
    starMasks: scan.starMasks,
    defines,
    lastOrder: order,
  }),
  join: (left, right) => ({
    length: left.length + right.length,
    lineBreaks: left.lineBreaks + right.lineBreaks,
    starMasks: left.starMasks + right.starMasks,
    defines: joined(left.defines, right.defines),
    lastOrder: Math.max(left.lastOrder, right.lastOrder),
  }),
};

function joined(left: readonly Label[], right: readonly Label[]): readonly Label[] {
  return right.length === 0 ? left : left.length === 0 ? right : [...left, ...right];
}

function isSame(left: readonly Label[], right: readonly Label[]): boolean {
  return left.length === right.length && left.every((label, index) => label === right[index]);
}

function areSameMasks(left: Block['masks'], right: Block['masks']): boolean {
  return (
    left === right ||
    (left.length === right.length &&
      left.every(({ start, end, kind }, index) => {
        const other = right[index];
        return start === other?.start && end === other.end && kind === other.kind;
      }))
  );
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
