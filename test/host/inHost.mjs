/** Runs the tests inside VS Code, in the Node or in the web-worker extension host of a fresh editor. */
import path from 'node:path';
import { readResult, workspaceIn } from '../e2e/result.mjs';
import { launchChromium } from './chromium.mjs';
import { startFront } from './front.mjs';
import { within } from './processes.mjs';
import { startServer } from './server.mjs';
import { bundleSuite, repository } from './suite.mjs';
import { configurePage, workbenchUrl } from './workbench.mjs';

/**
 * Resolves to `{passed, failed, tests}`. A run whose counts are not there, that ran nothing or left a test out, or whose exit
 * code says otherwise than its counts, is a failure and rejects: an extension host that dies would look like a pass.
 */
export async function runInHost(host, kind, { grep, artifacts } = {}) {
  const server = await startServer(host);
  let front;
  let browser;
  try {
    const folder = workspaceIn(server.folder);
    const bundle = await bundleSuite(path.join(server.folder, 'suite'), grep);
    browser = await launchChromium(host, server.folder);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let url;
    if (kind === 'web') {
      // Tests outside the folder of an extension would be sent to a host on the desktop, which is not there.
      front = await startFront(server.base, { '/extension/suite': path.dirname(bundle), '/extension': repository });
      await configurePage(page, {
        extension: `${front.base}extension`,
        tests: `${front.base}extension/suite/inHost.js`,
      });
      url = workbenchUrl({ base: front.base }, { folder });
    } else {
      await configurePage(page);
      url = workbenchUrl(server, { folder, extension: repository, tests: bundle });
    }
    const keepPicture = () => page.screenshot({ path: path.join(artifacts, `failed-in-${kind}-host.png`) });
    const code = await exitCode(page, url).catch(async (error) => {
      await keepPicture();
      throw error;
    });
    if (code !== 0) await keepPicture();
    const result = readResult(folder, kind);
    if ((code === 0) !== (result.failed === 0)) {
      throw new Error(
        `VS Code ended with ${code} after ${result.failed} failed tests.\n${server.output().slice(-2000)}`,
      );
    }
    return result;
  } finally {
    await browser?.close();
    front?.close();
    await server.stop();
  }
}

/** Opens the workbench, which runs the tests by itself, and waits until it says how they ended. */
async function exitCode(page, url) {
  const ended = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The page crashed')));
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
    void page.exposeFunction('codeAutomationLog', (_type, args) => printResults(args));
  });
  if (process.env.TALLYMARK_VERBOSE) page.on('console', (message) => console.log('  >', message.text().slice(0, 300)));
  await page.goto(url);
  return within(240_000, 'The run inside VS Code', ended);
}

/** Lines of the tests themselves; everything else that the editor logs is noise. */
function printResults(args) {
  const text = args.map(String).join(' ');
  if (/^\s*[✔✘-] /.test(text)) console.log(text);
  else if (process.env.TALLYMARK_VERBOSE) console.log(`  | ${text.slice(0, 500)}`);
}
