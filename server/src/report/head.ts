/** What a report says of itself at its head, without reading the rest: front matter and title. */
import { memoised } from '../base/lazy';
import { shift } from '../base/span';
import type { Block, Parse } from '../syntax/types';
import { blockFacts, type HeadingFact } from './facts';
import { readFrontMatter } from './frontMatter';
import { titleIn, type PlacedLine } from './sections';
import type { Field, FrontMatter } from './types';

/** The front matter of the report, the same object as long as its text stays. Costs the same in every report. */
export function frontMatterOf({ blocks }: Parse): FrontMatter | undefined {
  const first = blocks.at(0);
  // Nothing but a byte order mark can stand before it.
  const block = first?.text === '\ufeff' ? blocks.at(1) : first;
  const place = block && blockFacts(block).frontMatter;
  if (block === undefined || place === undefined) return undefined;
  const by = block === first ? 0 : 1;
  return by === 0 ? readAtStart(block) : readFrontMatter(`\ufeff${block.text}`, shift(place, by)).frontMatter;
}

const readAtStart = memoised(
  (block: Block): FrontMatter =>
    readFrontMatter(block.text, blockFacts(block).frontMatter ?? { start: 0, end: 0 }).frontMatter,
);

/** The same title as that of the whole report. Looks at every block for headings, and works out nothing that is known. */
export function titleOf(parse: Parse): Field | undefined {
  const inFrontMatter = frontMatterOf(parse)?.title;
  if (inFrontMatter !== undefined) return inFrontMatter;
  const headings: HeadingFact[] = [];
  const lines: PlacedLine[] = [];
  parse.blocks.visit((block, { length }) => {
    const facts = blockFacts(block);
    for (const fact of facts.headings) {
      headings.push({ ...fact, span: shift(fact.span, length), textSpan: shift(fact.textSpan, length) });
    }
    for (const fact of facts.lines.slice(0, 2)) {
      if (lines.length < 2) lines.push({ fact, start: fact.span.start + length });
    }
  });
  return titleIn(headings, lines);
}
