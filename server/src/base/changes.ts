/** Changes of a text as values: one set after another as one set, and each no longer than what it changes. */
import type { TextChange } from './problem';
import type { Span } from './span';

/**
 * The changes of a text that do in one step what `first` does to it and `second` does to the text that `first` leaves. `length` is
 * that of the text. All three are in order and do not overlap.
 */
export function composeChanges(
  first: readonly TextChange[],
  second: readonly TextChange[],
  length: number,
): readonly TextChange[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const source = createSource(piecesOf(first, length));
  const result: Piece[] = [];
  let at = 0;
  for (const { span, newText } of second) {
    result.push(...source.take(span.start - at));
    source.take(span.end - span.start);
    result.push({ kind: 'new', text: newText });
    at = span.end;
  }
  result.push(...source.take(Infinity));
  return changesOf(result, length);
}

/** The change without what it leaves as it is at its beginning and its end; undefined where it changes nothing. */
export function trimChange(text: string, { span: { start, end }, newText }: TextChange): TextChange | undefined {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, newText.length);
  let tail = 0;
  while (tail < shorter && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  let head = 0;
  while (head < shorter - tail && old[head] === newText[head]) head++;
  if (head + tail === old.length && old.length === newText.length) return undefined;
  return { span: { start: start + head, end: end - tail }, newText: newText.slice(head, newText.length - tail) };
}

/** Where a stretch of a text is after changes that come in order. What is put in at its edges belongs to it. */
export function moveSpan({ start, end }: Span, changes: readonly TextChange[]): Span {
  let [before, within] = [0, 0];
  for (const { span, newText } of changes) {
    const grows = newText.length - (span.end - span.start);
    if (span.end < start) before += grows;
    else if (span.start <= end) within += grows;
  }
  return { start: start + before, end: Math.max(start + before, end + before + within) };
}

/** A stretch of the text as it was, or one that is new. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

function piecesOf(changes: readonly TextChange[], length: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, newText } of changes) {
    pieces.push({ kind: 'kept', start: at, end: span.start }, { kind: 'new', text: newText });
    at = span.end;
  }
  pieces.push({ kind: 'kept', start: at, end: length });
  return pieces;
}

function createSource(pieces: readonly Piece[]): { take(length: number): readonly Piece[] } {
  let index = 0;
  let used = 0;
  return {
    take(length) {
      const taken: Piece[] = [];
      let left = length;
      for (let piece = pieces[index]; piece !== undefined && left > 0; piece = pieces[index]) {
        const part = partOf(piece, used, left);
        const size = lengthOf(part);
        taken.push(part);
        used += size;
        left -= size;
        if (used < lengthOf(piece)) break;
        index++;
        used = 0;
      }
      return taken;
    },
  };
}

function partOf(piece: Piece, from: number, length: number): Piece {
  if (piece.kind === 'new') return { kind: 'new', text: piece.text.slice(from, from + length) };
  const start = piece.start + from;
  return { kind: 'kept', start, end: Math.min(piece.end, start + length) };
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'new' ? piece.text.length : piece.end - piece.start;
}

function changesOf(pieces: readonly Piece[], length: number): readonly TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  let newText = '';
  const close = (start: number): void => {
    if (start > at || newText !== '') changes.push({ span: { start: at, end: start }, newText });
    newText = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'new') newText += piece.text;
    else if (piece.end > piece.start) {
      close(piece.start);
      at = piece.end;
    }
  }
  close(length);
  return changes;
}
