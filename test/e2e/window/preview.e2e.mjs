/** The preview beside the editor: blanks are marked in it, it follows typing, and a click in it leads to the text. */
import assert from 'node:assert/strict';
import { runCommand, webviewDocument } from '../../host/workbench.mjs';
import { blanksItem, cursorAt, openReportWindow, picture } from './support.mjs';

describe('The preview', () => {
  let page;
  let close;
  let preview;
  before(async () => {
    ({ page, close } = await openReportWindow('archive.report.md'));
    await runCommand(page, 'Tallymark: Open Preview to the Side');
    preview = webviewDocument(page);
    await preview.locator('#report h1').waitFor({ timeout: 60_000 });
  });
  after(() => close?.());

  it('shows the report with every blank marked, and emphasis as emphasis', async () => {
    assert.equal(await preview.locator('#report h1').innerText(), '青石县档案馆2024年工作总结');
    assert.deepEqual(await preview.locator('mark.blank').allInnerTexts(), [
      '**.*',
      '**',
      '***',
      '****',
      '**',
      '**',
      '**',
      '*',
    ]);
    assert.deepEqual(await preview.locator('#report strong').allInnerTexts(), ['“为党管档、为国守史”', '库房']);
    assert.deepEqual(await preview.locator('#report em').allInnerTexts(), ['跨馆联查']);
    assert.equal(await preview.locator('#report data.metric').first().innerText(), '16');
    await picture(page, 'preview');
  });

  it('selects a blank in the editor when it is clicked, and follows what is typed there', async () => {
    await preview.locator('mark.blank').nth(3).click();
    await cursorAt(page, 15);
    await page.keyboard.type('860');
    await preview.locator('data.metric', { hasText: '860' }).waitFor({ timeout: 20_000 });
    await preview.locator('#status', { hasText: '7 blanks left' }).waitFor({ timeout: 20_000 });
    await blanksItem(page, '7 blanks left').waitFor({ timeout: 20_000 });
    await picture(page, 'preview-filled');
  });

  it('moves the cursor when a paragraph is clicked', async () => {
    await preview.locator('h2', { hasText: '存在的问题和不足' }).click();
    await cursorAt(page, 19);
  });

  it('lets nothing of the report run', async () => {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(
      '\n\n<img src=x onerror="document.title=1"><script>document.title=2</script>\n\nstill here\n',
    );
    await preview.locator('#report p', { hasText: 'still here' }).waitFor({ timeout: 20_000 });
    assert.equal(await preview.locator('#report script, #report [onerror]').count(), 0);
  });
});
