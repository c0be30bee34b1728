/** The same Markdown without tags and masks, to hold the parser against, and trees written down so that they compare well. */
import type { Nodes, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { blocksOf } from '../syntax/nodes';

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkFrontmatter, ['yaml'])
  .freeze();
const lexicon = createLexicon();

/** The tree that the other plugins make of a text, one line a node. */
export function treeWithoutReports(text: string): readonly string[] {
  return flatTree(reference.parse(text) as Root, 0);
}

/** The tree of a text as the product reads it, in the same form. */
export function treeOfReport(text: string): readonly string[] {
  return blocksOf(parse(text, { mode: 'markdown', lexicon })).flatMap(({ root, start }) => flatTree(root, start));
}

/** What in a tree is ours. */
export function reportNodes(tree: readonly string[]): readonly string[] {
  return tree.filter((line) => /^ *(?:mask|metric) /.test(line)).map((line) => line.trim());
}

/** Depth, type, offsets in the whole text, and everything else that a node says. */
function flatTree(root: Root, shift: number): string[] {
  const lines: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    // Address literals are made without positions.
    const { start, end } = node.position ?? {};
    const place = start && end ? `${(start.offset ?? 0) + shift}-${(end.offset ?? 0) + shift}` : '';
    const { type, children, position: _, ...rest } = node as Nodes & { children?: readonly Nodes[] };
    lines.push(`${' '.repeat(depth)}${type} ${place} ${JSON.stringify(rest)}`);
    for (const child of children ?? []) visit(child, depth + 1);
  };
  for (const child of root.children) visit(child, 0);
  return lines;
}
