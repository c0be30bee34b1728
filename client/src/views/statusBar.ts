/** The status bar's count of the blanks that the active report has left; selecting it lists them. */
import { l10n, StatusBarAlignment, window, type StatusBarItem } from 'vscode';
import type { BlanksResult } from '../../../server/src/protocol';
import type { ClientFeature } from '../context';
import { blanksLeft } from '../wording';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    const item = window.createStatusBarItem('tallymark.blanks', StatusBarAlignment.Right, 120);
    item.name = l10n.t('Tallymark: Blanks');
    item.command = 'tallymark.listBlanks';
    const show = (): void => showCount(item, ctx.activeReport.current?.result);
    ctx.subscriptions.push(item, ctx.activeReport.onDidChange(show));
    show();
  },
};

export default feature;

function showCount(item: StatusBarItem, result: BlanksResult | undefined): void {
  if (result === undefined) {
    item.hide();
    return;
  }
  const count = result.blanks.length;
  item.text = `${count === 0 ? '$(check)' : '$(edit)'} ${blanksLeft(count)}`;
  item.tooltip = l10n.t(
    '{0} of {1} metrics are filled. Select to list the blanks.',
    result.metrics.filled,
    result.metrics.total,
  );
  item.accessibilityInformation = { label: blanksLeft(count), role: 'button' };
  item.show();
}
