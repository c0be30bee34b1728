/** What one block holds that a report is made of: headings, lines of prose, tags and masks. */
import type { Emphasis, Heading, Strong } from 'mdast';
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { isMaskedValue } from '../syntax/mask/value';
import { treeOf } from '../syntax/tree';
import type { Block, MetricNode } from '../syntax/types';
import { simpleFacts } from './simple';
import type { MaskUse, MetricState, MetricUse } from './types';
import { visibleText, walk } from './walk';

export interface HeadingFact {
  readonly depth: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly span: Span;
  /** The heading's text in the source, without its marks and `{#id}`. */
  readonly textSpan: Span;
  /** The text at `textSpan`. */
  readonly source: string;
  /** How far into its line it begins. */
  readonly indent: number;
}

export interface LineFact {
  /** What a reader sees of the line; marks of emphasis dropped, tags replaced by their values. */
  readonly text: string;
  /** The line as it is written; `span` is its place. */
  readonly source: string;
  readonly span: Span;
  /** How far into its line it begins. */
  readonly indent: number;
  /** Whether the line stands in a list, a quotation or a table, where it is never a heading. */
  readonly isNested: boolean;
  readonly isCell: boolean;
}

/** A tag and a mask, without the section that they stand in. */
export type TagFact = Omit<MetricUse, 'section'>;
export type MaskFact = Omit<MaskUse, 'section'>;

export interface BlockFacts {
  readonly frontMatter: Span | undefined;
  readonly headings: readonly HeadingFact[];
  readonly lines: readonly LineFact[];
  readonly tags: readonly TagFact[];
  readonly masks: readonly MaskFact[];
  /** What was read as emphasis, and is a little likelier to be masks. */
  readonly doubts: readonly MaskFact[];
  /** Code, tables, images and other content that fills a section without being prose. */
  readonly others: readonly Span[];
}

/** All spans are relative to the block. Made from its text where that is simple, else from its tree; the answer is the same. */
export const blockFacts = memoised((block: Block): BlockFacts => simpleFacts(block) ?? treeFacts(block));

/** The facts by the block's tree, for every block. */
export function treeFacts(block: Block): BlockFacts {
  const headings: HeadingFact[] = [];
  const lines: LineFact[] = [];
  const tags: TagFact[] = [];
  const masks: MaskFact[] = [];
  const others: Span[] = [];
  let frontMatter: Span | undefined;
  let nestedUntil = -1;
  const prose: Span[] = [];
  walk(treeOf(block), (node) => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    switch (node.type) {
      case 'yaml':
        frontMatter = span;
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
        if (node.type === 'table') others.push(span);
        break;
      case 'paragraph':
        lines.push(...linesOf(block.text, span, { isNested: span.start < nestedUntil, isCell: false }));
        break;
      case 'tableCell':
        lines.push(...linesOf(block.text, withoutPipes(block.text, span), { isNested: true, isCell: true }));
        break;
      case 'code':
        others.push(span);
        break;
      case 'html':
        // Comments are the author's notes, not content.
        if (node.value.replace(/<!--[^]*?-->/g, '').trim() !== '') others.push(span);
        break;
      case 'text':
        prose.push(span);
        break;
      case 'strong':
      case 'emphasis':
        prose.push(...delimitersOf(node, span));
        break;
      case 'metric':
        tags.push({ ...tagFact(node), span });
        break;
      case 'mask':
        masks.push({ kind: node.kind, text: node.value, unit: node.unit, span });
        break;
      default:
    }
    return undefined;
  });
  const isProse = ({ span: { start } }: MaskFact): boolean =>
    prose.some((piece) => piece.start <= start && start < piece.end);
  return { frontMatter, headings, lines, tags, masks, doubts: doubtsOf(block).filter(isProse), others };
}

/** The doubts of a block's text, some of which may stand in code or in an address. */
export function doubtsOf({ text, scan, masks }: Block): readonly MaskFact[] {
  // Where the document is full of masks, what was in doubt is one.
  return scan.doubts
    .filter(({ start, end }) => !masks.some((mask) => mask.start < end && start < mask.end))
    .map(({ start, end, kind, unit }) => ({ kind, text: text.slice(start, end), unit, span: { start, end } }));
}

