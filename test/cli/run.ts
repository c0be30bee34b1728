/** Runs a command in a folder of its own, with a terminal that keeps what is written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { check, type CheckOptions } from '../../server/src/cli/check';
import { CommandFailure } from '../../server/src/cli/failure';
import { tag, type TagOptions } from '../../server/src/cli/tag';
import type { Terminal } from '../../server/src/cli/terminal';

export interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export interface Folder {
  readonly path: string;
  check(names: readonly string[], options?: Partial<CheckOptions>, input?: string | Buffer): Promise<Run>;
  tag(name: string, options?: Partial<TagOptions>, input?: string): Promise<Run>;
  write(name: string, content: string | Buffer): void;
}

/** Gives the test a folder with these files, and takes it away afterwards. */
export async function inFolder(
  files: Readonly<Record<string, string | Buffer>>,
  test: (folder: Folder) => Promise<void>,
): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), 'tallymark-'));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(path, name), content);
  for (const [name, content] of Object.entries(files)) write(name, content);
  try {
    await test({
      path,
      write,
      check: (names, options, input) =>
        run(path, input, (terminal) =>
          check(names, { format: 'stylish', failOn: 'hint', language: 'en', ...options }, terminal),
        ),
      tag: (name, options, input) =>
        run(path, input, (terminal) => tag(name, { language: 'en', ...options }, terminal)),
    });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

async function run(
  folder: string,
  input: string | Buffer = '',
  command: (terminal: Terminal) => Promise<number>,
): Promise<Run> {
  let output = '';
  let errors = '';
  const terminal: Terminal = {
    locale: 'en',
    folder,
    colours: picocolors.createColors(false),
    write: (text) => void (output += text),
    flush: () => undefined,
    error: (line) => void (errors += `${line}\n`),
    readInput: () => Promise.resolve(Buffer.from(input)),
  };
  try {
    return { exitCode: await command(terminal), output, errors };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { exitCode: 2, output, errors: error.message };
  }
}
