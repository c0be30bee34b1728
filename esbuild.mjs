/**
 * Makes the bundles of dist/, or of another folder: `node esbuild.mjs [--watch] [--dev] [--to=FOLDER] [NAME...]`.
 * Without names it makes all of them, and fails if one cannot be made. `--dev` (implied by `--watch`) keeps names and adds source maps.
 */
import { chmod, readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { build, context } from 'esbuild';

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isWatching = flags.includes('--watch');
const folder = flags.find((flag) => flag.startsWith('--to='))?.slice(5) ?? 'dist';
const isDevelopment = isWatching || flags.includes('--dev');

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const bundleUrl = `const bundleUrl = require('node:url').pathToFileURL(__filename).href;`;
const define = { TALLYMARK_VERSION: JSON.stringify(version) };
/** Templates as `template/packed.ts` reads them. */
const packTemplates = {
  name: 'pack templates',
  setup(build) {
    build.onLoad({ filter: /\.template\.yaml$/ }, async ({ path }) => ({
      contents: `packed:${deflateRawSync(await readFile(path), { level: 9 }).toString('base64')}`,
      loader: 'text',
    }));
  },
};
const shared = {
  bundle: true,
  // Escaped, the text is one byte a character to V8, which reads and compiles it faster.
  charset: 'ascii',
  define,
  legalComments: 'none',
  loader: { '.yaml': 'text', '.txt': 'text', '.md': 'text' },
  logLevel: 'warning',
  minify: !isDevelopment,
  plugins: [packTemplates],
  sourcemap: isDevelopment ? 'linked' : false,
  target: 'es2022',
};

const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some language server packages put a UMD build first, whose inner requires a bundler cannot follow.
  mainFields: ['module', 'main'],
  // The bundles are CommonJS, where `import.meta` is empty; packages ask it for their own address.
  define: { ...define, 'import.meta.url': 'bundleUrl' },
  banner: { js: bundleUrl },
};
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = {
  cli: {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: `${folder}/cli.js`,
    banner: { js: `#!/usr/bin/env node\n${bundleUrl}` },
  },
  'server.node': { ...node, entryPoints: ['server/src/main.node.ts'], outfile: `${folder}/server.node.js` },
  'server.browser': {
    ...browser,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: `${folder}/server.browser.js`,
    format: 'iife',
    // Where a package has a build for pages and one for workers: a worker has no `document`.
    conditions: ['worker', 'module'],
  },
  'client.node': {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: `${folder}/client.node.js`,
    external: ['vscode'],
  },
  'client.browser': {
    ...browser,
    entryPoints: ['client/src/extension.browser.ts'],
    outfile: `${folder}/client.browser.js`,
    format: 'cjs',
    external: ['vscode'],
  },
  preview: {
    ...browser,
    entryPoints: ['client/src/preview/media/preview.ts', 'client/src/preview/media/preview.css'],
    outdir: `${folder}/media`,
    format: 'iife',
  },
};

const unknown = names.filter((name) => !(name in bundles));
if (unknown.length > 0) {
  console.error(`No bundle is named ${unknown.join(', ')}; there are ${Object.keys(bundles).join(', ')}.`);
  process.exit(2);
}

const chosen = Object.entries(bundles).filter(([name]) => names.length === 0 || names.includes(name));
if (isWatching) {
  for (const [name, options] of chosen)
    await (await context({ ...options, plugins: [...options.plugins, announce(name)] })).watch();
} else {
  const results = await Promise.allSettled(chosen.map(([, options]) => build(options)));
  // esbuild has printed the reasons by now.
  if (results.some((result) => result.status === 'rejected')) process.exit(1);
  if (chosen.some(([name]) => name === 'cli')) await chmod(`${folder}/cli.js`, 0o755);
}

function announce(name) {
  return {
    name: 'announce',
    setup(build) {
      build.onEnd((result) => console.log(`${name}: ${result.errors.length === 0 ? 'built' : 'failed'}`));
    },
  };
}
