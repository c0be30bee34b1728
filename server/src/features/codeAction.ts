/** The fixes that rules offer for what they find here, and one action that tags every mask of the report. */
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { ignoreChange } from '../analysis/ignoring';
import { proposeTags, tagChanges } from '../analysis/tagging';
import type { Message } from '../base/message';
import type { Diagnosis } from '../rules/run';
import type { Snapshot } from '../workspace/snapshot';
import { toSpan, toWorkspaceEdit } from './convert';
import { toDiagnostic } from './diagnostics';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

interface CodeActionParams extends TextDocumentParams {
  readonly range: Range;
  readonly context?: { readonly only?: readonly string[] };
}

const quickFix = 'quickfix';
const tagAllSource = 'source.tagMasks';

export default defineFeature<CodeActionParams, CodeAction[]>({
  method: 'textDocument/codeAction',
  capability: { codeActionProvider: { codeActionKinds: [quickFix, tagAllSource] } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { range, context }, ctx) {
    const isWanted = (kind: string): boolean =>
      context?.only === undefined || context.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
    const here = isWanted(quickFix) ? findingsAt(snapshot, range) : [];
    const actions = here.flatMap((diagnosis) => fixesOf(snapshot, diagnosis, ctx));
    const ignoring = here.flatMap((diagnosis) => ignoreOf(snapshot, diagnosis, ctx));
    if (snapshot.report.masks.length === 0) return [...actions, ...ignoring];
    const untagged = here.filter((diagnosis) => diagnosis.code === 'untagged-mask');
    if (untagged.length > 0 && snapshot.report.masks.length > 1) {
      const diagnostics = untagged.map((diagnosis) => toDiagnostic(snapshot, diagnosis, ctx));
      actions.push({ ...tagAll(snapshot, ctx), kind: quickFix, diagnostics });
    }
    actions.push(...ignoring);
    if (isWanted(tagAllSource)) actions.push({ ...tagAll(snapshot, ctx), kind: tagAllSource });
    return actions;
  },
});

/** A selection of a whole long report must not drown the editor in actions. */
const findingLimit = 100;

function findingsAt(snapshot: Snapshot, range: Range): readonly Diagnosis[] {
  const wanted = toSpan(snapshot, range);
  const here: Diagnosis[] = [];
  for (const diagnosis of snapshot.diagnoses) {
    if (diagnosis.span.start > wanted.end || here.length === findingLimit) break;
    if (diagnosis.span.end >= wanted.start) here.push(diagnosis);
  }
  return here;
}

function fixesOf(snapshot: Snapshot, diagnosis: Diagnosis, ctx: FeatureContext): CodeAction[] {
  return diagnosis.fixes().map((fix, _index, all) => ({
    title: ctx.say(fix.title),
    kind: quickFix,
    diagnostics: [toDiagnostic(snapshot, diagnosis, ctx)],
    isPreferred: fix.isCertain ?? all.length === 1,
    edit: toWorkspaceEdit(snapshot, fix.changes, ctx.client),
  }));
}

/** What is wrong with a comment is mended there. */
const neverIgnored = 'unused-ignore';

function ignoreOf(snapshot: Snapshot, diagnosis: Diagnosis, ctx: FeatureContext): CodeAction[] {
  const { code, span } = diagnosis;
  const change = code === neverIgnored ? undefined : ignoreChange(snapshot.parse, span.start, code);
  if (change === undefined) return [];
  return [
    {
      title: ctx.say({ en: `Ignore ${code} here`, zh: `在此处忽略 ${code}` }),
      kind: quickFix,
      diagnostics: [toDiagnostic(snapshot, diagnosis, ctx)],
      edit: toWorkspaceEdit(snapshot, [change], ctx.client),
    },
  ];
}

function tagAll(snapshot: Snapshot, ctx: FeatureContext): CodeAction {
  const changes = tagChanges(proposeTags(snapshot.analysis));
  return { title: ctx.say(tagAllTitle(changes.length)), edit: toWorkspaceEdit(snapshot, changes, ctx.client) };
}

function tagAllTitle(count: number): Message {
  return count === 1
    ? { en: 'Tag the untagged mask', zh: '为未加标签的待填处加上标签' }
    : { en: `Tag all ${count} untagged masks`, zh: `为全部 ${count} 个待填处加上标签` };
}
