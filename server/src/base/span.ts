/** Half-open ranges of a text, the only kind of position known below the feature layer. */

/** A range of UTF-16 offsets: `start` is its first unit, `end` the unit after its last. `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same range in a text that begins `by` units earlier. */
export function shift(range: Span, by: number): Span {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}

/** Whether `offset` lies in `range` or touches either of its ends, as a cursor does. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

export function slice(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}
