/** What the preview's page and the extension say to each other. Plain data; nothing here runs. */

/** From the extension to the page. */
export type ToPage =
  | {
      readonly kind: 'show';
      /** Kept by the page, so that the preview of this report comes back after a reload of the window. */
      readonly uri: string;
      readonly version: number;
      /** The page's address of the report's folder, for images; ends in a slash. */
      readonly base: string;
      /** Of the body; already safe. */
      readonly html: string;
      /** The sentence of the status line. */
      readonly status: string;
    }
  /** Nothing can be shown; the sentence says why. */
  | { readonly kind: 'empty'; readonly status: string }
  /** The editor's first visible line, zero-based. */
  | { readonly kind: 'scroll'; readonly line: number };

/** From the page to the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  /** The author chose an element; offsets into version `version` of the report. */
  | { readonly kind: 'reveal'; readonly version: number; readonly start: number; readonly end?: number };

/** What the page keeps across reloads. */
export interface PageState {
  readonly uri: string;
}
