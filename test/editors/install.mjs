/**
 * Finds Neovim, or fetches it from Debian's packages into a cache outside the repository: no root, and nothing is installed.
 * TALLYMARK_NEOVIM names another one than that on the PATH; TALLYMARK_HOST_CACHE another cache than the user's.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Why there is no Neovim; its message is one sentence for the person at the terminal. */
export class EditorUnavailable extends Error {}

/** The oldest that the recipes are for. */
const oldest = [0, 7];

/** A Neovim that runs: `command`, the `args` and the `env` that it needs besides all others, and its `version`. */
export function installedNeovim() {
  const named = process.env.TALLYMARK_NEOVIM;
  const own = versionOf(named || 'nvim');
  if (own !== undefined) return { command: named || 'nvim', args: [], env: {}, version: own };
  if (named) throw new EditorUnavailable(`TALLYMARK_NEOVIM names ${named}, which is no Neovim 0.7 or newer.`);
  if (!hasDebianTools()) {
    throw new EditorUnavailable(
      'The tests in other editors need Neovim 0.7 or newer on the PATH, or apt-get and dpkg-deb to fetch it, and there is neither.',
    );
  }
  const cache = cacheFolder();
  const root = path.join(cache, `tallymark-neovim-${recipeHash()}`);
  if (unpackedIn(root) === undefined) install(cache, root);
  const unpacked = unpackedIn(root);
  if (unpacked === undefined)
    throw new EditorUnavailable(`Neovim of Debian's packages does not run here; see ${root}.`);
  return unpacked;
}

/** Undefined where it does not run, or is too old. */
function versionOf(command, env = {}) {
  const { stdout } = spawnSync(command, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  const found = /^NVIM v(\d+)\.(\d+)\S*/.exec(stdout ?? '');
  if (found === null) return undefined;
  const [major, minor] = found.slice(1).map(Number);
  return major > oldest[0] || minor >= oldest[1] ? found[0] : undefined;
}

function unpackedIn(root) {
  const command = path.join(root, 'usr/bin/nvim');
  const libraries = ['usr/lib', 'lib'].flatMap((name) => foldersOf(path.join(root, name)));
  const env = { VIMRUNTIME: path.join(root, 'usr/share/nvim/runtime'), LD_LIBRARY_PATH: libraries.join(':') };
  const version = fs.existsSync(command) ? versionOf(command, env) : undefined;
  // Its own parsers, which it would look for in the system's folder.
  return version && { command, args: ['--cmd', `set runtimepath+=${path.join(root, 'usr/lib/nvim')}`], env, version };
}

/** The folder of the libraries, and that of each machine type in it. */
function foldersOf(folder) {
  if (!fs.existsSync(folder)) return [];
  const types = fs.readdirSync(folder).filter((name) => name.includes('-linux-gnu'));
  return [...types.map((name) => path.join(folder, name)), folder];
}

function hasDebianTools() {
  return ['apt-get', 'dpkg-deb'].every((tool) => spawnSync(tool, ['--version']).status === 0);
}

function cacheFolder() {
  const chosen = process.env.TALLYMARK_HOST_CACHE;
  if (chosen) return path.resolve(chosen);
  return process.env.XDG_CACHE_HOME || path.join(os.homedir() || os.tmpdir(), '.cache');
}

/** Changes with this file and with the system: what runs on one release may not run on the next. */
function recipeHash() {
  const hash = createHash('sha256').update(fs.readFileSync(fileURLToPath(import.meta.url)));
  for (const file of ['/etc/os-release', '/etc/debian_version'])
    if (fs.existsSync(file)) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** All or nothing: the folder gets its name only when everything is in it. */
function install(cache, root) {
  console.log(`Fetching Neovim from Debian's packages into ${root} (once, 30 MB) ...`);
  const partial = `${root}.partial-${process.pid}`;
  try {
    fs.mkdirSync(partial, { recursive: true });
    // One that does not run is no better than none.
    fs.rmSync(root, { recursive: true, force: true });
  } catch (error) {
    throw new EditorUnavailable(
      `The cache folder ${cache} cannot be written (${error.code}); TALLYMARK_HOST_CACHE names another.`,
    );
  }
  const removePartial = () => fs.rmSync(partial, { recursive: true, force: true });
  process.once('exit', removePartial);
  try {
    const archives = fetchPackages(partial);
    for (const archive of archives) run('dpkg-deb', ['-x', archive, path.join(partial, 'tree')], partial);
    fs.renameSync(path.join(partial, 'tree'), root);
  } catch (error) {
    // Another process may have been quicker.
    if (error instanceof EditorUnavailable || !fs.existsSync(root)) throw error;
  } finally {
    process.removeListener('exit', removePartial);
    removePartial();
  }
}

/**
 * The archives of Neovim and of all that it needs and the system lacks. What the system knows of its packages may be missing, as
 * in slim images, or too old, so that the mirror no longer has them: then it is asked for anew, in a folder of our own.
 */
function fetchPackages(folder) {
  try {
    return download(folder, []);
  } catch (error) {
    if (!(error instanceof EditorUnavailable)) throw error;
    const lists = path.join(folder, 'lists');
    fs.mkdirSync(path.join(lists, 'partial'), { recursive: true });
    const own = ['-o', `Dir::State::lists=${lists}`, '-o', 'Dir::Cache::pkgcache=', '-o', 'Dir::Cache::srcpkgcache='];
    const said = run('apt-get', [...options, ...own, 'update'], folder, { mayFail: true });
    try {
      return download(folder, own);
    } catch {
      if (!/Failed to fetch|Could not resolve|Unable to connect/.test(said)) throw error;
      throw new EditorUnavailable("Neovim could not be fetched from Debian's packages: the mirror cannot be reached.");
    }
  }
}

/** Without locks, which only root can take, and without the change to a user that may not write into the folder. */
const options = ['-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=root', '-o', 'Acquire::Retries=2'];

function download(folder, own) {
  const plan = run(
    'apt-get',
    [...options, ...own, '--simulate', '--no-install-recommends', 'install', 'neovim'],
    folder,
  );
  const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  run('apt-get', [...options, ...own, 'download', ...new Set([...names, 'neovim', 'neovim-runtime'])], folder);
  return fs.readdirSync(folder).flatMap((name) => (name.endsWith('.deb') ? [path.join(folder, name)] : []));
}

/** What a program prints. Throws EditorUnavailable with its last complaint where it fails and must not. */
function run(command, args, cwd, { mayFail = false } = {}) {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 300_000 });
  if (result.status === 0 || mayFail) return `${result.stdout ?? ''}${result.stderr ?? ''}`;
  const complaints = (result.stderr ?? '').split('\n').filter((line) => line.startsWith('E: '));
  const reason =
    complaints.at(-1)?.slice(3) ?? `${command} ended with ${result.error?.code ?? result.status ?? result.signal}`;
  throw new EditorUnavailable(`Neovim could not be fetched from Debian's packages: ${reason}`);
}
