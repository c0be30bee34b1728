/** Makes the language client of the web: the server is a worker of the extension host. */
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { Launch } from './activate';

export const launchWorker: Launch = (extension, options) => {
  const script = Uri.joinPath(extension.extensionUri, 'dist', 'server.browser.js');
  return new LanguageClient('tallymark', 'Tallymark', new Worker(script.toString(true)), options);
};
