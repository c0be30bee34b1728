/** The fixes that rules offer for what they find here, all certain fixes at once, and one action that tags every mask of the report. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { ignoreChange } from '../analysis/ignoring';
import type { Message } from '../base/message';
import type { Diagnosis } from '../rules/run';
import { certainFixes, countCertain } from '../workspace/fixing';
import type { Snapshot } from '../workspace/snapshot';
import { changesOf, type ActionData, type ActionKind } from './codeAction/edits';
import { toSpan, toWorkspaceEdit } from './convert';
import { toDiagnostic } from './diagnostics';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

interface CodeActionParams extends TextDocumentParams {
  readonly range: Range;
  readonly context?: { readonly only?: readonly string[] };
}

const quickFix = 'quickfix';
const fixAllSource = 'source.fixAll.tallymark';
const tagAllSource = 'source.tagMasks';

export default defineFeature<CodeActionParams, CodeAction[]>({
  method: 'textDocument/codeAction',
  capability: {
    codeActionProvider: { codeActionKinds: [quickFix, fixAllSource, tagAllSource], resolveProvider: true },
  },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { range, context }, ctx) {
    const only = context?.only;
    const isWanted = (kind: string): boolean => only?.some((each) => isOfKind(kind, each)) !== false;
    const offers: Offer[] = [];
    const here = isWanted(quickFix) ? snapshot.findings.findingsIn(toSpan(snapshot, range), findingLimit) : [];
    const toldBy = (diagnosis: Diagnosis): Diagnostic => toDiagnostic(snapshot, diagnosis, ctx);
    offers.push(...here.flatMap((diagnosis) => fixesOf(diagnosis, toldBy)));
    offers.push(...fixAllOf(snapshot, here, toldBy));
    const untagged = here.filter(({ code }) => code === 'untagged-mask');
    if (untagged.length > 0 && snapshot.findings.maskCount > 1) {
      offers.push({ ...tagAll(snapshot), kind: quickFix, diagnostics: untagged.map(toldBy) });
    }
    offers.push(...here.flatMap((diagnosis) => ignoreOf(snapshot, diagnosis, toldBy)));
    // Elsewhere it takes a look at the whole report to know whether there is anything to fix.
    const isAsked = only !== undefined || here.some((diagnosis) => certainFixes(diagnosis).length > 0);
    if (isWanted(fixAllSource) && isAsked) offers.push(...fixAll(snapshot));
    if (isWanted(tagAllSource) && snapshot.findings.maskCount > 0) offers.push(tagAll(snapshot));
    return offers.map((offer) => toAction(snapshot, offer, ctx));
  },
});

/** `source` asks for `source.fixAll` too. */
function isOfKind(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** A selection of a whole long report must not drown the editor in actions. */
const findingLimit = 100;

/** An action before its edit is worked out. */
interface Offer {
  readonly title: Message;
  readonly kind: string;
  readonly action: ActionKind;
  readonly diagnostics?: Diagnostic[];
  readonly isPreferred?: boolean;
}

function toAction(snapshot: Snapshot, { title, action, ...rest }: Offer, { say, client }: FeatureContext): CodeAction {
  const shown: CodeAction = { title: say(title), ...rest };
  const { uri, version } = snapshot;
  if (client.resolvesActions) return { ...shown, data: { uri, version, action } satisfies ActionData };
  return { ...shown, edit: toWorkspaceEdit(snapshot, changesOf(snapshot, action) ?? [], client) };
}

function fixesOf(diagnosis: Diagnosis, toldBy: (diagnosis: Diagnosis) => Diagnostic): readonly Offer[] {
  const fixes = diagnosis.fixes();
  const certain = fixes.find((fix) => fix.isCertain === true);
  const preferred = certain ?? (fixes.length === 1 && fixes[0]?.isCertain !== false ? fixes[0] : undefined);
  return fixes.map((fix) => ({
    title: fix.title,
    kind: quickFix,
    action: { kind: 'fix', code: diagnosis.code, at: diagnosis.span.start, fix: fix.title.en },
    diagnostics: [toldBy(diagnosis)],
    isPreferred: fix === preferred,
  }));
}

/** For each rule of which a finding here and others elsewhere have a certain fix. */
function fixAllOf(
  snapshot: Snapshot,
  here: readonly Diagnosis[],
  toldBy: (diagnosis: Diagnosis) => Diagnostic,
): readonly Offer[] {
  const certain = here.filter((diagnosis) => certainFixes(diagnosis).length > 0);
  return [...new Set(certain.map(({ code }) => code))].flatMap((code): Offer[] => {
    const count = countCertain(snapshot, code);
    if (count < 2) return [];
    const title = {
      en: `Fix all ${count} of ${code} in the report`,
      zh: `修正报告中全部 ${count} 处 ${code}`,
    };
    const diagnostics = certain.filter((diagnosis) => diagnosis.code === code).map(toldBy);
    return [{ title, kind: quickFix, action: { kind: 'fixAll', code }, diagnostics }];
  });
}

function fixAll(snapshot: Snapshot): readonly Offer[] {
  const count = countCertain(snapshot);
  if (count === 0) return [];
  const title =
    count === 1
      ? { en: 'Make the one fix that leaves no choice', zh: '修正唯一一处无需选择的问题' }
      : { en: `Make all ${count} fixes that leave no choice`, zh: `修正全部 ${count} 处无需选择的问题` };
  return [{ title, kind: fixAllSource, action: { kind: 'fixAll' } }];
}

/** What is wrong with a comment is mended there. */
const neverIgnored = 'unused-ignore';

function ignoreOf(
  { parse }: Snapshot,
  diagnosis: Diagnosis,
  toldBy: (diagnosis: Diagnosis) => Diagnostic,
): readonly Offer[] {
  const { code, span } = diagnosis;
  if (code === neverIgnored || ignoreChange(parse, span.start, code) === undefined) return [];
  return [
    {
      title: { en: `Ignore ${code} here`, zh: `在此处忽略 ${code}` },
      kind: quickFix,
      action: { kind: 'ignore', code, at: span.start },
      diagnostics: [toldBy(diagnosis)],
    },
  ];
}

function tagAll({ findings }: Snapshot): Offer {
  const count = findings.maskCount;
  const title =
    count === 1
      ? { en: 'Tag the untagged mask', zh: '为未加标签的待填处加上标签' }
      : { en: `Tag all ${count} untagged masks`, zh: `为全部 ${count} 个待填处加上标签` };
  return { title, kind: tagAllSource, action: { kind: 'tagAll' } };
}
