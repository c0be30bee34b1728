/** Whether a path is one of those that glob patterns name. */
import picomatch from 'picomatch';

/** Takes a path relative to the folder of the patterns, with `/` between its parts. */
export type MatchesPath = (path: string) => boolean;

/** A pattern without a slash is a name at any depth, and one that names a folder names all that is in it. */
export function matchPaths(patterns: readonly string[]): MatchesPath {
  if (patterns.length === 0) return () => false;
  const tests = patterns.map((written) => {
    const pattern = written.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '');
    const test = picomatch(pattern, { dot: true });
    const isName = !pattern.includes('/');
    return (prefixes: readonly string[], names: readonly string[]) =>
      (isName ? names : prefixes).some((each) => test(each));
  });
  return (path) => {
    const names = path.split('/');
    const prefixes = names.map((_, index) => names.slice(0, index + 1).join('/'));
    return tests.some((test) => test(prefixes, names));
  };
}
