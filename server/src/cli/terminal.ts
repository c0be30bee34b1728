/** The terminal that a command runs in: output, colour, locale, standard input. */
import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  readonly locale: string | undefined;
  readonly folder: string;
  readonly colours: Colours;
  /** Standard output, in larger pieces than it is given; `flush` writes the rest. */
  write(text: string): void;
  flush(): void;
  error(line: string): void;
  /** A passing line for a person, in place of the one before; an empty one takes it away. Undefined where nobody looks at the errors. */
  readonly status: ((line: string) => void) | undefined;
  readInput(): Promise<Buffer>;
}

export function createTerminal(process: NodeJS.Process): Terminal {
  const { env, stdin, stdout, stderr } = process;
  let waiting = '';
  let hasStatus = false;
  const status = (line: string): void => {
    if (line === '' && !hasStatus) return;
    stderr.write(`\r\u001b[2K${line}`);
    hasStatus = line !== '';
  };
  const flush = (): void => {
    if (waiting === '') return;
    status('');
    stdout.write(waiting);
    waiting = '';
  };
  return {
    locale: env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'],
    folder: process.cwd(),
    colours: picocolors.createColors(wantsColours(env, stdout.isTTY)),
    write(text) {
      waiting += text;
      if (waiting.length > 65_536) flush();
    },
    flush,
    error(line) {
      status('');
      stderr.write(`tallymark: ${line}\n`);
    },
    status: stderr.isTTY && env['TERM'] !== 'dumb' ? status : undefined,
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}

/** Where a person looks at them, on a terminal; NO_COLOR says never, FORCE_COLOR always (or never, where it is 0). */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR: never = '', FORCE_COLOR: always = '', TERM: kind } = env;
  if (never !== '') return false;
  if (always !== '') return always !== '0' && always !== 'false';
  return isTerminal && kind !== 'dumb';
}

/** Columns of a terminal, where a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((total, character) => total + (character > '\u2e7f' ? 2 : 1), 0);
}

/** Fills up to so many columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
