/**
 * Drives the server with a real client that is not VS Code: Neovim, headless, with the recipe of the README as its whole configuration.
 * node test/editors/run.mjs ends with 0 when every test passed. The same session runs once as the client comes, and once for every unit
 * in which a client may count columns. Beside this: install.mjs finds Neovim or fetches it from Debian's packages, neovim.lua is the session.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGroup, temporaryFolder, within } from '../host/processes.mjs';
import { EditorUnavailable, installedNeovim } from './install.mjs';
import { recipe } from './recipes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../..');

const report = `---
title: 青屿镇2024年上半年工作情况
---

# 青屿镇2024年上半年工作情况

## 一、企业服务

📌走访企业<<visits:12>>家，化解纠纷**件，召开会议***次。
全镇<<visits>>家企业均已建档📌，新增就业岗位<<jobs:**>>个，visits 一词不是标签。
`;

const total = { passed: 0, failed: 0 };
try {
  const server = builtServer();
  const neovim = installedNeovim();
  console.log(`\n${neovim.version}`);
  for (const encoding of [undefined, 'utf-8', 'utf-16', 'utf-32']) await runSession(neovim, server, encoding);
} catch (error) {
  total.failed++;
  console.error(error instanceof EditorUnavailable ? error.message : error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function builtServer() {
  const cli = path.resolve(process.env.TALLYMARK_CLI ?? path.join(repository, 'dist/cli.js'));
  if (!fs.existsSync(cli)) throw new EditorUnavailable('dist/cli.js is missing; "npm run build" makes it.');
  return cli;
}

async function runSession(neovim, server, encoding) {
  const start = Date.now();
  const title = encoding === undefined ? 'Neovim as it comes' : `Neovim that counts columns in ${encoding}`;
  console.log(`\n${title}`);
  const { passed, expected, failure, encoding: agreed } = await sessionIn(neovim, server, encoding);
  for (const name of passed) console.log(`  ✔ ${name}`);
  if (failure !== undefined) console.log(`  ✘ ${failure.step}\n    ${failure.message}`);
  total.passed += passed.length;
  total.failed += expected - passed.length;
  console.log(`  ${passed.length} of ${expected} passed in ${((Date.now() - start) / 1000).toFixed(1)} s (${agreed})`);
}

/** What the session wrote about itself. A Neovim that dies writes nothing, which is a failure. */
async function sessionIn(neovim, server, encoding) {
  const { folder, remove } = temporaryFolder('neovim');
  const file = (name, content, mode) => {
    const named = path.join(folder, name);
    fs.mkdirSync(path.dirname(named), { recursive: true });
    if (content !== undefined) fs.writeFileSync(named, content, { mode });
    return named;
  };
  const result = file('result.json');
  const exit = file('exit');
  // The command of the recipe, without what only Neovim needs, and with its exit code kept.
  const command = [process.execPath, server].map((part) => `'${part}'`).join(' ');
  file('bin/tallymark', `#!/bin/sh\nunset LD_LIBRARY_PATH VIMRUNTIME\n${command} "$@"\necho $? > '${exit}'\n`, 0o755);
  // The recipe comes last, so that the session can change what the client announces.
  const init = file(
    'init.lua',
    `dofile('${path.join(here, 'neovim.lua')}')\n${recipe(repository, recipeFor(neovim.version))}`,
  );
  const { child, stop } = startGroup(
    neovim.command,
    [...neovim.args, '--headless', '-n', '-i', 'NONE', '-u', init, file('reports/june.report.md', report)],
    {
      cwd: path.join(folder, 'reports'),
      env: {
        ...environmentIn(folder),
        ...neovim.env,
        TALLYMARK_RESULT: result,
        TALLYMARK_EXIT: exit,
        ...(encoding === undefined ? {} : { TALLYMARK_ENCODING: encoding }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  try {
    const ended = new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
    await within(60_000, 'The session in Neovim', ended);
    // Neovim has put the server into a process group of its own; it ends by itself once nobody talks to it.
    await within(20_000, 'The end of the server', written(exit));
    return JSON.parse(fs.readFileSync(result, 'utf8'));
  } catch (error) {
    throw new Error(`The session in Neovim did not come to its end.\n${output}`, { cause: error });
  } finally {
    await stop();
    remove();
  }
}

/** Resolves when the file is there with something in it. */
async function written(file) {
  while (!fs.existsSync(file) || fs.statSync(file).size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The first line of the block of the README that is for this Neovim. */
function recipeFor(version) {
  const [major, minor] = /(\d+)\.(\d+)/.exec(version).slice(1).map(Number);
  return major > 0 || minor >= 11 ? 'Neovim 0.11' : 'Neovim 0.7';
}

/** Nothing of the user's own Neovim is read or written. */
function environmentIn(folder) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(N?VIM|MYVIMRC|XDG_|LC_|LANG|npm_|TALLYMARK_)/.test(name),
  );
  const own = ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => [
    `XDG_${name}_HOME`,
    path.join(folder, name.toLowerCase()),
  ]);
  const search = `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`;
  return { ...Object.fromEntries([...kept, ...own]), HOME: folder, PATH: search, LANG: 'C.UTF-8' };
}
