/** Entry of the desktop extension: starts the server as a process of its own. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import { launchProcess } from './launch.node';

/** Called by VS Code. Stopping is left to `extension.subscriptions`, so no state is kept here for a `deactivate`. */
export function activate(extension: ExtensionContext): Promise<void> {
  return activateWith(extension, 'desktop', launchProcess);
}
