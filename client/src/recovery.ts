/** What is done when the connection to the server fails: start it again after a crash, give it up where it does not live. */
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { crashBudget } from './crashBudget';

export interface Recovery extends ErrorHandler {
  /** To be called when the server has answered: from now on it is started again if it ends. */
  started(): void;
  /** To be called when the server did not start. */
  giveUp(): void;
  /** Whether the server is left dead; requests to it would fail or never be answered. */
  readonly isGivenUp: boolean;
  /** Resolves once that is so. */
  readonly givenUp: Promise<void>;
}

export function recovery(): Recovery {
  const budget = crashBudget(4, 3 * 60_000);
  let isStarted = false;
  let isGivenUp = false;
  let announce = (): void => {};
  const givenUp = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const giveUp = (): void => {
    isGivenUp = true;
    announce();
  };
  return {
    started() {
      isStarted = true;
    },
    giveUp,
    get isGivenUp() {
      return isGivenUp;
    },
    givenUp,
    error(_error, _message, count) {
      // A worker that fails to load ends in an error and never in a close.
      if (!isStarted) giveUp();
      return { action: isStarted && (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed() {
      if (isStarted && budget.spend(Date.now())) return { action: CloseAction.Restart, handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
