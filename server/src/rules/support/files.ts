/** How the files of a workspace are named to a person. */
import { decodePath } from '../../base/decodePath';

/** The last part of a URI or path, as a person reads it. */
export function fileName(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? uri;
  return decodePath(last);
}
