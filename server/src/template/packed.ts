/** Texts as the bundles carry them: packed, since most are never read and every one would have to be loaded at the start. */
import { inflateSync, strFromU8 } from 'fflate';

/** What a packed text begins with; no template does. `esbuild.mjs` writes the rest: raw deflate in Base64. */
const mark = 'packed:';

/** The text itself where it is not packed, as in the tests. */
export function unpacked(text: string): string {
  if (!text.startsWith(mark)) return text;
  const bytes = Uint8Array.from(atob(text.slice(mark.length)), (character) => character.charCodeAt(0));
  return strFromU8(inflateSync(bytes));
}
