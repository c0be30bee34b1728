/** All nodes of a parse in document order, with offsets in the whole text. */
import type { Nodes, Root } from 'mdast';
import { treeOf } from '../../server/src/syntax/tree';
import type { Block, Parse } from '../../server/src/syntax/types';

export interface PlacedNode {
  readonly node: Nodes;
  readonly start: number;
  readonly end: number;
}

/** The blocks with their trees and the offsets at which they begin. */
export function blocksOf({ blocks }: Parse): readonly { block: Block; start: number; root: Root }[] {
  let end = 0;
  return [...blocks].map((block) => {
    const start = end;
    end += block.text.length;
    return { block, start, root: treeOf(block) };
  });
}

export function nodesOf(parse: Parse): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  for (const { start: shift, root } of blocksOf(parse)) {
    const visit = (node: Nodes): void => {
      const start = shift + (node.position?.start.offset ?? 0);
      const end = shift + (node.position?.end.offset ?? 0);
      if (node.type !== 'root') placed.push({ node, start, end });
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(root);
  }
  return placed;
}
