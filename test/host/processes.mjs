/** Child processes that cannot outlive a run, and deadlines for everything that is waited for. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Rejects when `promise` has not settled within `milliseconds`; `what` completes the sentence "... took too long". */
export function within(milliseconds, what, promise) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer));
}

/**
 * Starts a program in a process group of its own. `stop` ends the whole group and resolves when its leader is gone; the group
 * also ends with this process, whichever way that ends.
 */
export function startGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  endings.add(end);
  const stop = async () => {
    end();
    await ended;
    endings.delete(end);
  };
  return { child, stop };
}

/** A fresh temporary folder, removed with everything in it by `remove` or at the end of this process. */
export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `tallymark-${name}-`));
  const remove = () => {
    endings.delete(remove);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  endings.add(remove);
  return { folder, remove };
}

/** What must still be ended when this process does; groups come before the folders they write to. */
const endings = new Set();

process.on('exit', () => {
  for (const end of [...endings].reverse()) end();
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])
  process.on(signal, () => process.exit(code));
