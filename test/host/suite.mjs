/** Bundles the tests that run inside VS Code. One bundle serves the Node and the web-worker extension host, and the desktop. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
