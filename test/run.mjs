/** Runs a TypeScript program of the tests with plain Node: `node test/run.mjs FILE.ts [ARGUMENT...]`, bundled as the product is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the program to run: node test/run.mjs FILE.ts [ARGUMENT...]');
  process.exit(2);
}
// Inside the repository, so that packages that stay outside the bundle are found.
const directory = await mkdtemp(join(import.meta.dirname, '../node_modules/.tallymark-'));
try {
  const outfile = join(directory, 'program.mjs');
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: { '.yaml': 'text', '.txt': 'text', '.md': 'text' },
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(resolve(file)).href) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  process.argv.splice(1, process.argv.length, resolve(file), ...rest);
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(directory, { recursive: true, force: true });
}
