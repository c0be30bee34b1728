/** Facts of blocks that hold nothing but simple lines, read without a Markdown parser: a short cut, which the tree must confirm. */
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { tagsIn } from '../syntax/metric/read';
import { maskStarts } from '../syntax/inline';
import { metricNode } from '../syntax/metric/node';
import type { Block } from '../syntax/types';
import {
  doubtsOf,
  heading,
  linesOf,
  tagFact,
  type BlockFacts,
  type HeadingFact,
  type LineFact,
  type MaskFact,
  type TagFact,
} from './facts';

/**
 * Undefined where it takes CommonMark to know. A simple block is front matter, a table, or made of paragraphs, ATX headings and
 * flat list items, whose lines hold text, tags, masks and emphasis: no code, link, HTML, escape or address, in which a tag or a
 * mask would be text.
 */
export const simpleFacts = memoised((block: Block): BlockFacts | undefined => {
  const { text, form, masks: found, refersTo } = block;
  if (form === 'front-matter')
    return { ...nothing, frontMatter: { start: 0, end: text.replace(/[\r\n]+$/, '').length } };
  if (form !== 'markdown' || refersTo.length > 0 || !isSimple(text)) return undefined;
  const inline = inlineFacts(block);
  if (inline === undefined || inline.masks.length + inline.overlapped !== found.length) return undefined;
  return text.includes('|') ? tableFacts(text, inline) : flowFacts(text, inline);
});

const nothing: BlockFacts = {
  frontMatter: undefined,
  headings: [],
  lines: [],
  tags: [],
  masks: [],
  doubts: [],
  others: [],
};

/** A block that is one table, with a pipe at both ends of every row and the same number of cells in each. */
function tableFacts(text: string, { tags, masks, doubts }: Inline): BlockFacts | undefined {
  const lead = /^[\r\n]*/.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[\r\n]+$/, '').length;
  const lines: LineFact[] = [];
  let row = 0;
  let width = 0;
  for (let start = lead; start < end; row++) {
    const { end: lineEnd, next } = lineAt(text, start);
    const cells = text.slice(start, lineEnd).split('|');
    if (row === 0) width = cells.length;
    if (cells[0] !== '' || cells.at(-1) !== '' || cells.length !== width || width < 3) return undefined;
    if (row === 1 && !cells.slice(1, -1).every((cell) => /^ *:?-+:? *$/.test(cell))) return undefined;
    let at = start + 1;
    for (const cell of cells.slice(1, -1)) {
      if (row !== 1)
        lines.push(...linesOf(text, { start: at, end: at + cell.length }, { isNested: true, isCell: true }));
      at += cell.length + 1;
    }
    start = next;
  }
  const isSplit = [...tags, ...masks].some(({ span }) => text.slice(span.start, span.end).includes('|'));
  return row < 2 || isSplit ? undefined : { ...nothing, lines, tags, masks, doubts, others: [{ start: lead, end }] };
}

function flowFacts(text: string, inline: Inline): BlockFacts | undefined {
  const headings: HeadingFact[] = [];
  const lines: LineFact[] = [];
  let paragraph: Span | undefined;
  let isInList = false;
  let listKind: string | undefined;
  const flush = (): void => {
    if (paragraph !== undefined) lines.push(...linesOf(text, paragraph, { isNested: isInList, isCell: false }));
    paragraph = undefined;
  };
  for (let start = 0; start < text.length;) {
    const { end, next } = lineAt(text, start);
    const line = text.slice(start, end);
    if (/^[ \t]*$/.test(line)) {
      flush();
    } else if (line.startsWith('#')) {
      flush();
      isInList = false;
      const fact = simpleHeading(text, start, line, inline);
      if (fact === undefined) return undefined;
      headings.push(fact);
    } else {
      const marker = itemMarker.exec(line);
      if (marker !== null) {
        flush();
        // Only lists of one paragraph after another are simple: whether a blank line ends a list is CommonMark's to say.
        const kind = marker[1] ?? marker[2];
        if (isInList ? kind !== listKind : lines.length > 0) return undefined;
        isInList = true;
        listKind = kind;
        paragraph = { start: start + marker[0].length, end };
      } else if (!isParagraphLine(line, paragraph === undefined) || (isInList && paragraph === undefined))
        return undefined;
      else paragraph = { start: paragraph?.start ?? start, end };
    }
    start = next;
  }
  flush();
  return { ...nothing, headings, lines, tags: inline.tags, masks: inline.masks, doubts: inline.doubts };
}

