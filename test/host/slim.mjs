/** Takes out of VS Code's server what has nothing to do with reports: the editor starts in a third of the time without it. */
import fs from 'node:fs';
import path from 'node:path';

/** Extensions that reach for accounts, version control, debuggers or a network, or are large. */
const needless = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'git-base',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'ipynb',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'notebook-renderers',
  'npm',
  'php-language-features',
  'references-view',
  'simple-browser',
  'terminal-suggest',
  'tunnel-forwarding',
  'typescript-language-features',
];

/** Removes them from the folder of VS Code's server. Grammars and the Markdown extensions stay: reports stand on them. */
export function removeNeedlessExtensions(vscode) {
  for (const name of needless) fs.rmSync(path.join(vscode, 'extensions', name), { recursive: true, force: true });
}
