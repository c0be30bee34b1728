/** Text with its blanks as the tab stops of a snippet. */
import type { Span } from '../../base/span';

/** A blank to stop at; stops of the same metric are filled together. */
export interface Stop extends Span {
  readonly metric: string | undefined;
}

/** A snippet that inserts `text`, with a stop for each blank in order, and the last at its end. */
export function toSnippet(text: string, stops: readonly Stop[]): string {
  const numbers = new Map<string, number>();
  let count = 0;
  let snippet = '';
  let from = 0;
  for (const { start, end, metric } of stops) {
    const known = metric === undefined ? undefined : numbers.get(metric);
    const number = known ?? ++count;
    if (metric !== undefined) numbers.set(metric, number);
    const blank = escapeSnippet(text.slice(start, end));
    snippet += escapeSnippet(text.slice(from, start)) + (known === undefined ? `\${${number}:${blank}}` : `$${number}`);
    from = end;
  }
  return `${snippet}${escapeSnippet(text.slice(from))}$0`;
}

/** Text of a snippet that inserts `text` as it stands. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
