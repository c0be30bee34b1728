/** The folder that the tests inside VS Code open, and the counts they leave in it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder inside `parent` with copies of the fixtures. */
export function workspaceIn(parent) {
  const workspace = path.join(parent, 'workspace');
  fs.cpSync(fileURLToPath(new URL('fixtures', import.meta.url)), workspace, { recursive: true });
  return workspace;
}

/** `{passed, failed, tests}`. Throws where no counts are there, nothing was run, a test was left out, or it was another extension host. */
export function readResult(workspace, kind) {
  const file = path.join(workspace, '.result.json');
  if (!fs.existsSync(file)) throw new Error('The tests inside VS Code left no result');
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (result.kind !== kind)
    throw new Error(`The tests ran in the ${result.kind} extension host, not in the ${kind} one`);
  if (result.passed + result.failed === 0) throw new Error('No test was run inside VS Code');
  if (result.pending > 0) throw new Error(`${result.pending} tests were skipped inside VS Code`);
  return result;
}
