/** Starts the client: the features at once, the server beside them, and one message if the server does not start. */
import { env, l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { trackActiveReport } from './activeReport';
import { reportLanguages, type ClientContext, type Platform } from './context';
import { answerFileRequests } from './files';
import { recovery } from './recovery';
import { clientFeatures } from './registry';
import { serverIsDead } from './wording';

/** Makes a client for the platform without starting it. */
export type Launch = (extension: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** Settles when the server answers, or has failed and the author has been told. Never rejects because of the server. */
export async function activateWith(extension: ExtensionContext, platform: Platform, launch: Launch): Promise<void> {
  const log = window.createOutputChannel('Tallymark', { log: true });
  const health = recovery();
  const initializationOptions: InitializationOptions = { locale: env.language, files: true };
  const client = launch(extension, {
    documentSelector: [
      ...reportLanguages.map((language) => ({ language })),
      { pattern: '**/*.phrases.txt' },
      // Data files; the server leaves those alone that belong to no report.
      { pattern: '**/*.{yaml,yml,csv,tsv}' },
    ],
    errorHandler: health,
    initializationOptions,
    outputChannel: log,
    // Without this the client adds a message of its own to ours.
    initializationFailedHandler: () => false,
    synchronize: { configurationSection: 'tallymark' },
  });
  extension.subscriptions.push(...answerFileRequests(client));
  const activeReport = trackActiveReport(client, log);
  extension.subscriptions.push(activeReport, client, log);

  const ctx: ClientContext = {
    client,
    log,
    health,
    activeReport,
    extensionUri: extension.extensionUri,
    subscriptions: extension.subscriptions,
  };
  for (const feature of clientFeatures) {
    if (feature.availableIn.includes(platform)) feature.activate(ctx);
  }

  void health.givenUp.then(() => {
    activeReport.refresh();
    void showFailure(log);
  });
  const started = client.start().then(
    () => {
      health.started();
      activeReport.refresh();
    },
    (error: unknown) => {
      log.error('The language server did not start.', error);
      health.giveUp();
    },
  );
  // A worker that cannot be loaded leaves `start` pending.
  await Promise.race([started, health.givenUp]);
}

async function showFailure(log: LogOutputChannel): Promise<void> {
  const showLog = l10n.t('Show Log');
  if ((await window.showErrorMessage(serverIsDead(), showLog)) === showLog) log.show();
}
