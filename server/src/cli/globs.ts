/** Whether a file is one of those that glob patterns name. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { matchPaths } from '../service';

/** Takes an absolute path. */
export type Matches = (path: string) => boolean;

/**
 * Patterns are relative to the folder. One without a slash is a name at any depth, and one that names a folder names all that is in
 * it. What lies outside the folder matches only a pattern that begins with `../`.
 */
export function anyOf(patterns: readonly string[], folder: string): Matches {
  const within = (path: string): string => relative(folder, path).split(sep).join('/');
  const matches = matchPaths(patterns.map((pattern) => (isAbsolute(pattern) ? within(pattern) : pattern)));
  return (path) => matches(within(resolve(folder, path)));
}
