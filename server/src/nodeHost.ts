/** Files on a disk, for the command line and for editors that leave files to the server. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { Host } from './service';

/** Names files as the folders are named: by `file:` URIs, or by paths relative to the only folder. */
export function createNodeHost(folders: readonly string[]): Host {
  const roots = folders.flatMap((folder) => {
    const root = toPath(folder);
    return root === undefined ? [] : [{ root, isUri: folder.startsWith('file:') }];
  });
  return {
    async read(name) {
      const path = toPath(name);
      if (path === undefined) return undefined;
      try {
        return await readFile(isAbsolute(path) ? path : resolve(roots[0]?.root ?? '.', path));
      } catch {
        return undefined;
      }
    },
    async list(pattern) {
      const found: string[] = [];
      for (const { root, isUri } of roots) {
        // A folder that cannot be listed has no files.
        const paths = await glob(pattern, { cwd: root, ignore: ['**/node_modules/**', '**/.git/**'] }).catch(() => []);
        found.push(...paths.map((path) => (isUri ? pathToFileURL(join(root, path)).href : path)));
      }
      return found.sort();
    },
  };
}

/** Undefined for a URI that is no file's. */
function toPath(name: string): string | undefined {
  if (name.startsWith('file:')) {
    try {
      return fileURLToPath(name);
    } catch {
      return undefined;
    }
  }
  // A drive letter is no scheme.
  return /^[a-z][a-z0-9+.-]+:/i.test(name) ? undefined : name;
}
