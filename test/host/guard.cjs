/** Preloaded into VS Code's server: ends it with all its children when the process that started it is gone, even by SIGKILL. */
'use strict';
if (process.argv[1] && process.argv[1].endsWith('server-main.js')) {
  process.stdin.on('end', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.on('error', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.resume();
}
