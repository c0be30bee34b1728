/** What is wrong with a text and how it can be put right. Author's mistakes are values of this kind, never exceptions. */
import type { Message } from './message';
import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A replacement of the text in `span` by `newText`; an empty span inserts. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/** A way to put a problem right. The changes of one fix do not overlap and are in ascending order. */
export interface Fix {
  readonly title: Message;
  readonly changes: readonly TextChange[];
  /** True where the author has nothing to choose, so that it may be applied without asking (`check --fix`, fix all). */
  readonly isCertain?: boolean;
}

/** A fault at a place in a text. `code` is the rule's id, `message` says fact, norm and remedy. */
export interface Problem {
  readonly code: string;
  readonly span: Span;
  readonly message: Message;
  readonly fixes?: readonly Fix[];
}

/** Applies changes that do not overlap, in ascending order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let offset = 0;
  for (const change of changes) {
    result += text.slice(offset, change.span.start) + change.newText;
    offset = change.span.end;
  }
  return result + text.slice(offset);
}