function delimitersOf({ children }: Strong | Emphasis, { start, end }: Span): readonly Span[] {
  const first = children[0]?.position?.start.offset ?? end;
  const last = children.at(-1)?.position?.end.offset ?? end;
  return [
    { start, end: first },
    { start: last, end },
  ];
}

export function tagFact({ id, value, idSpan, valueSpan, kind, unit, fault }: MetricNode): Omit<TagFact, 'span'> {
  return { id, value, state: stateOf(fault, value), kind, unit, idSpan, valueSpan, fault };
}

/** Whether something is still to be filled in at the tag's value. */
export function isBlank<Tag extends Pick<TagFact, 'value' | 'valueSpan'>>(
  tag: Tag,
): tag is Tag & { readonly value: string; readonly valueSpan: Span } {
  return tag.value !== undefined && tag.valueSpan !== undefined && isMaskedValue(tag.value);
}

function stateOf(fault: MetricNode['fault'], value: string | undefined): MetricState {
  if (fault !== undefined) return 'malformed';
  if (value === undefined) return 'reference';
  return isMaskedValue(value) ? 'masked' : 'filled';
}

function headingFact(node: Heading, span: Span, { text: source }: Block): HeadingFact {
  const first = node.children[0]?.position?.start.offset ?? span.end;
  const last = node.children[node.children.length - 1]?.position?.end.offset ?? span.end;
  return heading(source, { depth: node.depth, span, textSpan: { start: first, end: last }, text: visibleText(node) });
}

/** `textSpan` and `text` with the author's `{#id}`, which is told apart here. */
export function heading(
  source: string,
  { depth, span, textSpan, text }: Pick<HeadingFact, 'depth' | 'span' | 'textSpan' | 'text'>,
): HeadingFact {
  const id = /[ \t]*\{#([\p{L}\p{N}_.-]+)\}[ \t]*$/u.exec(source.slice(textSpan.start, textSpan.end));
  const end = id === null ? textSpan.end : textSpan.start + id.index;
  return {
    depth,
    text: text.replace(/\s*\{#[\p{L}\p{N}_.-]+\}\s*$/u, '').trim(),
    id: id?.[1],
    span,
    textSpan: { start: textSpan.start, end },
    source: source.slice(textSpan.start, end),
    indent: indentAt(source, span.start),
  };
}

/** A cell's span has the pipe before it, and the last one of a row that after it. */
function withoutPipes(text: string, { start, end }: Span): Span {
  const from = text[start] === '|' ? start + 1 : start;
  return { start: from, end: end > from && /(?<!\\)\|$/.test(text.slice(from, end)) ? end - 1 : end };
}

/** The lines of a paragraph or a cell that are not blank. */
export function linesOf(text: string, span: Span, place: Pick<LineFact, 'isNested' | 'isCell'>): LineFact[] {
  const lines: LineFact[] = [];
  const ending = /\r\n|\r|\n/g;
  const source = text.slice(span.start, span.end);
  let start = 0;
  for (let match = ending.exec(source); start <= source.length; match = ending.exec(source)) {
    const end = match?.index ?? source.length;
    const line = source.slice(start, end);
    const lead = line.length - line.trimStart().length;
    const written = line.trim();
    const seen = readable(written);
    const offset = span.start + start + lead;
    if (seen !== '')
      lines.push({
        text: seen,
        source: written,
        span: { start: offset, end: offset + written.length },
        indent: indentAt(text, offset),
        ...place,
      });
    if (match === null) break;
    start = end + match[0].length;
  }
  return lines;
}

function readable(line: string): string {
  if (!/[<*`~]/.test(line)) return line;
  const seen = line.replace(/<<[^<>:]*:?([^<>]*)>>/g, '$1').replace(/\*+|`+|~~/g, '');
  // A line that is nothing but a blank for a figure is there all the same.
  return seen === '' && line.includes('<<') ? line : seen;
}

function indentAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnding(text.charCodeAt(start - 1))) start--;
  return offset - start;
}

function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}
