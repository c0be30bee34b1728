/** Text as CommonMark's reference implementation escapes it, which is more than HTML asks for. */
import type { Root, RootContent } from 'hast';

/** The same tree with its texts already escaped. */
export function withLiteralText(root: Root): Root {
  return { ...root, children: root.children.map(literal) };
}

function literal(node: RootContent): RootContent {
  if (node.type === 'text') return { type: 'raw', value: escape(node.value) };
  if (node.type !== 'element') return node;
  // The children of an element are never the document type, so the cast loses nothing.
  return { ...node, children: node.children.map(literal) as typeof node.children };
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
