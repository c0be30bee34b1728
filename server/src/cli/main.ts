/** The command `tallymark`: reads its arguments, runs one command, and sets the exit code. */
import { CommanderError } from 'commander';
import { createFileChecker } from './checkFile';
import { CommandFailure } from './failure';
import { serveAsThread } from './pool';
import { createProgram, serving } from './program';
import { createTerminal } from './terminal';

declare const process: NodeJS.Process;

async function main(): Promise<number> {
  const terminal = createTerminal(process);
  try {
    const { program, exitCode } = createProgram(terminal, process.argv);
    await program.parseAsync(process.argv);
    return exitCode();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandFailure) {
      terminal.error(error.message);
      return 2;
    }
    throw error;
  } finally {
    terminal.flush();
  }
}

if (!serveAsThread(createFileChecker)) run();

function run(): void {
  main().then(
    (code) => {
      if (code !== serving) process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`tallymark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
