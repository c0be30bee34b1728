/** Bundles the tests that run inside VS Code. One bundle serves the Node and the web-worker extension host, and the desktop. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { HostUnavailable } from './install.mjs';

/** The repository. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Writes the bundle into `folder` and returns its path; it exports `run()`. `grep` chooses tests by their title. */
export async function bundleSuite(folder, grep = '') {
  const outfile = path.join(folder, 'inHost.js');
  await build({
    entryPoints: [path.join(repository, 'test/e2e/inHost/run.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: { 'process.env.TALLYMARK_GREP': JSON.stringify(grep) },
    logLevel: 'warning',
  });
  return outfile;
}

/** Throws where the extension has not been built: VS Code would only say that it could not be activated. */
export function requireBuilt() {
  const bundles = ['client.node.js', 'client.browser.js', 'server.node.js', 'server.browser.js', 'media/preview.js'];
  const missing = bundles.filter((name) => !fs.existsSync(path.join(repository, 'dist', name)));
  if (missing.length > 0) throw new HostUnavailable(`dist/${missing[0]} is missing; "npm run build" makes it.`);
}
