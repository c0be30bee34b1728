/** The terminal that a command runs in: output, colour, locale, standard input. */
import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  readonly locale: string | undefined;
  readonly folder: string;
  readonly colours: Colours;
  write(text: string): void;
  error(line: string): void;
  readInput(): Promise<Buffer>;
}

/** Colours only where a person looks at them: on a terminal, unless NO_COLOR is set. */
export function createTerminal(process: NodeJS.Process): Terminal {
  const { env, stdin, stdout, stderr } = process;
  const isColoured = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return {
    locale: env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'],
    folder: process.cwd(),
    colours: picocolors.createColors(isColoured),
    write: (text) => void stdout.write(text),
    error: (line) => void stderr.write(`tallymark: ${line}\n`),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}