/** No character that could begin a construct which makes other characters of a line mean something else. */
function isSimple(text: string): boolean {
  return !/[`\\&]|\]\(|\]:|\[\^|!\[|:\/\/|www\.|@|~~~|\t|\f|\v|\0/i.test(text);
}

/** Items of one list have the same mark; an item that begins like another block is not simple. */
const itemMarker = /^(?:([-+*])|\d{1,9}([.)])) (?=[^ #>+*_=\-\d[|])/;

function isParagraphLine(line: string, isFirst: boolean): boolean {
  if (isFirst && line.startsWith(' ')) return false;
  const own = line.trimStart();
  // Quotations, lists, rules and underlines of headings begin so; stars and underscores may be a rule or a list, `:-` a table.
  if (/^(?:[#>+=~]|:?-|\d{1,9}[.)]|[*_] |[*_][*_ ]*$)/.test(own)) return false;
  return !/^\*$/.test(own);
}

interface Inline {
  readonly tags: readonly TagFact[];
  readonly masks: readonly MaskFact[];
  readonly doubts: readonly MaskFact[];
  /** Masks that a tag before them takes in. */
  readonly overlapped: number;
}

function inlineFacts(block: Block): Inline | undefined {
  const { text, masks: found, lexicon } = block;
  const tags: TagFact[] = [];
  const masks: MaskFact[] = [];
  let overlapped = 0;
  let done = 0;
  let next = 0;
  const takeMasks = (until: number): boolean => {
    for (let mask = found[next]; mask !== undefined && mask.start < until; mask = found[++next]) {
      const value = text.slice(mask.start, mask.end);
      if (/[\r\n]/.test(value) || !maskStarts.includes(value.charAt(0))) return false;
      if (mask.start < done) {
        overlapped++;
        continue;
      }
      masks.push({
        kind: mask.kind,
        text: value,
        unit: mask.unit,
        span: { start: mask.start, end: mask.end },
      });
      done = mask.end;
    }
    return true;
  };
  for (const tag of tagsIn(text)) {
    const { start, end } = tag.span;
    // An angle bracket outside a tag may begin HTML or an address.
    if (text.slice(done, start).includes('<') || !takeMasks(start)) return undefined;
    if (start < done) continue;
    tags.push({ ...tagFact(metricNode(text, tag, lexicon)), span: tag.span });
    done = end;
  }
  if (text.includes('<', done)) return undefined;
  if (!takeMasks(Infinity)) return undefined;
  const doubts = doubtsOf(block).filter(
    ({ span: { start } }) => !tags.some(({ span }) => span.start <= start && start < span.end),
  );
  return { tags, masks, doubts, overlapped };
}

/** Headings whose text is what is written; emphasis in them is left to the parser. */
function simpleHeading(text: string, start: number, line: string, { tags, masks }: Inline): HeadingFact | undefined {
  const match = /^(#{1,6}) +(?=\S)/.exec(line);
  const content = line.replace(/[ \t]+$/, '');
  if (match === null || /#$/.test(content)) return undefined;
  const textSpan = { start: start + match[0].length, end: start + content.length };
  const pieces: { readonly span: Span; readonly seen: string }[] = [
    ...tags.map(({ span, value }) => ({ span, seen: value ?? '' })),
    ...masks.map(({ span, text: seen }) => ({ span, seen })),
  ].filter(({ span }) => span.start >= textSpan.start && span.end <= textSpan.end);
  pieces.sort((a, b) => a.span.start - b.span.start);
  let seen = '';
  let done = textSpan.start;
  for (const piece of [...pieces, { span: { start: textSpan.end, end: textSpan.end }, seen: '' }]) {
    const between = text.slice(done, piece.span.start);
    if (/[*_~<]/.test(between)) return undefined;
    seen += between + piece.seen;
    done = piece.span.end;
  }
  return heading(text, {
    depth: match[1]?.length ?? 1,
    span: { start, end: start + line.length },
    textSpan,
    text: seen,
  });
}

function lineAt(text: string, start: number): { readonly end: number; readonly next: number } {
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return { end, next: end + 1 };
    if (code === 13) return { end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
  }
  return { end: text.length, next: text.length };
}
