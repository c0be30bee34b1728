/** Opens windows of VS Code with the extension in them, for the tests that drive them and for screenshots. */
import fs from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';
import { repository } from './suite.mjs';
import { configurePage, workbenchReady, workbenchUrl } from './workbench.mjs';

/** A server and a browser in which any number of windows can be opened. `close` ends both and removes their folders. */
export async function startWindows(host) {
  const server = await startServer(host);
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchChromium(host, server.folder);
  } catch (error) {
    await close();
    throw error;
  }
  return { server, close, open: (options) => openWindow(server, browser, options) };
}

/**
 * A window of its own: a fresh folder with `files` (text by name), the `settings`, and a browser context that shares nothing
 * with others; `change` sets further settings while it is open. `language` is the display language as extensions see it.
 */
async function openWindow(server, browser, { files, settings = {}, language, size = { width: 1400, height: 900 } }) {
  const folder = fs.mkdtempSync(path.join(server.folder, 'window-'));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  const change = (values) => {
    const file = path.join(folder, '.vscode/settings.json');
    fs.writeFileSync(file, JSON.stringify({ ...shownSettings, ...settings, ...values }));
  };
  change({});
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  if (process.env.TALLYMARK_VERBOSE) page.on('console', (message) => console.log('  >', message.text().slice(0, 300)));
  await configurePage(page, { language });
  await page.goto(workbenchUrl(server, { folder, extension: repository }));
  await workbenchReady(page);
  return { page, folder, change, close: () => context.close() };
}

const shownSettings = {
  'files.exclude': { '.vscode': true },
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
};
