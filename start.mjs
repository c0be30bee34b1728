/**
 * Shows Tallymark at work: npm start [-- --terminal | --editor]
 * Builds what is not built, checks the half-filled example, prints what is found, and opens the example in an editor.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(fileURLToPath(import.meta.url));
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const isChinese = /^zh\b|^zh_/i.test(locale);
const say = (english, chinese) => console.log(isChinese ? chinese : english);
const fail = (english, chinese) => {
  console.error(isChinese ? chinese : english);
  process.exit(1);
};

const { values } = readArguments();
prepare();
const example = chooseExample();
check(example);
const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
if (values.editor || (isTerminal && !values.terminal)) await openEditor(example);
else
  say('\nTo open this report in an editor: npm start -- --editor', '\n在编辑器中打开这份报告：npm start -- --editor');

function readArguments() {
  try {
    return parseArgs({ options: { terminal: { type: 'boolean' }, editor: { type: 'boolean' } } });
  } catch {
    return fail(
      'Usage: npm start [-- --terminal | --editor]; --terminal stays in the terminal, --editor opens an editor in any case.',
      '用法：npm start [-- --terminal | --editor]；--terminal 只在终端中运行，--editor 总是打开编辑器。',
    );
  }
}

/** Installs and builds what is missing or older than its sources. */
function prepare() {
  if (!fs.existsSync(path.join(root, 'node_modules/esbuild'))) {
    say('Installing packages ...', '正在安装依赖 ...');
    npm(['ci', '--no-audit', '--no-fund']);
  }
  if (isBuilt()) return;
  say('Building ...', '正在构建 ...');
  npm(['run', '--silent', 'build']);
}

function npm(args) {
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail(`"npm ${args[0]}" failed; the reason stands above.`, `“npm ${args[0]}”未成功，原因见上。`);
}

/** Whether every bundle is there and no source is newer than the oldest of them. */
function isBuilt() {
  const bundles = ['cli.js', 'server.node.js', 'server.browser.js', 'client.node.js', 'client.browser.js'];
  const files = bundles.map((name) => path.join(root, 'dist', name));
  if (!files.every((file) => fs.existsSync(file))) return false;
  const built = Math.min(...files.map((file) => fs.statSync(file).mtimeMs));
  return ['client/src', 'server/src', 'esbuild.mjs', 'package-lock.json'].every(
    (name) => newest(path.join(root, name)) <= built,
  );
}

function newest(file) {
  const status = fs.statSync(file);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** The example in the language of the terminal. */
function chooseExample() {
  const name = isChinese ? 'annual-summary.report.md' : 'project-status.report.md';
  return path.join('examples', name);
}

/** Findings are what the example is there for, so they are no failure here. */
function check(file) {
  console.log(`\n$ node dist/cli.js check ${file}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check', file], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== 1)
    fail('The check could not be run; the reason stands above.', '检查未能运行，原因见上。');
}

async function openEditor(file) {
  if (openDesktop(file)) {
    say('\nOpened in VS Code.', '\n已在 VS Code 中打开。');
    return;
  }
  say(
    '\nThere is no "code" on the PATH, so VS Code opens in the browser.',
    '\nPATH 中没有“code”命令，将在浏览器中打开 VS Code。',
  );
  await openInBrowser(file);
}

function openDesktop(file) {
  const args = [`--extensionDevelopmentPath=${root}`, path.join(root, 'examples'), path.join(root, file)];
  const isWindows = process.platform === 'win32';
  // A shell, which Windows needs to run a script, must be given its arguments quoted.
  const given = isWindows ? args.map((one) => `"${one}"`) : args;
  return spawnSync('code', given, { stdio: 'ignore', shell: isWindows, timeout: 60_000 }).status === 0;
}

async function openInBrowser(file) {
  const { HostUnavailable, installedHost } = await import('./test/host/install.mjs');
  const { startServer } = await import('./test/host/server.mjs');
  const { workbenchUrl } = await import('./test/host/workbench.mjs');
  try {
    const host = installedHost();
    // Only who has the address gets in: other people on this machine, and pages in the same browser, have not.
    const server = await startServer(host, { token: randomBytes(16).toString('hex'), extensionFolder: root });
    const url = workbenchUrl(server, { folder: path.join(root, 'examples'), file: path.join(root, file) });
    say(
      `\n  ${url}\n\nOpen this address in a browser. Ctrl+C ends it.`,
      `\n  ${url}\n\n请在浏览器中打开以上地址。按 Ctrl+C 结束。`,
    );
    if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) showInBrowser(url);
    await new Promise((resolve) => server.child.once('exit', resolve));
    fail('The editor has ended by itself.', '编辑器已自行退出。');
  } catch (error) {
    if (error instanceof HostUnavailable) fail(error.message, error.message);
    throw error;
  }
}

function showInBrowser(url) {
  const opener = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
