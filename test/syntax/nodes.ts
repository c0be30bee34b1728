/** All nodes of a parse in document order, with offsets in the whole text. */
import type { Nodes } from 'mdast';
import type { Parse } from '../../server/src/syntax/types';

export interface PlacedNode {
  readonly node: Nodes;
  readonly start: number;
  readonly end: number;
}

export function nodesOf(parse: Parse): readonly PlacedNode[] {
  const placed: PlacedNode[] = [];
  for (const block of parse.blocks) {
    const visit = (node: Nodes): void => {
      const start = block.start + (node.position?.start.offset ?? 0);
      const end = block.start + (node.position?.end.offset ?? 0);
      if (node.type !== 'root') placed.push({ node, start, end });
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(block.root);
  }
  return placed;
}
