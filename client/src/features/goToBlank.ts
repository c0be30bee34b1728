/** Selects the blank that a line above a heading leads to, so that typing fills it. Not in any menu: it needs to be told which one. */
import { Uri, window } from 'vscode';
import { goToBlankCommand, type GoToBlank } from '../../../server/src/protocol';
import { addCommand } from '../commands';
import type { ClientFeature } from '../context';
import { toRange } from '../requests';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addCommand(ctx, goToBlankCommand, async (argument) => {
      if (!isTarget(argument)) return;
      await window.showTextDocument(Uri.parse(argument.uri, true), { selection: toRange(argument.range) });
    });
  },
};

export default feature;

function isTarget(value: unknown): value is GoToBlank {
  return typeof value === 'object' && value !== null && 'uri' in value && 'range' in value;
}
