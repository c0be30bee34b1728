/** Fill from Data: the figures of the data files are written into the report's blanks, in one undo step. */
import { l10n, window } from 'vscode';
import { fillFromDataRequest } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientFeature } from '../context';
import { applyAnswer } from '../requests';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.fillFromData', async (editor) => {
      const count = await applyAnswer(ctx.client, fillFromDataRequest, editor);
      if (count === 0) {
        void window.showInformationMessage(
          l10n.t(
            'The data have no figure for a blank of this report. Name the data file with "data:" in the front matter.',
          ),
        );
        return;
      }
      window.setStatusBarMessage(filled(count), 5000);
    });
  },
};

export default feature;

function filled(count: number): string {
  return count === 1 ? l10n.t('1 blank filled from data') : l10n.t('{0} blanks filled from data', count);
}
