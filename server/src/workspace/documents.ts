/** The documents that are open in the editor: the only state that the server keeps over time. */
import { encodeLines, type PositionEncoding } from '../base/encoding';
import { lazy } from '../base/lazy';
import { createLineIndex, type LineIndex } from '../base/lineIndex';
import { applyChanges, type TextChange } from '../base/problem';
import { reparse } from '../syntax/parse';
import type { Parse } from '../syntax/types';
import { textIn } from './at';

/** One state of a document. A change makes a new value. */
export interface Document {
  readonly uri: string;
  /** As the editor counts: grows with every change. */
  readonly version: number;
  /** The editor's name for the language; undefined for a text that no editor holds. */
  readonly languageId: string | undefined;
  readonly content: Content;
  /** The offset of the last edit; 0 before the first. */
  readonly editedAt: number;
}

/** A text that takes edits. That of a report is kept parsed, so that an edit costs what it touches. */
export interface Content {
  readonly text: string;
  readonly lines: LineIndex;
  /** The beginning of the text, by which reports are told from other documents. */
  readonly head: string;
  readonly parse: Parse | undefined;
  /** Ends of the span that lie outside the text are moved to its nearest end; a span that runs backwards is taken forwards. */
  apply(change: TextChange): Content;
}

/** In UTF-16 units. */
const headLength = 4000;

export function plainContent(text: string): Content {
  const lines = lazy(() => createLineIndex(text));
  return {
    text,
    get lines() {
      return lines();
    },
    head: text.slice(0, headLength),
    parse: undefined,
    apply({ span, newText }) {
      const start = Math.max(0, Math.min(span.start, span.end, text.length));
      const end = Math.max(start, Math.min(Math.max(span.start, span.end), text.length));
      return plainContent(applyChanges(text, [{ span: { start, end }, newText }]));
    },
  };
}

export function parsedContent(parse: Parse): Content {
  const head = lazy(() => {
    let text = '';
    for (const block of parse.blocks) {
      if (text.length >= headLength) break;
      text += block.text;
    }
    return text.slice(0, headLength);
  });
  return {
    get text() {
      return parse.text;
    },
    get lines() {
      return parse.lines;
    },
    get head() {
      return head();
    },
    parse,
    apply: (change) => parsedContent(reparse(parse, change)),
  };
}

/** The lines of a text with columns as a client counts them. */
export function clientLines(content: Content, encoding: PositionEncoding): LineIndex {
  const { parse } = content;
  return encodeLines(content.lines, encoding, (start, end) =>
    parse === undefined ? content.text.slice(start, end) : textIn(parse, { start, end }),
  );
}

/** What a client sends about a document that is not as it believes; the caller reports it to the client's log. */
export type Refusal = 'not-open' | 'already-open';

export interface Documents {
  get(uri: string): Document | undefined;
  all(): readonly Document[];
  open(document: Document): Refusal | undefined;
  /** Applies the changes one after the other, each to the text that the one before it left. */
  change(uri: string, version: number, changes: readonly Edit[]): Refusal | undefined;
  /** Keeps the same text in another form. */
  keep(uri: string, content: Content): void;
  close(uri: string): Refusal | undefined;
}

/** A change of a text whose place is given by line and column, as the client counts them; or a whole new text. */
export type Edit = (lines: LineIndex) => TextChange;

export function createDocuments(encoding: () => PositionEncoding): Documents {
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
      let { content, editedAt } = old;
      for (const edit of changes) {
        const change = edit(clientLines(content, encoding()));
        content = content.apply(change);
        editedAt = change.span.start;
      }
      open.set(uri, { ...old, version, content, editedAt });
      return undefined;
    },
    keep(uri, content) {
      const old = open.get(uri);
      if (old !== undefined) open.set(uri, { ...old, content });
    },
    close(uri) {
      return open.delete(uri) ? undefined : 'not-open';
    },
  };
}
