/** How rules name the files of a workspace. */

/** The last part of a URI or path, as a person reads it. */
export function fileName(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
