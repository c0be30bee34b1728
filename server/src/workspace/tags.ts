/** The tags of one metric in a report, by what its checker keeps: costs what there are of them, not what the report holds. */
import { placedTag } from '../report/build';
import { blockFacts, type TagFact } from '../report/facts';
import type { PlacedBlock } from './at';
import type { Snapshot } from './snapshot';

type Known = Pick<Snapshot, 'parse' | 'known'>;

/** The blocks with a tag of the id, in order; of very many the first `most`. */
export function* blocksWith({ parse, known }: Known, id: string, most = Infinity): Generator<PlacedBlock> {
  for (const order of known.standings.ordersOf(id).slice(0, most)) {
    const found = parse.blocks.find(({ lastOrder }) => lastOrder >= order);
    if (found === undefined) continue;
    yield { block: found.item, facts: blockFacts(found.item), start: found.before.length };
  }
}

/** The tags in these blocks in their places, in order. Looks at a block when it is come to. */
export function* tagsOf(snapshot: Known, id: string, most = Infinity): Generator<TagFact> {
  for (const { facts, start } of blocksWith(snapshot, id, most)) {
    for (const tag of facts.tags) if (tag.id === id) yield placedTag(tag, start);
  }
}

/** A metric may be repeated on every page; for what is said beside it, so many blocks are enough. */
export const enoughBlocks = 200;
