/** What stands at one place of a text, found by way of its block: costs the same in a long report as in a short one. */
import { shift, type Span } from '../base/span';
import { placedTag } from '../report/build';
import { blockFacts, type BlockFacts, type MaskFact, type TagFact } from '../report/facts';
import type { Block, Parse } from '../syntax/types';

/** A block and the offset at which it begins. */
export interface PlacedBlock {
  readonly block: Block;
  readonly facts: BlockFacts;
  readonly start: number;
}

/** A line without its ending. */
export interface PlacedText {
  readonly text: string;
  readonly start: number;
}

/** The blocks that the span lies in or touches, in order. */
export function blocksAt(parse: Parse, { start, end }: Span): readonly PlacedBlock[] {
  const found: PlacedBlock[] = [];
  parse.blocks.visit(
    (block, { length }) => {
      if (length <= end && length + block.text.length >= start) {
        found.push({ block, start: length, facts: blockFacts(block) });
      }
    },
    (before, sum) => before.length > end || before.length + sum.length < start,
  );
  return found;
}

/** The tag in which `offset` lies, or that it touches; where it touches two, the one that begins there. */
export function tagAt(parse: Parse, offset: number): TagFact | undefined {
  return factAt(parse, offset, ({ tags }) => tags, placedTag);
}

/** The untagged mask in which `offset` lies, or that it touches. */
export function maskAt(parse: Parse, offset: number): MaskFact | undefined {
  return factAt(
    parse,
    offset,
    ({ masks }) => masks,
    (mask, by) => ({ ...mask, span: shift(mask.span, by) }),
  );
}

/** The line in which `offset` lies. */
export function lineAt(parse: Parse, offset: number): PlacedText {
  const { lines } = parse;
  const { line } = lines.positionAt(offset);
  const start = lines.offsetAt({ line, character: 0 });
  const end = lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  return { text: textIn(parse, { start, end }), start };
}

/** The text of a stretch. */
export function textIn(parse: Parse, { start, end }: Span): string {
  let text = '';
  parse.blocks.visit(
    (block, { length }) => {
      text += block.text.slice(Math.max(0, start - length), Math.max(0, end - length));
    },
    (before, sum) => before.length >= end || before.length + sum.length <= start,
  );
  return text;
}

function factAt<Fact extends { readonly span: Span }>(
  parse: Parse,
  offset: number,
  factsOf: (facts: BlockFacts) => readonly Fact[],
  place: (fact: Fact, by: number) => Fact,
): Fact | undefined {
  let touched: Fact | undefined;
  for (const { facts, start } of blocksAt(parse, { start: offset, end: offset })) {
    for (const fact of factsOf(facts)) {
      if (fact.span.start + start <= offset && offset <= fact.span.end + start) touched = place(fact, start);
    }
  }
  return touched;
}
