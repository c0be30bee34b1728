/** What the rules find, for the editor: pulled by the client where it can, and otherwise pushed by the server. */
import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { digest } from '../base/digest';
import type { LineIndex } from '../base/lineIndex';
import type { Message } from '../base/message';
import type { Problem, Severity } from '../base/problem';
import type { Diagnosis } from '../rules/run';
import type { Snapshot } from '../workspace/snapshot';
import { toRange } from './convert';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

interface PullParams extends TextDocumentParams {
  readonly previousResultId?: string;
}

type PullResult =
  | { readonly kind: 'full'; readonly resultId?: string; readonly items: readonly Diagnostic[] }
  | { readonly kind: 'unchanged'; readonly resultId: string };

export default defineFeature<PullParams, PullResult>({
  method: 'textDocument/diagnostic',
  capability: {
    diagnosticProvider: { identifier: 'tallymark', interFileDependencies: false, workspaceDiagnostics: true },
  },
  onBug: 'empty',
  empty: () => ({ kind: 'full', items: [] }),
  handle(snapshot, { previousResultId }, ctx) {
    const items = ctx.isIgnored(snapshot.uri) ? [] : toDiagnostics(snapshot, ctx);
    // Of what is answered, so that an edit which moves no finding leaves the editor's list alone.
    const resultId = digest(JSON.stringify(items));
    return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  },
});

/** More than this nobody reads, and the wire costs more than the checking. */
export const diagnosticLimit = 1000;

/** At most `diagnosticLimit`, the worst of them and the nearest to the last edit; one more says how many are not shown. */
export function toDiagnostics({ findings, editedAt }: Snapshot, { say }: Pick<FeatureContext, 'say'>): Diagnostic[] {
  const shown = findings
    .nearest(diagnosticLimit, editedAt)
    .map(({ code, severity, message, start, end }): Diagnostic => ({
      range: { start, end },
      severity: severities[severity],
      code,
      source: 'tallymark',
      message: say(message),
    }));
  const hidden = findings.count - shown.length;
  if (hidden <= 0) return shown;
  const start = { line: 0, character: 0 };
  const rest: Diagnostic = {
    range: { start, end: start },
    severity: severities.info,
    source: 'tallymark',
    message: say(notShown(hidden)),
  };
  return [...shown, rest];
}

/** What is wrong in a template or data file, at most `diagnosticLimit` of it. */
export function toFileDiagnostics(
  { lines, problems }: { readonly lines: LineIndex; readonly problems: readonly Problem[] },
  { say }: Pick<FeatureContext, 'say'>,
): Diagnostic[] {
  return problems.slice(0, diagnosticLimit).map(({ code, span, message }) => ({
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    severity: severities.error,
    code,
    source: 'tallymark',
    message: say(message),
  }));
}

export function toDiagnostic(
  snapshot: Snapshot,
  { code, span, severity, message }: Diagnosis,
  ctx: Pick<FeatureContext, 'say'>,
): Diagnostic {
  return {
    range: toRange(snapshot, span),
    severity: severities[severity],
    code,
    source: 'tallymark',
    message: ctx.say(message),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };

function notShown(count: number): Message {
  return {
    en: `${count} more findings are not shown; settle some of those that are, or run "tallymark check" for all of them.`,
    zh: `另有 ${count} 个问题未显示；请先处理已显示的问题，或运行“tallymark check”查看全部。`,
  };
}
