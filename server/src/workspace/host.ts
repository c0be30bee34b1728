/** The world outside the open documents, as the workspace sees it. Node, the editor and the tests each bring their own. */

/** Files by URI. Nothing here throws: what cannot be read is not there. */
export interface Host {
  /** The text of a file; undefined where it is missing or unreadable. */
  read(uri: string): Promise<string | undefined>;
  /** The URIs of the files that match a glob pattern, in a stable order. */
  list(pattern: string): Promise<readonly string[]>;
  /** Calls `changed` for every file that is written, created or removed, until the returned function is called. */
  watch(changed: (uri: string) => void): () => void;
}

/** A world without files: everything is in the open documents. */
export const emptyHost: Host = {
  read: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
  watch: () => () => undefined,
};
