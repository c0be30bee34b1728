/** Text to blocks, and an edit of the text to an edit of the blocks: what an edit does not touch stays the same object. */
import { lazy } from '../base/lazy';
import type { TextChange } from '../base/problem';
import { createSequence, type Sequence } from '../base/sequence';
import { blockMeasure, createBlock, inContext, type Surroundings } from './block';
import { cutBlocks } from './blocks';
import { blockLines } from './lines';
import type { Lexicon } from './mask/lexicon';
import { recut, type Window } from './recut';
import type { Block, Extent, Label, Mode, Parse } from './types';

export interface ParseOptions {
  readonly mode: Mode;
  readonly lexicon: Lexicon;
}

/** How many star masks make a document one that is full of them. */
const priorThreshold = 3;
/** Between the orders of two blocks at first; halved where blocks come in between, until all are numbered anew. */
const orderStep = 2 ** 20;

/** Parses any text. */
export function parse(text: string, { mode, lexicon }: ParseOptions): Parse {
  const drafts = cutBlocks(text, mode).map(({ text: own, form }, index) =>
    createBlock(own, { form, order: (index + 1) * orderStep, mode, lexicon }),
  );
  const blocks = createSequence(drafts, blockMeasure);
  const surroundings: Surroundings = { mode, lexicon, prior: isFull(blocks), labels: new Set(blocks.sum.defines) };
  return finished(placed(blocks, surroundings), surroundings, text);
}

/** The parse of the text after a change, equal to a parse from scratch. A span outside the text is moved to its nearest end. */
export function reparse(previous: Parse, { span, newText }: TextChange): Parse {
  const { length } = previous.blocks.sum;
  const start = Math.max(0, Math.min(span.start, span.end, length));
  const end = Math.max(start, Math.min(Math.max(span.start, span.end), length));
  if (start === end && newText === '') return previous;
  return spliced(previous, recut(previous, { span: { start, end }, newText }));
}

function spliced(previous: Parse, { from, to, pieces }: Window): Parse {
  const { mode, lexicon, blocks } = previous;
  const orders = ordersBetween(blocks.at(from - 1)?.order ?? 0, blocks.at(to)?.order, pieces.length);
  // No room is left between the orders, which a few dozen blocks written at one place bring about.
  if (orders === undefined) return spliced(renumbered(previous), { from, to, pieces });
  const drafts = pieces.map(({ text, form }, index) =>
    createBlock(text, { form, order: orders[index] ?? 0, mode, lexicon }),
  );
  const edited = blocks.replace(from, to, drafts);
  const labels = isSame(edited.sum.defines, blocks.sum.defines) ? previous.labels : new Set(edited.sum.defines);
  const surroundings: Surroundings = { mode, lexicon, prior: isFull(edited), labels };
  if (surroundings.prior !== previous.prior || labels !== previous.labels) {
    return finished(placed(edited, surroundings), surroundings);
  }
  const inPlace = drafts.map((draft) => inContext(draft, surroundings));
  const isUnchanged = inPlace.every((block, index) => block === drafts[index]);
  return finished(isUnchanged ? edited : blocks.replace(from, to, inPlace), surroundings);
}

/** All blocks as they are read in their document. */
function placed(blocks: Sequence<Block, Extent>, surroundings: Surroundings): Sequence<Block, Extent> {
  let isUnchanged = true;
  const items = [...blocks].map((block) => {
    const own = inContext(block, surroundings);
    isUnchanged &&= own === block;
    return own;
  });
  return isUnchanged ? blocks : createSequence(items, blockMeasure);
}

function finished(
  blocks: Sequence<Block, Extent>,
  { mode, lexicon, prior, labels }: Surroundings,
  text?: string,
): Parse {
  const joined = lazy(() => text ?? [...blocks].map((block) => block.text).join(''));
  const lines = lazy(() => blockLines(blocks));
  return {
    mode,
    lexicon,
    blocks,
    prior,
    labels,
    get text() {
      return joined();
    },
    get lines() {
      return lines();
    },
  };
}

function isFull({ sum }: Sequence<Block, Extent>): boolean {
  return sum.starMasks >= priorThreshold;
}

function ordersBetween(low: number, high: number | undefined, count: number): readonly number[] | undefined {
  const step = high === undefined ? orderStep : (high - low) / (count + 1);
  const orders = Array.from({ length: count }, (_, index) => low + step * (index + 1));
  const isRising = [...orders, high ?? Infinity].every((order, index) => order > (orders[index - 1] ?? low));
  return isRising ? orders : undefined;
}

function renumbered(parse: Parse): Parse {
  const blocks = [...parse.blocks].map((block, index) => ({ ...block, order: (index + 1) * orderStep }));
  return { ...finished(createSequence(blocks, blockMeasure), parse) };
}

function isSame(left: readonly Label[], right: readonly Label[]): boolean {
  return left === right || (left.length === right.length && left.every((label, index) => label === right[index]));
}
