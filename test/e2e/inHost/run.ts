/** Entry of the tests inside VS Code: runs them with Mocha in any extension host and leaves the counts in the open folder. */
import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { folder } from './editor';

/** What the runner outside demands to see, since an extension host that dies looks like a pass. */
interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly tests: readonly string[];
  /** Which extension host it was. */
  readonly kind: 'node' | 'web';
}

/** Called by VS Code. Rejects if a test failed. */
export async function run(): Promise<void> {
  // The bundled Mocha is the browser's, the only one that runs in a worker too; it wants to be set up before any test is named.
  mocha.setup({
    ui: 'bdd',
    timeout: 90_000,
    grep: process.env.TALLYMARK_GREP,
    reporter: Silent as unknown as Mocha.ReporterConstructor,
  });
  await import('./suites');
  const result = await new Promise<Result>((resolve) => {
    const tests: string[] = [];
    const counts = { passed: 0, failed: 0, pending: 0 };
    // Not "mocha.run", which asks the address of a page for its options.
    const runner = Mocha.prototype.run.call(mocha, () =>
      resolve({ ...counts, tests, kind: typeof process === 'object' ? 'node' : 'web' }),
    );
    runner.on('pass', (test) => {
      counts.passed++;
      tests.push(test.fullTitle());
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error) => {
      counts.failed++;
      tests.push(test.fullTitle());
      console.log(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('pending', (test) => {
      counts.pending++;
      console.log(`  - ${test.fullTitle()}`);
    });
  });
  const file = vscode.Uri.joinPath(folder(), '.result.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(result)));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}

/** Mocha's own reporters for the browser write into a page. */
class Silent {}
