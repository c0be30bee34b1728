/** Follows the active editor: which report is open in it, and which blanks it has left. */
import { commands, EventEmitter, window, workspace, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { blanksRequest, type BlanksResult } from '../../server/src/protocol';
import { reportLanguages } from './context';
import { latest } from './latest';
import { ask } from './requests';

/** A report and what the server last said of it. `result` may be of an older version than the document. */
export interface ReportState {
  readonly document: TextDocument;
  readonly result: BlanksResult;
}

export interface ActiveReport extends Disposable {
  /** The report of the active editor; undefined where the editor shows something else, or the server has not answered yet. */
  readonly current: ReportState | undefined;
  readonly onDidChange: Event<ReportState | undefined>;
  /** Asks the server again. */
  refresh(): void;
}

/** Long enough to swallow a burst of keystrokes, short enough for the count to seem to follow them. */
const delay = 120;

/** Also keeps the context key `tallymark.isReport`, by which menus know a report that is a plain Markdown file. */
export function trackActiveReport(client: BaseLanguageClient, log: LogOutputChannel): ActiveReport {
  const changed = new EventEmitter<ReportState | undefined>();
  let current: ReportState | undefined;

  const set = (state: ReportState | undefined): void => {
    if (state === undefined && current === undefined) return;
    if ((state === undefined) !== (current === undefined)) {
      void commands.executeCommand('setContext', 'tallymark.isReport', state !== undefined);
    }
    current = state;
    changed.fire(state);
  };

  const update = async (): Promise<void> => {
    const document = candidate();
    if (document === undefined) return set(undefined);
    try {
      const result = await ask<BlanksResult>(client, blanksRequest, document);
      if (document === candidate()) set(result.isReport ? { document, result } : undefined);
    } catch (error) {
      // Nobody asked for this count, so a failure is no reason to interrupt the author.
      log.debug('The blanks of the active report could not be counted.', error);
      // A count that nobody keeps would be wrong at the next keystroke.
      if (!client.isRunning()) set(undefined);
    }
  };

  const updates = latest(delay, update);
  const subscriptions = [
    window.onDidChangeActiveTextEditor(() => {
      // Another document: what is known belongs to the old one.
      if (current !== undefined && candidate() !== current.document) set(undefined);
      updates.request();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === candidate()) updates.request();
    }),
    // A change of language is announced as closing and opening.
    workspace.onDidOpenTextDocument((document) => {
      if (document === candidate()) updates.request();
    }),
  ];

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    refresh: updates.request,
    dispose() {
      for (const part of [...subscriptions, updates, changed]) part.dispose();
    },
  };
}

function candidate(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && reportLanguages.includes(document.languageId) ? document : undefined;
}
