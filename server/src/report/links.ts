/** The links, images and link definitions of a block, each with the place of its address: kept with the block. */
import type { Definition, Image, Link, Nodes } from 'mdast';
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { treeOf } from '../syntax/tree';
import type { Block } from '../syntax/types';
import { simpleFacts } from './simple';
import { walk } from './walk';

export interface LinkFact {
  readonly kind: 'link' | 'image' | 'definition';
  /** The address as Markdown reads it: without escapes and angle brackets. */
  readonly url: string;
  /** Of the address as it is written, in the block. */
  readonly span: Span;
}

/** Bare addresses and those in angle brackets alone are none, since editors find them without help. In document order. */
export const linksIn = memoised((block: Block): readonly LinkFact[] => {
  if (block.form !== 'markdown' || !/\]\(|\]:/.test(block.text) || simpleFacts(block) !== undefined) return none;
  const found: LinkFact[] = [];
  walk(treeOf(block), (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined;
    const span = node.url === '' ? undefined : addressIn(block.text, node);
    if (span !== undefined) found.push({ kind: node.type, url: node.url, span });
    return undefined;
  });
  return found;
});

const none: readonly LinkFact[] = [];

/** The tree does not say where an address stands: it is what follows the bracket that closes the text or the label. */
function addressIn(text: string, node: Link | Image | Definition): Span | undefined {
  const { start, end } = spanOf(node);
  const whole = text.slice(start, end);
  const from = bracketIn(whole, node, start);
  const opening = from < 0 ? null : /^\][(:][ \t\r\n]*(<?)/.exec(whole.slice(from));
  if (opening === null) return undefined;
  const at = from + opening[0].length;
  // The title, which is all that can follow, stands behind white space; a closing bracket ends the link as a whole.
  const ending = opening[1] === '<' ? /(?<!\\)>/ : node.type === 'definition' ? /[ \t\r\n]|$/ : /[ \t\r\n]|\)$/;
  const length = whole.slice(at).search(ending);
  return length <= 0 ? undefined : { start: start + at, end: start + at + length };
}

/** Where in `whole` the bracket stands that closes the text; -1 where there is none, as in a bare address. */
function bracketIn(whole: string, node: Link | Image | Definition, start: number): number {
  // An image's text has no nodes; it may hold brackets, but its address and its title hardly do.
  if (node.type === 'image') return whole.lastIndexOf('](');
  if (node.type === 'definition') return whole.search(/(?<!\\)\]:/);
  const last: Nodes | undefined = node.children.at(-1);
  const after = last === undefined ? 1 : spanOf(last).end - start;
  return whole.startsWith('](', after) ? after : -1;
}

function spanOf({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
