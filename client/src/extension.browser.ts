/** Entry of the web extension (vscode.dev, browsers): starts the server in a worker. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import { launchWorker } from './launch.browser';

/** Called by VS Code. Stopping is left to `extension.subscriptions`, so no state is kept here for a `deactivate`. */
export function activate(extension: ExtensionContext): Promise<void> {
  return activateWith(extension, 'web', launchWorker);
}
