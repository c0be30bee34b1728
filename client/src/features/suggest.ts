/** Suggest Here: opens the editor's suggestions by a key that no input method takes, unlike Ctrl+Space. */
import { commands } from 'vscode';
import { addReportCommand } from '../commands';
import type { ClientFeature } from '../context';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.suggest', async () => {
      await commands.executeCommand('editor.action.triggerSuggest');
    });
  },
};

export default feature;
