/** Which blocks an edit touches, and how their text is divided after it. */
import type { TextChange } from '../base/problem';
import {
  cutBlocks,
  cutBody,
  cutLines,
  frontMatterEnd,
  mayBeginFrontMatter,
  mayCloseFrontMatter,
  type Piece,
} from './blocks';
import type { Block, Parse } from './types';

/** The blocks from `from` up to and without `to` become `pieces`; all others stay. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/** The change lies in the text. */
export function recut(previous: Parse, change: TextChange): Window {
  return recutHead(previous, change) ?? recutBody(previous, change) ?? recutAll(previous, change);
}

/** An edit inside front matter that leaves it front matter. */
function recutHead(previous: Parse, { span, newText }: TextChange): Window | undefined {
  const { index, block, start, end } = headOf(previous);
  if (block === undefined || span.start <= start || span.end >= end) return undefined;
  const text = block.text.slice(0, span.start - start) + newText + block.text.slice(span.end - start);
  return frontMatterEnd(text) === text.length
    ? { from: index, to: index + 1, pieces: [{ text, form: 'front-matter' }] }
    : undefined;
}

interface Head {
  /** That of the front matter, or of the first block that could be front matter. */
  readonly index: number;
  readonly block: Block | undefined;
  readonly start: number;
  readonly end: number;
}

function headOf({ blocks }: Parse): Head {
  const index = blocks.at(0)?.text === '\ufeff' ? 1 : 0;
  const first = blocks.at(index);
  const block = first?.form === 'front-matter' ? first : undefined;
  return { index, block, start: index, end: index + (block?.text.length ?? 0) };
}

/**
 * An edit of the body: cut anew from the block before the touched ones, whose beginning it cannot change, up to the first cut
 * after the edit that was one before.
 */
function recutBody(previous: Parse, { span, newText }: TextChange): Window | undefined {
  const { blocks, mode } = previous;
  const head = headOf(previous);
  const floor = head.index + (head.block === undefined ? 0 : 1);
  const first = blocks.find((sum) => sum.length >= span.start);
  const last = blocks.find((sum) => sum.length >= span.end);
  if (first === undefined || last === undefined) return undefined;
  // What touches the front matter, a byte order mark or the place of one may change what the text begins with.
  if (span.start < head.end || (span.start === head.end && floor > 0 && !isLineStart(blocks.at(floor - 1), newText))) {
    return undefined;
  }
  const from = Math.max(floor, first.index - 1);
  const { before } = blocks.locate(from) ?? first;
  const touched = textOf(previous, from, Math.max(last.index + 1, from));
  const at = span.start - before.length;
  let text = touched.slice(0, at) + newText + touched.slice(at + span.end - span.start);
  // A byte order mark that has come to stand first, written there or left over.
  if (before.length === 0 && text.startsWith('\ufeff')) return undefined;
  const boundaries = new Map<number, number>();
  let to = Math.max(last.index + 1, from);
  const mayHaveHead = mode === 'markdown' && head.block === undefined;
  const hadFence = mayHaveHead && mayBeginFrontMatter(blocks.at(head.index)?.text ?? '');
  for (let ahead = 1; ; ahead *= 2) {
    for (const stop = Math.min(blocks.length, to + ahead); to < stop; to++) {
      boundaries.set(text.length, to);
      text += blocks.at(to)?.text ?? '';
    }
    if (mayHaveHead && (from === head.index ? mayBeginFrontMatter(text) : hadFence)) {
      if (!hadFence || mayCloseFrontMatter(text)) return undefined;
    }
    const cuts = mode === 'plain' ? cutLines(text) : cutBody(text);
    const found = cuts.findIndex((cut) => boundaries.has(cut));
    const isAtEnd = to >= blocks.length;
    if (found < 0 && !isAtEnd) continue;
    const ends = found < 0 ? [...cuts, text.length] : cuts.slice(0, found + 1);
    const pieces = ends.map((end, index): Piece => ({ text: text.slice(ends[index - 1] ?? 0, end), form: 'markdown' }));
    const filled = pieces.filter((piece) => piece.text !== '');
    if (filled.length === 0 && from === 0 && isAtEnd) return undefined;
    return trimmed(previous, {
      from,
      to: found < 0 ? blocks.length : (boundaries.get(cuts[found] ?? 0) ?? to),
      pieces: filled,
    });
  }
}

/** Whether an insertion after the block leaves its last line ending as it is. */
function isLineStart(block: Block | undefined, inserted: string): boolean {
  const text = block?.text ?? '';
  return text.endsWith('\n') || (text.endsWith('\r') && !inserted.startsWith('\n'));
}

function recutAll(previous: Parse, { span, newText }: TextChange): Window {
  const { text, mode, blocks } = previous;
  const pieces = cutBlocks(text.slice(0, span.start) + newText + text.slice(span.end), mode);
  return trimmed(previous, { from: 0, to: blocks.length, pieces });
}

/** Without the blocks at both ends that stay as they are. */
function trimmed({ blocks }: Parse, { from, to, pieces }: Window): Window {
  const isSame = (block: Block | undefined, piece: Piece | undefined): boolean =>
    block !== undefined &&
    piece !== undefined &&
    block.text === piece.text &&
    (block.form === 'front-matter') === (piece.form === 'front-matter');
  let start = 0;
  while (from + start < to && isSame(blocks.at(from + start), pieces[start])) start++;
  let end = 0;
  while (
    from + start + end < to &&
    end + start < pieces.length &&
    isSame(blocks.at(to - 1 - end), pieces[pieces.length - 1 - end])
  )
    end++;
  return { from: from + start, to: to - end, pieces: pieces.slice(start, pieces.length - end) };
}

function textOf({ blocks }: Parse, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) text += blocks.at(index)?.text ?? '';
  return text;
}
