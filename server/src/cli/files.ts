/** Finds and reads the files that a command is given. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { Message } from '../base/message';
import type { Failure } from './formats/format';
import type { Matches } from './globs';
import type { Terminal } from './terminal';

/** A text with the name under which it is reported, or why there is none. */
export type Source = { readonly path: string; readonly text: string } | Failure;

/** What a file name on the command line stands for. `isNamed`: the user named this very file, so it is read whatever it is. */
export interface FoundFile {
  readonly path: string;
  readonly isNamed: boolean;
}

/**
 * Files named as they are; folders give the Markdown below them; anything else is a glob. In a stable order, without repeats, and
 * without those that are ignored.
 */
export async function findFiles(
  names: readonly string[],
  folder: string,
  isIgnored: Matches = () => false,
): Promise<{ files: readonly FoundFile[]; failures: readonly Failure[]; ignored: number }> {
  const files = new Map<string, FoundFile>();
  const failures: Failure[] = [];
  for (const name of names.length === 0 ? ['.'] : names) {
    const kind = name === '-' ? 'file' : await kindOf(resolve(folder, name));
    if (kind === 'file') files.set(name, { path: name, isNamed: true });
    else if (kind === 'folder') {
      const pattern = name === '.' ? '**/*.md' : `${escapeGlob(name.replace(/[\\/]+$/, ''))}/**/*.md`;
      for (const path of await expand(pattern, folder)) if (!files.has(path)) files.set(path, { path, isNamed: false });
    } else if (/[*?{}[\]!]/.test(name)) {
      const found = await expand(name, folder);
      for (const path of found) files.set(path, { path, isNamed: true });
      if (found.length === 0)
        failures.push({ path: name, failure: { en: 'no file matches this pattern', zh: '没有与此通配符匹配的文件' } });
    } else failures.push({ path: name, failure: missing });
  }
  const kept = [...files.values()].filter(({ path }) => path === '-' || !isIgnored(resolve(folder, path)));
  return { files: kept, failures, ignored: files.size - kept.length };
}

/** Reads a text file, or standard input for `-`. Never throws. */
export async function readSource(path: string, terminal: Input): Promise<Source> {
  const source = await readBytes(path, terminal);
  if ('failure' in source) return source;
  const text = decode(source.bytes);
  return text === undefined ? { path, failure: notText } : { path, text };
}

/** The same without regard to what the bytes are. */
export async function readBytes(
  path: string,
  terminal: Input,
): Promise<{ readonly path: string; readonly bytes: Buffer } | Failure> {
  try {
    return { path, bytes: path === '-' ? await terminal.readInput() : await readFile(resolve(terminal.folder, path)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { path, failure: missing };
    return {
      path,
      failure: {
        en: `the file cannot be read (${code || String(error)})`,
        zh: `无法读取文件（${code || String(error)}）`,
      },
    };
  }
}

type Input = Pick<Terminal, 'folder' | 'readInput'>;

const missing: Message = { en: 'there is no such file', zh: '文件不存在' };
const notText: Message = {
  en: 'the file is not UTF-8 text; save it as UTF-8 and check it again',
  zh: '文件不是 UTF-8 文本；请另存为 UTF-8 后再检查',
};

/** Bytes with a zero in them, or that are not UTF-8, are no text. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function expand(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(pattern.replace(/\\/g, '/'), {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  return found.sort();
}

function escapeGlob(path: string): string {
  return path.replace(/[*?{}[\]!()]/g, '\\$&');
}
