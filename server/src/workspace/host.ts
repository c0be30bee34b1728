/** The world outside the open documents, as the workspace sees it. Node, the editor and the tests each bring their own. */

/** Files by URI, or by path where the host speaks of paths. Nothing here rejects: what cannot be read is not there. */
export interface Host {
  /** The bytes of a file; undefined where it is missing or unreadable. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The files that match a glob pattern such as `metrics*.yaml` in any folder, in a stable order. */
  list(pattern: string): Promise<readonly string[]>;
}

/** A world without files: everything is in the open documents. */
export const emptyHost: Host = {
  read: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
};

/** A path that a report names, such as `../data/june.xlsx`, as the host knows it. Percent signs are written out in URIs alone. */
export function resolvePath(from: string, path: string): string {
  const slashed = path.replace(/\\/g, '/');
  if (/^[a-z][a-z0-9+.-]+:/i.test(from)) {
    // Half of a surrogate pair is no text that could be encoded.
    const encoded = slashed
      .replace(/\p{Cs}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    // What is no address to resolve from is the name of a text that has none, such as `untitled:`.
    return URL.canParse(encoded, from) ? new URL(encoded, from).href : path;
  }
  const folder = slashed.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...folder, ...slashed.split('/')]) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}

/** From a file to another, with `/`; undefined where no path leads there. */
export function relativePath(from: string, to: string): string | undefined {
  const [base, target] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < base.length && same < target.length - 1 && base[same] === target[same]) same++;
  // `file:`, nothing and the host must be the same, or it is another disk.
  if (same < Math.min(3, base.length)) return undefined;
  const steps = [...base.slice(same).map(() => '..'), ...target.slice(same)];
  try {
    return steps.map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}
