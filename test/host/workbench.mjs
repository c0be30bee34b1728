/** Opens VS Code's workbench in a page and drives it as a person would. */

/**
 * The workbench's address. `folder` is opened, and `file` in it; `extension` and `tests` are folders or modules on the server's disk for the
 * Node extension host.
 */
export function workbenchUrl(server, { folder, file, extension, tests }) {
  const url = new URL(server.base);
  const remote = (name) => `vscode-remote://${url.host}${name}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (extension || tests) payload.push(['enableProposedApi', '']);
  if (file) payload.push(['openFile', remote(file)]);
  if (server.token) url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * Changes the configuration the page reads at its start. `extension` and `tests` are URLs for the web-worker extension host;
 * `language` is the editor's display language, as far as extensions see it. The page's answer is changed from inside because
 * Chromium refuses the websocket of a page whose document was rewritten on the way.
 */
export async function configurePage(page, { extension, tests, language } = {}) {
  const developmentOptions = {};
  if (extension) developmentOptions.extensions = [uriOf(extension)];
  if (tests) developmentOptions.extensionTestsPath = uriOf(tests);
  await page.addInitScript(
    ({ developmentOptions, language }) => {
      const getAttribute = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = getAttribute.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
        const configuration = JSON.parse(value);
        Object.assign((configuration.productConfiguration ??= {}), {
          serviceWorker: null,
          extensionsGallery: null,
          enableTelemetry: false,
        });
        Object.assign((configuration.developmentOptions ??= {}), developmentOptions);
        return JSON.stringify(configuration);
      };
      if (language) Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set() {} });
    },
    { developmentOptions, language },
  );
}

function uriOf(text) {
  const url = new URL(text);
  return { scheme: url.protocol.slice(0, -1), authority: url.host, path: decodeURIComponent(url.pathname) };
}

/** Waits until the workbench stands. */
export async function workbenchReady(page) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
}

/** Opens a file of the folder by its name, as with Ctrl+P. */
export async function openFile(page, name) {
  await typeInQuickInput(page, 'Control+P', name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: 20_000 });
  await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 20_000 });
}

/** Runs a command by its title, as from the command palette. */
export async function runCommand(page, title) {
  await typeInQuickInput(page, 'F1', `>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Enter');
}

/**
 * Opens the quick input by a key and fills it. An editor that takes the focus late closes it again at once, whatever asked for the
 * focus before; then it is opened once more, as a person would.
 */
async function typeInQuickInput(page, key, text) {
  for (let left = 4; ; left--) {
    await page.keyboard.press(key);
    try {
      await quickInput(page).fill(text, { timeout: left > 0 ? 4_000 : 20_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The input box of the command palette and of every pick list and question. */
export function quickInput(page) {
  return page.locator('.quick-input-widget:visible input').first();
}

/** The document inside the visible webview. */
export function webviewDocument(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Places the cursor at the start of a line, counted from 1. */
export async function goToLine(page, line) {
  await typeInQuickInput(page, 'Control+G', `:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` }).waitFor({ timeout: 20_000 });
}
