/** What all tags of a report say, kept from one completion to the next: an edit costs the blocks that it touches. */
import { createStandings, type BlockTags, type Standings } from '../../analysis/standings';
import { placedTag } from '../../report/build';
import { blockFacts, type TagFact } from '../../report/facts';
import type { Snapshot } from '../../workspace/snapshot';

interface Kept {
  readonly parse: Snapshot['parse'];
  readonly template: Snapshot['template'];
  readonly standings: Standings;
}

export function standingsOf({ parse, template, memory }: Snapshot): Standings {
  const kept = memory.get(key) as Kept | undefined;
  if (kept?.parse === parse && kept.template === template) return kept.standings;
  const standings = following(kept, parse, template) ?? afresh(parse, template);
  memory.set(key, { parse, template, standings } satisfies Kept);
  return standings;
}

/** Tags of an id in their places, in order. Looks at a block when it is come to, and at no more than some hundred of them. */
export function* tagsOf(snapshot: Snapshot, id: string): Generator<TagFact> {
  const { blocks } = snapshot.parse;
  for (const order of standingsOf(snapshot).ordersOf(id).slice(0, mostBlocks)) {
    const block = blocks.find(({ lastOrder }) => lastOrder >= order);
    if (block === undefined) continue;
    for (const tag of blockFacts(block.item).tags) if (tag.id === id) yield placedTag(tag, block.before.length);
  }
}

const mostBlocks = 200;

const key = 'textDocument/completion standings';

function afresh(parse: Snapshot['parse'], template: Snapshot['template']): Standings {
  const standings = createStandings(new Map(template?.metrics.map((metric) => [metric.id, metric])));
  const added: BlockTags[] = [];
  for (const block of parse.blocks) {
    const { tags } = blockFacts(block);
    if (tags.length > 0) added.push({ order: block.order, text: block.text, tags });
  }
  standings.replace([], added);
  return standings;
}

/** Those of another state of the document, brought to this one; undefined where that would cost more than a new beginning. */
function following(
  kept: Kept | undefined,
  parse: Snapshot['parse'],
  template: Snapshot['template'],
): Standings | undefined {
  if (kept === undefined || kept.template !== template) return undefined;
  const { start, end } = parse.blocks.shared(kept.parse.blocks);
  if (parse.blocks.length + kept.parse.blocks.length - 2 * (start + end) > mostReplaced) return undefined;
  kept.standings.replace(
    tagsBetween(kept.parse, start, kept.parse.blocks.length - end),
    tagsBetween(parse, start, parse.blocks.length - end),
  );
  return kept.standings;
}

const mostReplaced = 256;

function tagsBetween({ blocks }: Snapshot['parse'], from: number, to: number): readonly BlockTags[] {
  const found: BlockTags[] = [];
  for (let index = from; index < to; index++) {
    const block = blocks.at(index);
    if (block !== undefined) found.push({ order: block.order, text: block.text, tags: blockFacts(block).tags });
  }
  return found;
}
