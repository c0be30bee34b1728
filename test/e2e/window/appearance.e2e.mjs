/** The window in other themes and in Chinese: what marks a blank must be seen in each. */
import assert from 'node:assert/strict';
import { runCommand, webviewDocument } from '../../host/workbench.mjs';
import { blanksItem, openReportWindow, picture, problemRows } from './support.mjs';

const themes = [
  { title: 'in a dark theme', theme: 'Default Dark Modern', kind: 'vscode-dark', name: 'dark' },
  {
    title: 'in a high-contrast theme',
    theme: 'Default High Contrast',
    kind: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
    name: 'high-contrast',
  },
  {
    title: 'in a light high-contrast theme',
    theme: 'Default High Contrast Light',
    kind: 'vscode-high-contrast-light',
    name: 'high-contrast-light',
  },
  {
    title: 'in a light theme',
    theme: 'Default Light Modern',
    kind: 'vscode-light:not(.vscode-high-contrast)',
    name: 'light',
  },
];

describe('The blanks of the preview can be read', () => {
  let window;
  before(async () => {
    window = await openReportWindow('archive.report.md');
    await runCommand(window.page, 'Tallymark: Open Preview to the Side');
    await webviewDocument(window.page).locator('mark.blank').first().waitFor({ timeout: 60_000 });
  });
  after(() => window?.close());

  for (const { title, theme, kind, name } of themes) {
    it(title, async () => {
      const { page } = window;
      window.change({ 'workbench.colorTheme': theme });
      await webviewDocument(page).locator(`body.${kind}`).waitFor({ timeout: 20_000 });
      const ratio = await webviewDocument(page).locator('mark.blank').first().evaluate(contrast);
      assert.ok(ratio >= 4.5, `The contrast of a blank is ${ratio.toFixed(2)}, less than 4.5`);
      await picture(page, name);
    });
  }
});

describe('With Chinese as the display language', () => {
  let page;
  let close;
  before(async () => ({ page, close } = await openReportWindow('archive.report.md', { language: 'zh-cn' })));
  after(() => close?.());

  it('the status bar, the problems and the commands are in Chinese', async () => {
    await blanksItem(page, '还有 8 处待填').waitFor({ timeout: 20_000 });
    await runCommand(page, 'Problems: Focus on Problems View');
    const messages = await problemRows(page, 'tallymark').allInnerTexts();
    assert.ok(messages.length >= 8, `There are ${messages.length} problems`);
    for (const message of messages) assert.match(message, /[\u4e00-\u9fff]/);
    await runCommand(page, '在侧边打开预览');
    await webviewDocument(page).locator('#status', { hasText: '还有 8 处待填' }).waitFor({ timeout: 60_000 });
    await picture(page, 'chinese');
  });
});

/** The contrast of an element's text with what is behind it, by the formula of WCAG; runs in the page. */
function contrast(element) {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const [red, green, blue, alpha = 1] = parse(getComputedStyle(at).backgroundColor);
      layers.push([red, green, blue, alpha]);
      if (alpha === 1) break;
    }
    return layers
      .reverse()
      .reduce(
        (below, [red, green, blue, alpha]) =>
          [red, green, blue].map((value, index) => value * alpha + below[index] * (1 - alpha)),
        [0, 0, 0],
      );
  };
  const luminance = (channels) => {
    const [red, green, blue] = channels.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const text = luminance(parse(getComputedStyle(element).color).slice(0, 3));
  const ground = luminance(behind(element));
  return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
}
