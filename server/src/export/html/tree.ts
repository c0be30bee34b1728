/** One HTML tree of all blocks of a report, so that definitions and footnotes of one block serve all the others. */
import type { Root as HtmlRoot } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Language } from '../../base/message';
import type { LineIndex } from '../../base/lineIndex';
import { never } from '../../base/never';
import type { Report } from '../../report/types';
import { treeOf } from '../../syntax/tree';
import type { Parse } from '../../syntax/types';
import { blockHandlers } from './blocks';
import { inlineHandlers } from './inlines';

export interface TreeOptions {
  readonly parse: Parse;
  readonly report: Report;
  /** Whether elements say where in the text they come from. */
  readonly positions: boolean;
  /** Whether HTML in the report becomes HTML (only for tests) or is shown as it is written. */
  readonly rawHtml: 'pass' | 'show';
  readonly language: Language;
}

/** What the handlers of single nodes need to know. */
export interface Rendering extends TreeOptions {
  readonly lines: LineIndex;
  /** The offset in the whole text at which the block of a node begins. */
  blockStart(node: Nodes): number;
}

export function toTree(options: TreeOptions): HtmlRoot {
  const { parse, rawHtml, language } = options;
  const blockStarts = new Map<Nodes, number>();
  const children: RootContent[] = [];
  parse.blocks.visit((block, { length }) => {
    const root = treeOf(block);
    for (const node of root.children) children.push(node);
    visit(root, (node) => blockStarts.set(node, length));
  });
  const rendering: Rendering = {
    ...options,
    lines: parse.lines,
    blockStart: (node) => blockStarts.get(node) ?? 0,
  };
  const root: Root = { type: 'root', children };
  const tree = toHast(root, {
    allowDangerousHtml: rawHtml === 'pass',
    // The safe tree prefixes all ids alike, and the reference has none.
    clobberPrefix: '',
    footnoteLabel: language === 'zh' ? '脚注' : 'Footnotes',
    footnoteBackLabel: (index) => (language === 'zh' ? `返回引用 ${index + 1}` : `Back to reference ${index + 1}`),
    handlers: { ...blockHandlers(rendering), ...inlineHandlers(rendering) },
  });
  return tree.type === 'root' ? tree : never('the HTML of a root is a root');
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
