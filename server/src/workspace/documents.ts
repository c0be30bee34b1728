/** The documents that are open in the editor: the only state that the server keeps over time. */
import type { TextChange } from '../base/problem';

/** One state of a document. A change makes a new value. */
export interface Document {
  readonly uri: string;
  /** As the editor counts: grows with every change. */
  readonly version: number;
  /** The editor's name for the language; undefined for a text that no editor holds. */
  readonly languageId: string | undefined;
  readonly text: string;
}

/** What a client sends about a document that is not as it believes; the caller reports it to the client's log. */
export type Refusal = 'not-open' | 'already-open';

export interface Documents {
  get(uri: string): Document | undefined;
  all(): readonly Document[];
  open(document: Document): Refusal | undefined;
  /** Applies the changes one after the other, each to the text that the one before it left. */
  change(uri: string, version: number, changes: readonly Edit[]): Refusal | undefined;
  close(uri: string): Refusal | undefined;
}

/** A change of a text that may depend on it, such as one whose place is given by line and column; or a whole new text. */
export type Edit = (text: string) => TextChange;

export function createDocuments(): Documents {
  const open = new Map<string, Document>();
  return {
    get: (uri) => open.get(uri),
    all: () => [...open.values()],
    open(document) {
      // A second opening without a closing replaces the first, since the newer text is the one that the editor shows.
      const refusal = open.has(document.uri) ? 'already-open' : undefined;
      open.set(document.uri, document);
      return refusal;
    },
    change(uri, version, changes) {
      const old = open.get(uri);
      if (old === undefined) return 'not-open';
      const text = changes.reduce((current, edit) => applyOne(current, edit(current)), old.text);
      open.set(uri, { ...old, version, text });
      return undefined;
    },
    close(uri) {
      return open.delete(uri) ? undefined : 'not-open';
    },
  };
}

/** Ends that lie outside the text are moved to its nearest end; a span that runs backwards is taken forwards. */
function applyOne(text: string, { span, newText }: TextChange): string {
  const start = Math.max(0, Math.min(span.start, span.end, text.length));
  const end = Math.max(start, Math.min(Math.max(span.start, span.end), text.length));
  return text.slice(0, start) + newText + text.slice(end);
}
