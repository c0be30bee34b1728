/** Makes the language client of the web: the server is a worker of the extension host. */
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Launch } from './activate';

export const launchWorker: Launch = (extension, options) => {
  const script = Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js');
  return new QuietClient('tallymark', 'Tallymark', new Worker(script.toString(true)), options);
};

class QuietClient extends LanguageClient {
  /** The library would show its failures in English, several for one cause; the extension tells of them itself. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
