/** Bundles the echo server as the product's own server is bundled, so that their starts can be compared. */
import { join } from 'node:path';
import { build } from 'esbuild';

export async function buildEcho() {
  await build({
    entryPoints: [join(import.meta.dirname, 'servers/echo.ts')],
    outfile: join(import.meta.dirname, 'node_modules/.build/echo.cjs'),
    bundle: true,
    charset: 'utf8',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    minify: true,
    platform: 'node',
    target: 'node20',
  });
}
