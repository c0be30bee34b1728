/** Writes what a command makes: to standard output, or to a file that is not there yet. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../base/message';
import { CommandFailure } from './failure';
import type { Terminal } from './terminal';

export interface OutputOptions {
  readonly output?: string;
  /** Whether a file that is there may be overwritten. */
  readonly force?: boolean;
}

/** Bytes are for a file alone: whoever has them sees to it that one is named. */
export async function writeOutput(
  made: string | Uint8Array,
  { output, force, language }: OutputOptions & { readonly language: Language },
  terminal: Terminal,
): Promise<void> {
  if (output === undefined) {
    if (typeof made === 'string') terminal.write(made);
    return;
  }
  try {
    await writeFile(resolve(terminal.folder, output), made, { flag: force === true ? 'w' : 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CommandFailure(
      exists
        ? {
            en: `${output} exists; choose another name or say --force`,
            zh: `${output} 已存在；请换一个文件名，或加 --force`,
          }
        : { en: `${output} cannot be written (${String(error)})`, zh: `无法写入 ${output}（${String(error)}）` },
      language,
    );
  }
}
