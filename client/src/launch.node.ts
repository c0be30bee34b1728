/** Makes the language client of the desktop: the server is a Node process, spoken to over IPC. */
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Launch } from './activate';

export const launchProcess: Launch = (extension, options) => {
  const module = Uri.joinPath(extension.extensionUri, 'dist', 'server.node.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return new QuietClient(
    'tallymark',
    'Tallymark',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6119'] } } },
    options,
  );
};

class QuietClient extends LanguageClient {
  /** The library would show its failures in English, several for one cause; the extension tells of them itself. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
