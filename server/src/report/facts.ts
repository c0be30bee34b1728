/** What one block holds that a report is made of: headings, lines of prose, tags and masks, with offsets in the whole text. */
import type { Heading } from 'mdast';
import type { Span } from '../base/span';
import { shift } from '../base/span';
import type { Block, MaskNode, MetricNode } from '../syntax/types';
import { visibleText, walk } from './walk';

export interface HeadingFact {
  readonly depth: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly span: Span;
  /** The heading's text in the source, without its marks and `{#id}`. */
  readonly textSpan: Span;
}

export interface LineFact {
  /** What a reader sees of the line; marks of emphasis dropped, tags replaced by their values. */
  readonly text: string;
  readonly span: Span;
  /** Whether the line stands in a list, a quotation or a table, where it is never a heading. */
  readonly isNested: boolean;
  readonly isCell: boolean;
}

export interface TagFact {
  readonly node: MetricNode;
  readonly span: Span;
}

export interface MaskFact {
  readonly node: MaskNode;
  readonly span: Span;
}

export interface BlockFacts {
  readonly frontMatter: Span | undefined;
  readonly headings: readonly HeadingFact[];
  readonly lines: readonly LineFact[];
  readonly tags: readonly TagFact[];
  readonly masks: readonly MaskFact[];
  /** Code, tables, images and other content that fills a section without being prose. */
  readonly others: readonly Span[];
}

export function blockFacts(block: Block): BlockFacts {
  const headings: HeadingFact[] = [];
  const lines: LineFact[] = [];
  const tags: TagFact[] = [];
  const masks: MaskFact[] = [];
  const others: Span[] = [];
  let frontMatter: Span | undefined;
  let nestedUntil = -1;
  walk(block.root, (node) => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    const absolute = shift(span, block.start);
    switch (node.type) {
      case 'yaml':
        frontMatter = absolute;
        break;
      case 'heading':
        // What is quoted or listed has headings of its own, which divide nothing here.
        if (span.start >= nestedUntil) headings.push(headingFact(node, span, block));
        break;
      case 'list':
      case 'blockquote':
      case 'table':
      case 'footnoteDefinition':
        nestedUntil = Math.max(nestedUntil, span.end);
        if (node.type === 'table') others.push(absolute);
        break;
      case 'paragraph':
      case 'tableCell':
        for (const line of linesOf(block, span, {
          isNested: span.start < nestedUntil,
          isCell: node.type === 'tableCell',
        }))
          lines.push(line);
        break;
      case 'code':
        others.push(absolute);
        break;
      case 'html':
        // Comments are the author's notes, not content.
        if (node.value.replace(/<!--[^]*?-->/g, '').trim() !== '') others.push(absolute);
        break;
      case 'metric':
        tags.push({ node, span: absolute });
        break;
      case 'mask':
        masks.push({ node, span: absolute });
        break;
      default:
    }
    return undefined;
  });
  return { frontMatter, headings, lines, tags, masks, others };
}

function headingFact(node: Heading, span: Span, block: Block): HeadingFact {
  const first = node.children[0]?.position?.start.offset ?? span.end;
  const last = node.children[node.children.length - 1]?.position?.end.offset ?? span.end;
  const source = block.text.slice(first, last);
  const id = /[ \t]*\{#([\p{L}\p{N}_.-]+)\}[ \t]*$/u.exec(source);
  const text = visibleText(node).replace(/\s*\{#[\p{L}\p{N}_.-]+\}\s*$/u, '');
  const end = id === null ? last : first + id.index;
  return {
    depth: node.depth,
    text: text.trim(),
    id: id?.[1],
    span: shift(span, block.start),
    textSpan: shift({ start: first, end }, block.start),
  };
}

function linesOf(block: Block, span: Span, place: Pick<LineFact, 'isNested' | 'isCell'>): LineFact[] {
  const lines: LineFact[] = [];
  const ending = /\r\n|\r|\n/g;
  const source = block.text.slice(span.start, span.end);
  let start = 0;
  for (let match = ending.exec(source); start <= source.length; match = ending.exec(source)) {
    const end = match?.index ?? source.length;
    const line = source.slice(start, end);
    const lead = line.length - line.trimStart().length;
    const text = readable(line.trim());
    const offset = block.start + span.start + start + lead;
    if (text !== '') lines.push({ text, span: { start: offset, end: offset + line.trim().length }, ...place });
    if (match === null) break;
    start = end + match[0].length;
  }
  return lines;
}

function readable(line: string): string {
  return line.replace(/<<[^<>:]*:?([^<>]*)>>/g, '$1').replace(/\*+|`+|~~/g, '');
}
