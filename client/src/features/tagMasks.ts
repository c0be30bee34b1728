/** Tag Masks: every untagged mask of the report becomes a tagged metric, in one undo step. */
import { l10n, window } from 'vscode';
import { tagMasksRequest } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientFeature } from '../context';
import { applyAnswer } from '../requests';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.tagMasks', async (editor) => {
      const count = await applyAnswer(ctx.client, tagMasksRequest, editor);
      if (count === 0) {
        void window.showInformationMessage(l10n.t('Every mask in this report is tagged already.'));
        return;
      }
      window.setStatusBarMessage(tagged(count), 5000);
    });
  },
};

export default feature;

function tagged(count: number): string {
  return count === 1 ? l10n.t('1 mask tagged') : l10n.t('{0} masks tagged', count);
}
