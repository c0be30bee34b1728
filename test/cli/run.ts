/** Runs a command in a folder of its own, with a terminal that keeps what is written. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import picocolors from 'picocolors';
import { check, type CheckOptions } from '../../server/src/cli/check';
import { derive, type DeriveOptions } from '../../server/src/cli/derive';
import { explain, type ExplainOptions } from '../../server/src/cli/explain';
import { CommandFailure } from '../../server/src/cli/failure';
import { answers, type AnswerOptions } from '../../server/src/cli/answers';
import { questions, type QuestionOptions } from '../../server/src/cli/questions';
import { fill, type FillOptions } from '../../server/src/cli/fill';
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
  derive(names: readonly string[], options?: Partial<DeriveOptions>): Promise<Run>;
  answers(table: string, report: string, options?: Partial<AnswerOptions>): Promise<Run>;
  fill(report: string, options?: Partial<FillOptions>): Promise<Run>;
  questions(names: readonly string[], options?: Partial<QuestionOptions>): Promise<Run>;
  explain(rule?: string, options?: Partial<ExplainOptions>): Promise<Run>;
  tag(name: string, options?: Partial<TagOptions>, input?: string): Promise<Run>;
  write(name: string, content: string | Buffer): void;
  /** A terminal in any folder, for what the other members do not do. */
  readonly terminal: (folder: string) => KeptTerminal;
}

/** Gives the test a folder with these files, and takes it away afterwards. */
export async function inFolder(
  files: Readonly<Record<string, string | Buffer>>,
  test: (folder: Folder) => Promise<void>,
): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), 'tallymark-'));
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  try {
    await test({
      path,
      write,
      terminal: terminalIn,
      check: (names, options, input) =>
        run(path, input, (terminal) =>
          check(names, { format: 'stylish', failOn: 'hint', language: 'en', ...options }, terminal),
        ),
      derive: (names, options) => run(path, '', (terminal) => derive(names, { language: 'en', ...options }, terminal)),
      answers: (table, report, options) =>
        run(path, '', (terminal) => answers(table, report, { language: 'en', ...options }, terminal)),
      fill: (report, options) => run(path, '', (terminal) => fill(report, { language: 'en', ...options }, terminal)),
      questions: (names, options) =>
        run(path, '', (terminal) => questions(names, { format: 'markdown', language: 'en', ...options }, terminal)),
      explain: (rule, options) =>
        run(path, '', (terminal) => Promise.resolve(explain(rule, { language: 'en', ...options }, terminal))),
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
  const { at, output, errors } = terminalIn(folder, input);
  try {
    return { exitCode: await command(at), output: output(), errors: errors() };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { exitCode: 2, output: output(), errors: error.message };
  }
}

interface KeptTerminal {
  readonly at: Terminal;
  readonly output: () => string;
  readonly errors: () => string;
}

/** Keeps what is written. */
function terminalIn(folder: string, input: string | Buffer = ''): KeptTerminal {
  let output = '';
  let errors = '';
  const at: Terminal = {
    locale: 'en',
    folder,
    colours: picocolors.createColors(false),
    write: (text) => void (output += text),
    flush: () => undefined,
    status: undefined,
    error: (line) => void (errors += `${line}\n`),
    readInput: () => Promise.resolve(Buffer.from(input)),
  };
  return { at, output: () => output, errors: () => errors };
}
