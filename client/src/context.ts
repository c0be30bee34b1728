/** What every feature of the client is given; it is passed on and never kept in a module. */
import type { Disposable, LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveReport } from './activeReport';
import type { Recovery } from './recovery';

export interface ClientContext {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  readonly health: Recovery;
  /** The report in the active editor, and its blanks. */
  readonly activeReport: ActiveReport;
  /** Where the extension is installed. */
  readonly extensionUri: Uri;
  /** Disposed when the extension is switched off; every feature adds what it registers. */
  readonly subscriptions: Disposable[];
}

export type Platform = 'desktop' | 'web';

/** One command group or view. `activate` registers it in `subscriptions`; it must not wait for the server. */
export interface ClientFeature {
  readonly availableIn: readonly Platform[];
  activate(ctx: ClientContext): void;
}

/** Files whose language is `tallymark`, and Markdown: the server finds out which of these are reports. No scheme is left out. */
export const reportLanguages: readonly string[] = ['tallymark', 'markdown'];
