/** Whether a file is one of those that glob patterns name. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** Takes an absolute path. */
export type Matches = (path: string) => boolean;

/**
 * Patterns are relative to the folder. One without a slash is a name at any depth, and one that names a folder names all that is in
 * it. What lies outside the folder matches only a pattern that begins with `../`.
 */
export function anyOf(patterns: readonly string[], folder: string): Matches {
  if (patterns.length === 0) return () => false;
  const tests = patterns.map((written) => {
    const pattern = written.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '');
    const test = picomatch(isAbsolute(written) ? relative(folder, written).split(sep).join('/') : pattern, {
      dot: true,
    });
    const isName = !pattern.includes('/');
    return (prefixes: readonly string[], names: readonly string[]) =>
      (isName ? names : prefixes).some((each) => test(each));
  });
  return (path) => {
    const names = relative(folder, resolve(folder, path)).split(sep);
    const prefixes = names.map((_, index) => names.slice(0, index + 1).join('/'));
    return tests.some((test) => test(prefixes, names));
  };
}
