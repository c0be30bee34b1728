/** Takes out of VS Code's server what has nothing to do with reports: the editor starts sooner without it. */
import fs from 'node:fs';
import path from 'node:path';

/** Extensions that reach for accounts, version control, debuggers or a network, or are large. */
const needless = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

/** Extensions that also have a part for browsers, which the workbench would ask for, in vain, if they were gone. */
const muted = [
  'git-base',
  'github-authentication',
  'npm',
  'references-view',
  'simple-browser',
  'typescript-language-features',
];

/**
 * Removes the one and empties the other, in the folder of VS Code's server. Grammars and the Markdown extensions stay: reports
 * stand on them.
 */
export function slimDown(vscode) {
  const extensions = path.join(vscode, 'extensions');
  for (const name of needless) fs.rmSync(path.join(extensions, name), { recursive: true, force: true });
  for (const name of muted) {
    const { main } = JSON.parse(fs.readFileSync(path.join(extensions, name, 'package.json'), 'utf8'));
    const entry = path.join(extensions, name, main);
    fs.writeFileSync(entry.endsWith('.js') ? entry : `${entry}.js`, inert);
  }
}

const inert = `'use strict';
exports.activate = () => {};
`;
