/** The edit of a code action that a person has chosen. */
import type { CodeAction } from 'vscode-languageserver-types';
import { changesOf, type ActionData } from './codeAction/edits';
import { toWorkspaceEdit } from './convert';
import { defineFeature, InvalidRequest } from './feature';

/** An action that another version of the report was offered changes nothing that it does not know. */
export default defineFeature<Partial<CodeAction>, Partial<CodeAction>>({
  method: 'codeAction/resolve',
  capability: {},
  onBug: 'error',
  empty: () => ({}),
  handle(snapshot, offered, ctx) {
    const data: unknown = offered.data;
    if (!isActionData(data)) return offered;
    const changes = data.version === snapshot.version ? changesOf(snapshot, data.action) : undefined;
    if (changes === undefined) throw new InvalidRequest(ctx.say(outdated));
    return { ...offered, edit: toWorkspaceEdit(snapshot, changes, ctx.client) };
  },
});

const outdated = {
  en: 'The report has changed since this action was offered; ask for the actions again.',
  zh: '提供此操作之后报告已有改动；请重新打开操作列表。',
};

function isActionData(data: unknown): data is ActionData {
  return typeof data === 'object' && data !== null && 'version' in data && 'action' in data && isAction(data.action);
}

function isAction(action: unknown): action is ActionData['action'] {
  if (typeof action !== 'object' || action === null || !('kind' in action)) return false;
  const { kind } = action;
  if (kind === 'tagAll') return true;
  const code: unknown = 'code' in action ? action.code : undefined;
  if (kind === 'fixAll') return code === undefined || typeof code === 'string';
  const isPlaced = typeof code === 'string' && 'at' in action && typeof action.at === 'number';
  return isPlaced && (kind === 'ignore' || (kind === 'fix' && 'fix' in action && typeof action.fix === 'string'));
}
