/** Which template the settings give a file that names none itself. */
import picomatch from 'picomatch';
import { decodePath } from '../base/decodePath';

/** Template ids by glob pattern, such as `monthly/**`: the first pattern that matches counts. */
export type Associations = ReadonlyMap<string, string>;

/** A pattern may begin at any folder of the file's path; one without a slash is the name of a file or folder. */
export function associatedTemplate(associations: Associations, uri: string): string | undefined {
  if (associations.size === 0) return undefined;
  const path = pathOf(uri);
  for (const [pattern, template] of associations) {
    const written = pattern.replace(/\\/g, '/').replace(/^(?:\.?\/)+|\/+$/g, '');
    if (written !== '' && picomatch.isMatch(path, [`**/${written}`, `**/${written}/**`], { dot: true }))
      return template;
  }
  return undefined;
}

function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?/i, '').replace(/^\/+/, '');
  return decodePath(path);
}
