/** Visits the nodes of a block's tree in document order, without recursion, so that no nesting can exhaust the stack. */
import type { Nodes } from 'mdast';

/** Calls `visit` for every node but the root; children are passed over where it returns `'skip'`. */
export function walk(root: Nodes, visit: (node: Nodes) => 'skip' | undefined): void {
  const waiting: Nodes[] = 'children' in root ? [...root.children].reverse() : [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (visit(node) === 'skip' || !('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The text that a reader sees of inline content: values of tags and masks included, marks of emphasis not. */
export function visibleText(node: Nodes): string {
  let text = '';
  walk(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'mask') text += inner.value;
    else if (inner.type === 'metric') text += inner.value ?? '';
    return undefined;
  });
  return text;
}
