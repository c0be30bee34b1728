/** Reads the percent signs of a path as it stands in a URI. */

/** As it is where they stand for nothing. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
