/** Lists the places that name the metric which a line in a template speaks of. Not in any menu: it needs to be told which one. */
import { Position, Uri, commands } from 'vscode';
import { findUsesCommand, type FindUses } from '../../../server/src/protocol';
import { addCommand } from '../commands';
import type { ClientFeature } from '../context';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addCommand(ctx, findUsesCommand, async (argument) => {
      if (!isTarget(argument)) return;
      const uri = Uri.parse(argument.uri, true);
      const position = new Position(argument.position.line, argument.position.character);
      const locations: unknown = await commands.executeCommand('vscode.executeReferenceProvider', uri, position);
      await commands.executeCommand('editor.action.showReferences', uri, position, locations);
    });
  },
};

export default feature;

function isTarget(value: unknown): value is FindUses {
  return typeof value === 'object' && value !== null && 'uri' in value && 'position' in value;
}
