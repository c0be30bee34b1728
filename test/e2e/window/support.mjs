/** What the tests of the window share: the windows, what is read from them, and their pictures. */
import fs from 'node:fs';
import path from 'node:path';
import { goToLine, openFile } from '../../host/workbench.mjs';

let windows;
let artifacts;
let shown;

/** Called once by the runner. */
export function useWindows(started, folder) {
  windows = started;
  artifacts = folder;
  fs.mkdirSync(artifacts, { recursive: true });
}

/** Opens a window on a copy of a fixture, with the report in its editor and checked. */
export async function openReportWindow(fixture, options = {}) {
  const text = fs.readFileSync(new URL(`../fixtures/${fixture}`, import.meta.url), 'utf8');
  shown = await windows.open({ files: { [fixture]: text }, ...options });
  await openFile(shown.page, fixture);
  await shown.page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
  return shown;
}

/** Keeps a picture of the window under `name`. */
export async function picture(page, name) {
  await page.mouse.move(5, 5);
  await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
}

/** Called by the runner after a test that failed. */
export async function windowFailed(title) {
  const name = `failed-${title.replace(/[^\w]+/g, '-').slice(0, 80)}`;
  await shown?.page.screenshot({ path: path.join(artifacts, `${name}.png`) }).catch(() => {});
}

/** The item of the status bar that counts the blanks. */
export function blanksItem(page, text) {
  return page.locator('.statusbar-item', { hasText: text });
}

/** Rows of the Problems panel with this text. */
export function problemRows(page, text) {
  return page.locator('.markers-panel .monaco-list-row', { hasText: text });
}

/** Waits until the cursor is on a line (and column), as the status bar tells it. */
export async function cursorAt(page, line, column) {
  const text = column === undefined ? new RegExp(`Ln ${line}, Col \\d+`) : new RegExp(`Ln ${line}, Col ${column}\\b`);
  await page.locator('.statusbar-item', { hasText: text }).waitFor({ timeout: 20_000 });
}

/** The text of a line of the report in the editor, as the editor draws it; the line is brought into view. */
export async function drawnLine(page, line) {
  await goToLine(page, line);
  return page.evaluate((number) => {
    const lines = [...document.querySelectorAll('.editor-instance .view-line')].sort(
      (a, b) => a.offsetTop - b.offsetTop,
    );
    const margins = [...document.querySelectorAll('.editor-instance .margin-view-overlays > div')];
    const top = margins.find(
      (one) => one.querySelector('.line-numbers')?.textContent?.trim() === String(number),
    )?.offsetTop;
    return lines.find((one) => one.offsetTop === top)?.textContent?.replaceAll('\u00a0', ' ');
  }, line);
}

/** Font weight and style of the stretch of the editor that holds `text` (up to the end of the coloured token). */
export async function drawnAs(page, text) {
  return page.evaluate((wanted) => {
    for (const token of document.querySelectorAll('.editor-instance .view-line span span')) {
      if (!token.textContent.replaceAll('\u00a0', ' ').includes(wanted)) continue;
      const { fontWeight, fontStyle } = getComputedStyle(token);
      return { isBold: Number(fontWeight) >= 600, isItalic: fontStyle === 'italic' };
    }
    return undefined;
  }, text);
}
