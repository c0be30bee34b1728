/** Copy Questions: what is still to be asked to fill the report's blanks, of everybody or of one owner, goes to the clipboard. */
import { env, l10n, window, workspace, type QuickPickItem, type TextDocument } from 'vscode';
import { questionsRequest, type QuestionsParams, type QuestionsResult } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.copyQuestions', (editor, argument) => copy(ctx, editor.document, argument));
  },
};

export default feature;

async function copy(ctx: ClientContext, document: TextDocument, argument: unknown): Promise<void> {
  const ask = (choice: Choice): Promise<QuestionsResult> => {
    const params: QuestionsParams = {
      uri: ctx.client.code2ProtocolConverter.asUri(document.uri),
      path: workspace.asRelativePath(document.uri, false),
      ...choice,
    };
    return ctx.client.sendRequest<QuestionsResult>(questionsRequest, params);
  };
  const all = await ask({});
  if (all.count === 0) {
    void window.showInformationMessage(l10n.t('Nothing is left to ask: no blank of this report waits for an answer.'));
    return;
  }
  const choice = given(argument) ?? (await pickOwner(all));
  if (choice === undefined) return;
  const { count, markdown } = choice.owner === undefined ? all : await ask(choice);
  if (count === 0) throw new Error(l10n.t('Nothing is asked of "{0}" in this report.', choice.owner ?? ''));
  await env.clipboard.writeText(markdown);
  const open = l10n.t('Open as Document');
  // Nobody has to answer, so the command does not wait.
  void window.showInformationMessage(copied(count), open).then(async (answer) => {
    if (answer !== open) return;
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: markdown }));
  });
}

/** No owner for the questions of all. */
type Choice = Pick<QuestionsParams, 'owner'>;

interface OwnerItem extends QuickPickItem {
  readonly choice: Choice;
}

/** Undefined where the author gives up; nothing is asked where there is one owner, or none. */
async function pickOwner({ owners, count }: QuestionsResult): Promise<Choice | undefined> {
  if (owners.length < 2) return {};
  const items: OwnerItem[] = [
    { label: `$(organization) ${l10n.t('All owners')}`, description: questions(count), choice: {} },
    ...owners.map(({ name, count: own }) => ({
      label: name === null ? l10n.t('Without an owner') : `$(person) ${name}`,
      description: questions(own),
      choice: { owner: name },
    })),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Copy Questions'),
    placeHolder: l10n.t('Choose whose questions to copy'),
  });
  return picked?.choice;
}

function questions(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

function copied(count: number): string {
  return count === 1 ? l10n.t('1 question copied as a table') : l10n.t('{0} questions copied as a table', count);
}

function given(argument: unknown): Choice | undefined {
  const owner = typeof argument === 'object' && argument !== null ? (argument as { owner?: unknown }).owner : undefined;
  return typeof owner === 'string' || owner === null ? { owner } : undefined;
}
