/** Packages the extension, and installs the package into a VS Code that has never seen it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './processes.mjs';
import { repository } from './suite.mjs';

/** The most that the package may weigh, in bytes: an extension is downloaded by everyone who tries it. */
const largestPackage = 2_000_000;

/** Resolves to `{passed, failed, tests}`. */
export async function runPackageTest(host) {
  const title = 'The package is small, and installs';
  const { folder, remove } = temporaryFolder('package');
  try {
    const file = path.join(folder, 'tallymark.vsix');
    const vsce = path.join(repository, 'node_modules/@vscode/vsce/vsce');
    const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file];
    execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: repository, stdio: 'pipe' });
    assert.ok(fs.statSync(file).size < largestPackage, `the package has ${fs.statSync(file).size} bytes`);
    installedExtensions(host, folder, ['--install-extension', file]);
    const { name, publisher, version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'));
    const listed = installedExtensions(host, folder, ['--list-extensions', '--show-versions']);
    assert.ok(listed.includes(`${publisher}.${name}@${version}`), `VS Code lists ${listed}`);
    console.log(`  ✔ ${title}`);
    return { passed: 1, failed: 0, tests: [title] };
  } catch (error) {
    console.log(`  ✘ ${title}\n${error.stack ?? error}`);
    return { passed: 0, failed: 1, tests: [title] };
  } finally {
    remove();
  }
}

function installedExtensions(host, folder, args) {
  const folders = [
    '--server-data-dir',
    path.join(folder, 'server'),
    '--extensions-dir',
    path.join(folder, 'extensions'),
  ];
  return execFileSync(host.node, [host.serverMain, '--accept-server-license-terms', ...folders, ...args], {
    encoding: 'utf8',
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
}
