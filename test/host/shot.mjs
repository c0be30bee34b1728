/**
 * Takes a picture of a file in the real editor, with the extension of this repository as it is built:
 * node test/host/shot.mjs FILE OUT.png [--command TITLE]... [--theme NAME] [--language zh-cn] [--size 1400x900] [--line N] [--problems]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HostUnavailable, installedHost } from './install.mjs';
import { requireBuilt } from './suite.mjs';
import { startWindows } from './window.mjs';
import { goToLine, openFile, runCommand, webviewDocument } from './workbench.mjs';

const usage =
  'node test/host/shot.mjs FILE OUT.png [--command TITLE]... [--theme NAME] [--language zh-cn] [--size 1400x900] [--line N] [--problems]';

const options = {
  command: { type: 'string', multiple: true, default: [] },
  theme: { type: 'string' },
  language: { type: 'string' },
  size: { type: 'string', default: '1400x900' },
  line: { type: 'string' },
  problems: { type: 'boolean', default: false },
};

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file, out] = positionals;
  if (!file || !out) throw new HostUnavailable(`Usage: ${usage}`);
  if (!fs.existsSync(file)) throw new HostUnavailable(`There is no file ${file}.`);
  requireBuilt();
  await takePicture(file, out, values);
  console.log(out);
} catch (error) {
  console.error(error instanceof HostUnavailable ? error.message : error);
  process.exitCode = 1;
}
process.exit();

async function takePicture(file, out, { command: commands, theme, language, size, line, problems }) {
  const [width, height] = size.split('x').map(Number);
  const windows = await startWindows(installedHost());
  try {
    const name = path.basename(file);
    const { page } = await windows.open({
      files: { [name]: fs.readFileSync(file, 'utf8') },
      settings: theme ? { 'workbench.colorTheme': theme } : {},
      language,
      size: { width, height },
    });
    await openFile(page, name);
    if (line) await goToLine(page, Number(line));
    // Not every file has a problem; where none comes, the picture shows that.
    await page
      .locator('.squiggly-error, .squiggly-warning, .squiggly-info')
      .first()
      .waitFor({ timeout: 30_000 })
      .catch(ignore);
    if (problems) await runCommand(page, 'Problems: Focus on Problems View');
    for (const title of commands) await runCommand(page, title);
    if (commands.some((title) => /preview|预览/i.test(title))) {
      await webviewDocument(page).locator('#report > *').first().waitFor({ timeout: 30_000 });
    }
    await settled(page);
    await page.screenshot({ path: out });
  } finally {
    await windows.close();
  }
}

/** Until two pictures in a row are the same, or a few seconds have passed. */
async function settled(page) {
  let last;
  for (let round = 0; round < 12; round++) {
    const next = (await page.screenshot()).toString('base64');
    if (next === last) return;
    last = next;
    await page.waitForTimeout(400);
  }
}

function ignore() {}
