/** Registers commands so that a failure is logged and told once, in the author's language. */
import { commands, l10n, window, type TextEditor } from 'vscode';
import { reportLanguages, type ClientContext } from './context';
import { serverIsDead } from './wording';

/** Registers a command that can be run anywhere. */
export function addCommand(ctx: ClientContext, id: string, run: (argument: unknown) => Promise<void>): void {
  ctx.subscriptions.push(
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        if (ctx.health.isGivenUp) throw new Error(serverIsDead());
        await run(argument);
      } catch (error) {
        ctx.log.error(`${id} failed.`, error);
        void window.showErrorMessage(l10n.t('Tallymark: {0}', error instanceof Error ? error.message : String(error)));
      }
    }),
  );
}

/** Registers a command that works on the report in the active editor, and says so where there is none. */
export function addReportCommand(
  ctx: ClientContext,
  id: string,
  run: (editor: TextEditor, argument: unknown) => Promise<void>,
): void {
  addCommand(ctx, id, async (argument) => {
    const editor = window.activeTextEditor;
    if (editor === undefined || !reportLanguages.includes(editor.document.languageId)) {
      void window.showInformationMessage(
        l10n.t('No report is open in the active editor; open a report and run the command again.'),
      );
      return;
    }
    await run(editor, argument);
  });
}
