/**
 * Runs the tests inside VS Code in a desktop VS Code: npm run test:desktop
 * Downloads one on first use. VSCODE_EXECUTABLE names an installed one instead, VSCODE_VERSION another version than the newest.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { temporaryFolder, within } from './processes.mjs';
import { bundleSuite, repository } from './suite.mjs';
import { readResult, workspaceIn } from '../e2e/result.mjs';

process.exit(await main());

async function main() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return refuse(
      'A desktop VS Code needs a display and there is none here; run it under "xvfb-run -a", or run "npm run test:host".',
    );
  }
  let executable;
  try {
    executable = process.env.VSCODE_EXECUTABLE ?? (await within(600_000, 'The download of VS Code', download()));
  } catch (error) {
    return refuse(
      `No desktop VS Code could be downloaded (${error.message}); VSCODE_EXECUTABLE can name an installed one.`,
    );
  }
  const { folder } = temporaryFolder('desktop');
  const workspace = workspaceIn(folder);
  const tests = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: repository,
    extensionTestsPath: await bundleSuite(path.join(folder, 'suite'), grepOf(process.argv)),
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--user-data-dir',
      path.join(folder, 'user'),
    ],
  });
  // The exit code alone would take an editor that died for a pass.
  const code = await within(420_000, 'The run in the desktop VS Code', tests).catch((error) => error.message);
  try {
    const { passed, failed } = readResult(workspace, 'node');
    console.log(`\n${passed} passed, ${failed} failed`);
    return code === 0 && failed === 0 ? 0 : 1;
  } catch (error) {
    return refuse(`${error.message}; VS Code ended with: ${code}`);
  }
}

function download() {
  const cachePath = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'tallymark-desktop');
  fs.mkdirSync(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({ version: process.env.VSCODE_VERSION ?? 'stable', cachePath });
}

function grepOf(args) {
  const at = args.indexOf('--grep');
  return at < 0 ? '' : args[at + 1];
}

function refuse(sentence) {
  console.error(sentence);
  return 1;
}
