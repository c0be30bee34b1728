/** Writing a report in VS Code's window: what is drawn, the Problems panel, quick fixes, blanks, a new report. */
import assert from 'node:assert/strict';
import { goToLine, quickInput, runCommand } from '../../host/workbench.mjs';
import { blanksItem, cursorAt, drawnAs, drawnLine, openReportWindow, picture, problemRows } from './support.mjs';

describe('The editor', () => {
  let page;
  let close;
  before(async () => ({ page, close } = await openReportWindow('bridge.report.md')));
  after(() => close?.());

  it('lists the problems of the report in the Problems panel', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    for (const code of ['untagged-mask', 'unfilled-metric', 'missing-section']) {
      await problemRows(page, code).first().waitFor({ timeout: 20_000 });
    }
    await picture(page, 'problems');
  });

  it('counts the blanks in the status bar', async () => {
    await blanksItem(page, '3 blanks left').waitFor({ timeout: 20_000 });
  });

  it('draws emphasis as emphasis and masks as text', async () => {
    await goToLine(page, 14);
    assert.deepEqual(await drawnAs(page, 'on course'), { isBold: true, isItalic: false });
    assert.deepEqual(await drawnAs(page, 'open days'), { isBold: false, isItalic: false });
    assert.deepEqual(await drawnAs(page, '**'), { isBold: false, isItalic: false });
  });

  it('leads from a problem to its place', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    await problemRows(page, 'untagged-mask').first().dblclick();
    await cursorAt(page, 24);
  });

  it('goes from blank to blank by the keyboard, and typing fills the blank', async () => {
    await goToLine(page, 1);
    await page.keyboard.press('Control+F8');
    await cursorAt(page, 14);
    await page.keyboard.type('64');
    await blanksItem(page, '2 blanks left').waitFor({ timeout: 20_000 });
    assert.match(await drawnLine(page, 14), /<<percent-complete:64>>%/);
  });

  it('tags a mask by the quick fix at the cursor', async () => {
    await runCommand(page, 'Problems: Focus on Problems View');
    await problemRows(page, 'untagged-mask').first().dblclick();
    await cursorAt(page, 24);
    // The light bulb says that the editor has the focus and knows its fixes; a key pressed earlier goes elsewhere.
    await page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: 20_000 });
    await page
      .locator('.editor-instance [class*="lightbulb" i], .editor-instance .lightBulbWidget')
      .first()
      .waitFor({ timeout: 20_000 });
    await page.keyboard.press('Control+.');
    await page
      .locator('.action-widget .monaco-list-row', { hasText: /^\s*Tag/ })
      .first()
      .waitFor({ timeout: 20_000 });
    await picture(page, 'quick-fix');
    await page.keyboard.press('Enter');
    await problemRows(page, 'untagged-mask').first().waitFor({ state: 'detached', timeout: 20_000 });
    assert.match(await drawnLine(page, 24), /drove <<[a-z-]+:XX>> piles/);
  });

  it('makes a new report from the answers to three questions', async () => {
    await runCommand(page, 'Tallymark: New Report...');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'incident-postmortem' })
      .waitFor({ timeout: 20_000 });
    await picture(page, 'new-report');
    await quickInput(page).fill('incident');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'project-status' })
      .waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '2/3' }).waitFor({ timeout: 20_000 });
    await quickInput(page).fill('Booking outage of 3 May');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: '3/3' }).waitFor({ timeout: 20_000 });
    await quickInput(page).fill('2025-05');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /Untitled-1/ }).waitFor({ timeout: 20_000 });
    await page
      .locator('.editor-instance .view-line', { hasText: /report:\s*incident-postmortem/ })
      .waitFor({ timeout: 20_000 });
    await blanksItem(page, /\d+ blanks left/).waitFor({ timeout: 20_000 });
  });

  it('says nothing that nobody asked for', async () => {
    assert.equal(await page.locator('.notification-toast, .statusbar-item .codicon-bell-dot').count(), 0);
  });
});
