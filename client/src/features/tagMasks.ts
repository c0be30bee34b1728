/** Tag Masks: every untagged mask of the report becomes a tagged metric, in one undo step. */
import { l10n, window } from 'vscode';
import { tagMasksRequest, type DocumentEdits } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientFeature } from '../context';
import { applyEdits, askCurrent } from '../requests';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.tagMasks', async (editor) => {
      const { edits } = await askCurrent<DocumentEdits>(ctx.client, tagMasksRequest, editor.document);
      if (edits.length === 0) {
        void window.showInformationMessage(l10n.t('Every mask in this report is tagged already.'));
        return;
      }
      await applyEdits(editor, edits);
      window.setStatusBarMessage(tagged(edits.length), 5000);
    });
  },
};

export default feature;

function tagged(count: number): string {
  return count === 1 ? l10n.t('1 mask tagged') : l10n.t('{0} masks tagged', count);
}
