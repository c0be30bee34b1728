/** Unit, specification and tidy tests; YAML, Markdown and text assets load as strings, as they do in the bundles. */
import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      name: 'text-assets',
      enforce: 'pre',
      async load(id) {
        if (!/\.(?:yaml|txt|md)$/.test(id)) return undefined;
        return `export default ${JSON.stringify(await readFile(id, 'utf8'))};`;
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/host/**'],
    // Modules keep no state, so test files can share them; loading all of them anew for each file takes longer than most tests.
    isolate: false,
    testTimeout: 20_000,
  },
});
