/** Reads a block again after changes of its form, and refuses them where it would say something else than before. */
import { applyChanges, type TextChange } from '../../base/problem';
import { blockFacts } from '../../report/facts';
import { headingNumber } from '../../report/numbering';
import { marksIn } from '../../report/series';
import type { walk } from '../../report/walk';
import { createBlock, inContext } from '../../syntax/block';
import { treeOf } from '../../syntax/tree';
import type { Block, Parse } from '../../syntax/types';

/** The block with the changes; undefined where the parts of its Markdown, its tags or its masks would be others. */
export function reread(block: Block, changes: readonly TextChange[], parse: Parse): Block | undefined {
  const text = applyChanges(block.text, changes);
  const { form, order } = block;
  const { mode, lexicon } = parse;
  const draft = createBlock(text, { form: form === 'flat' ? 'markdown' : form, order, mode, lexicon });
  const now = inContext(draft, parse);
  return now.form === form && isSaidAlike(block, now) ? now : undefined;
}

function isSaidAlike(before: Block, after: Block): boolean {
  // In plain text spaces at the end of a line are text, though nobody sees them.
  const seen = before.form === 'flat' ? factsOf : structureOf;
  return seen(before) === seen(after);
}

function factsOf(block: Block): string {
  const { tags, masks } = blockFacts(block);
  return JSON.stringify([
    ...numbersIn(block),
    block.scan.starMasks,
    tags.map(({ id, value, kind, unit }) => [id, value, kind, unit]),
    masks.map(({ text, kind, unit }) => [text, kind, unit]),
  ]);
}

function structureOf(block: Block): string {
  const { scan } = block;
  const doubts = scan.doubts.map(({ start, end }) => block.text.slice(start, end));
  return JSON.stringify([...numbersIn(block), scan.starMasks, doubts, bare(treeOf(block))]);
}

/** Headings and series by which the report is divided; a tag in its usual form shows its value alone, and may make one of what was none. */
function numbersIn(block: Block): readonly unknown[] {
  const { lines, headings } = blockFacts(block);
  const numbered = [...headings, ...lines].map(({ text }) => headingNumber(text));
  const series = lines.flatMap((line) => marksIn(line).map(({ key, ordinal, isInitial }) => [key, ordinal, isInitial]));
  return [lines.length, numbered.map((number) => [number?.style, number?.value]), series];
}

/** A node without places, and without what is wrong with a tag. */
function bare(node: Parameters<typeof walk>[0]): unknown {
  const { position: _, ...rest } = node;
  if (rest.type === 'metric') return [rest.type, rest.id, rest.value, rest.kind, rest.unit];
  return 'children' in rest ? { ...rest, children: rest.children.map(bare) } : rest;
}
