/** The project's own files, as the tidy tests read them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export const root = join(import.meta.dirname, '../..');

/** Paths from the root, with forward slashes: all files that git tracks or would track. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)));
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Compares a generated file with what it should be; `UPDATE=1` writes it instead. */
export function expectGenerated(path: string, content: string): void {
  if (process.env['UPDATE'] === '1') {
    if (read(path) !== content) writeFileSync(join(root, path), content);
  } else {
    expect(read(path), `${path} is out of date; write it anew with: UPDATE=1 npm run unit`).toBe(content);
  }
}
