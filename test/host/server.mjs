/** Starts VS Code's server on a free loopback port with folders of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGroup, temporaryFolder, within } from './processes.mjs';

/** Nothing that asks, updates, reports or saves by itself: on the web, auto-save would write into fixtures. */
const quietSettings = {
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
};

/**
 * A running server: `child` is its process, `base` its URL, `folder` a temporary folder of this run, `output()` what it printed, `stop()` ends it
 * and removes the folder. With a `token`, only who knows it is let in.
 */
export async function startServer(host, { settings = {}, token, environment = {}, extensionFolder } = {}) {
  const { folder, remove } = temporaryFolder('host');
  const user = path.join(folder, 'user');
  fs.mkdirSync(path.join(user, 'User'), { recursive: true });
  fs.writeFileSync(
    path.join(user, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  const extensions = path.join(folder, 'extensions');
  if (extensionFolder) registerExtension(extensions, extensionFolder);
  const { child, stop } = startGroup(
    host.node,
    [
      ...['--require', fileURLToPath(new URL('guard.cjs', import.meta.url)), host.serverMain],
      ...['--host', '127.0.0.1', '--port', '0'],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      // The workbench takes extensions under development from the page's address only together with this driver.
      ...(extensionFolder ? [] : ['--enable-smoke-test-driver']),
      ...['--disable-workspace-trust', '--accept-server-license-terms', '--disable-telemetry'],
      ...['--server-data-dir', path.join(folder, 'server'), '--user-data-dir', user, '--extensions-dir', extensions],
    ],
    { cwd: folder, env: serverEnvironment(folder, environment), stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  const listening = new Promise((resolve, reject) => {
    const read = (data) => {
      output += data;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
  const stopAll = async () => {
    await stop();
    remove();
  };
  try {
    const port = await within(60_000, "The start of VS Code's server", listening);
    return { child, base: `http://127.0.0.1:${port}/`, folder, token, output: () => output, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Without a marketplace, and without what an editor around this process would hand down to it. */
function serverEnvironment(folder, extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    EXTENSIONS_GALLERY: '{}',
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    ...extra,
  };
}

/** Lists the folder of an extension as an installed one, where it is. */
function registerExtension(extensions, folder) {
  const { name, publisher, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  fs.mkdirSync(extensions, { recursive: true });
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: folder, scheme: 'file' },
    relativeLocation: path.relative(extensions, folder),
    metadata: {},
  };
  fs.writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}
