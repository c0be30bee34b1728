/** Runs the tests that drive VS Code's window, with Mocha in this process. */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { useWindows, windowFailed } from '../e2e/window/support.mjs';
import { repository } from './suite.mjs';
import { startWindows } from './window.mjs';

const folder = path.join(repository, 'test/e2e/window');

/** Resolves to `{passed, failed, tests}`; pictures go to `artifacts`. */
export async function runWindowTests(host, { grep, artifacts }) {
  const windows = await startWindows(host);
  try {
    useWindows(windows, artifacts);
    const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, grep, forbidPending: true, forbidOnly: true });
    mocha.reporter(Silent);
    mocha.rootHooks({
      async afterEach() {
        if (this.currentTest?.state === 'failed') await windowFailed(this.currentTest.fullTitle());
      },
    });
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.e2e.mjs'));
    for (const name of files.sort()) mocha.addFile(path.join(folder, name));
    await mocha.loadFilesAsync();
    return await run(mocha);
  } finally {
    await windows.close();
  }
}

function run(mocha) {
  return new Promise((resolve, reject) => {
    const result = { passed: 0, failed: 0, tests: [] };
    const runner = mocha.run(() => {
      if (result.passed + result.failed === 0) reject(new Error('No test of the window was run'));
      else resolve(result);
    });
    runner.on('pass', (test) => {
      result.passed++;
      result.tests.push(test.fullTitle());
      console.log(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error) => {
      result.failed++;
      result.tests.push(test.fullTitle());
      console.log(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}

/** Results are printed as they come. */
class Silent {}
