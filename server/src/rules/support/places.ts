/** Places in a line of prose, for rules that look at what an author says in words. */
import type { Span } from '../../base/span';
import type { MaskFact } from '../../report/facts';
import { gap, type ProseLine } from '../../report/prose';

/** A stretch of the line's text, in the block's. */
export function spanIn({ span }: ProseLine, start: number, end: number): Span {
  return { start: span.start + start, end: span.start + end };
}

export function hasHan(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

/** Whether a mask holds the sign at `offset`. Masks are in order. */
export function isMaskedAt(offset: number, masks: readonly MaskFact[]): boolean {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((masks[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const mask = masks[low];
  return mask !== undefined && mask.span.start <= offset;
}

/** As a reader sees it: without the frames of tags and the marks of emphasis. */
export function seen(text: string): string {
  return text.replaceAll(gap, '');
}
