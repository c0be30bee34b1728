/** What a block is made of: paragraphs, lists and their items, quotations, tables and their rows, code, comments, each with its place. */
import type { Nodes } from 'mdast';
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { treeOf } from '../syntax/tree';
import type { Block } from '../syntax/types';
import { blockFacts } from './facts';
import { simpleFacts } from './simple';
import { walk } from './walk';

/** `span` is relative to the block and ends with its last sign that is not blank. */
export interface Stretch {
  readonly kind:
    | 'front-matter'
    | 'heading'
    | 'paragraph'
    | 'list'
    | 'item'
    | 'quote'
    | 'table'
    | 'row'
    | 'code'
    | 'comment'
    | 'html'
    | 'footnote';
  readonly span: Span;
}

/** In document order, what is outside before what is inside. Made without the tree where the block is simple; the answer is the same. */
export const stretchesOf = memoised((block: Block): readonly Stretch[] => {
  const { frontMatter } = blockFacts(block);
  if (frontMatter !== undefined) return [{ kind: 'front-matter', span: frontMatter }];
  if (simpleFacts(block) === undefined) return treeStretches(block);
  return block.text.includes('|') ? tableStretches(block) : flowStretches(block.text);
});

/** By the block's tree, for every block. */
export function treeStretches(block: Block): readonly Stretch[] {
  const found: Stretch[] = [];
  walk(treeOf(block), (node) => {
    const kind = kindOf(node);
    if (kind === undefined) return undefined;
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    found.push({ kind, span: trimmed(block.text, span) });
    return kind === 'paragraph' || kind === 'heading' || kind === 'row' ? 'skip' : undefined;
  });
  return found;
}

function kindOf(node: Nodes): Stretch['kind'] | undefined {
  switch (node.type) {
    case 'yaml':
      return 'front-matter';
    case 'heading':
    case 'paragraph':
    case 'list':
    case 'table':
    case 'code':
      return node.type;
    case 'listItem':
      return 'item';
    case 'blockquote':
      return 'quote';
    case 'tableRow':
      return 'row';
    case 'footnoteDefinition':
      return 'footnote';
    case 'html':
      return node.value.startsWith('<!--') ? 'comment' : 'html';
    default:
      return undefined;
  }
}

function tableStretches({ text }: Block): readonly Stretch[] {
  const [first, , ...rest] = linesIn(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  if (first === undefined) return [];
  const rows = [first, ...rest];
  const table: Stretch = { kind: 'table', span: { start: first.start, end: text.trimEnd().length } };
  return [table, ...rows.map((span): Stretch => ({ kind: 'row', span: trimmed(text, span) }))];
}

/** A simple block holds headings, paragraphs, and at most one list, whose items are a paragraph each. */
function flowStretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  /** What the next line of the same paragraph makes longer. */
  let open: number[] = [];
  let list: number | undefined;
  const add = (kind: Stretch['kind'], span: Span): number => found.push({ kind, span }) - 1;
  const extend = (index: number, end: number): void => {
    const { kind, span } = found[index] ?? { kind: 'paragraph', span: { start: end, end } };
    found[index] = { kind, span: { start: span.start, end } };
  };
  for (const { start, end } of linesIn(text)) {
    const line = text.slice(start, end);
    const marker = /^(?:[-+*]|\d{1,9}[.)]) +/.exec(line);
    if (/^[ \t]*$/.test(line)) open = [];
    else if (line.startsWith('#')) {
      add('heading', { start, end });
      open = [];
      list = undefined;
    } else if (marker !== null && (list !== undefined || open.length === 0)) {
      list ??= add('list', { start, end });
      const item = add('item', { start, end });
      open = [list, item, add('paragraph', { start: start + marker[0].length, end })];
      extend(list, end);
    } else if (open.length > 0) open.forEach((index) => extend(index, end));
    else open = [add('paragraph', { start, end })];
  }
  return found.map(({ kind, span }) => ({ kind, span: trimmed(text, span) }));
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function linesIn(text: string): readonly Span[] {
  const lines: Span[] = [];
  const ending = /\r\n|\r|\n/g;
  for (let start = 0; start <= text.length;) {
    const match = ending.exec(text);
    const end = match?.index ?? text.length;
    lines.push({ start, end });
    start = match === null ? text.length + 1 : end + match[0].length;
  }
  return lines;
}
