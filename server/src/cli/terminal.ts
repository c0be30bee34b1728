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
  readInput(): Promise<Buffer>;
}

/** Colours only where a person looks at them: on a terminal, unless NO_COLOR is set. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { env, stdin, stdout, stderr } = process;
  const isColoured = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  let waiting = '';
  const flush = (): void => {
    stdout.write(waiting);
    waiting = '';
  };
  return {
    locale: env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'],
    folder: process.cwd(),
    colours: picocolors.createColors(isColoured),
    write(text) {
      waiting += text;
      if (waiting.length > 65_536) flush();
    },
    flush,
    error: (line) => void stderr.write(`tallymark: ${line}\n`),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}
