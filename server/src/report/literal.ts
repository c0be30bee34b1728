/** Tells where in a block text stands for itself: in code and in HTML, where no tag and no mask is read. */
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { treeOf } from '../syntax/tree';
import type { Block } from '../syntax/types';
import { simpleFacts } from './simple';
import { walk } from './walk';

/** Whether what is typed at the offset becomes part of code or of HTML. The offset is one of the block. */
export function isLiteralAt(block: Block, offset: number): boolean {
  return literals(block).some(
    ({ start, end, isOpen }) => start < offset && (offset < end || (isOpen && offset === end)),
  );
}

interface Literal extends Span {
  /** Whether what is typed at its end still belongs to it. */
  readonly isOpen: boolean;
}

const literals = memoised((block: Block): readonly Literal[] => {
  if (block.form !== 'markdown' || simpleFacts(block) !== undefined) return [];
  const found: Literal[] = [];
  walk(treeOf(block), (node) => {
    const { start, end } = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'inlineCode') found.push({ start, end, isOpen: false });
    else if (node.type === 'code') found.push({ start: start - 1, end, isOpen: true });
    else if (node.type === 'html') found.push({ start, end, isOpen: !block.text.slice(start, end).endsWith('>') });
    return undefined;
  });
  return found;
});
