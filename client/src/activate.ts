/** Starts the client: the features at once, the server beside them, and one message if the server does not start. */
import { env, l10n, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { trackActiveReport } from './activeReport';
import { reportLanguages, type ClientContext, type Platform } from './context';
import { clientFeatures } from './registry';

/** Makes a client for the platform without starting it. */
export type Launch = (extension: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** Settles when the server answers, or has failed and the author has been told. Never rejects because of the server. */
export async function activateWith(extension: ExtensionContext, platform: Platform, launch: Launch): Promise<void> {
  const log = window.createOutputChannel('Tallymark', { log: true });
  const initializationOptions: InitializationOptions = { locale: env.language };
  const client = launch(extension, {
    documentSelector: reportLanguages.map((language) => ({ language })),
    initializationOptions,
    outputChannel: log,
    // Without this the client adds a message of its own to ours.
    initializationFailedHandler: () => false,
    synchronize: { configurationSection: 'tallymark' },
  });
  const activeReport = trackActiveReport(client, log);
  extension.subscriptions.push(activeReport, client, log);

  const ctx: ClientContext = {
    client,
    log,
    activeReport,
    extensionUri: extension.extensionUri,
    subscriptions: extension.subscriptions,
  };
  for (const feature of clientFeatures) {
    if (feature.availableIn.includes(platform)) feature.activate(ctx);
  }

  try {
    await client.start();
    activeReport.refresh();
  } catch (error) {
    log.error('The language server did not start.', error);
    void showStartFailure(ctx);
  }
}

async function showStartFailure(ctx: ClientContext): Promise<void> {
  const showLog = l10n.t('Show Log');
  const text = l10n.t(
    'Tallymark could not start its language server, so reports are not checked; see the log for the reason.',
  );
  if ((await window.showErrorMessage(text, showLog)) === showLog) ctx.log.show();
}
