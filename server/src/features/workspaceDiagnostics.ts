/** What the rules find in reports that are not open, for a client that lists the problems of the whole workspace; off by default. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { digest } from '../base/digest';
import { memoised } from '../base/lazy';
import type { IndexedReport } from '../workspace/index';
import { toDiagnostics } from './diagnostics';
import { defineWorkspaceFeature, type FeatureContext } from './feature';

interface WorkspacePullParams {
  readonly previousResultIds: readonly { readonly uri: string; readonly value: string }[];
}

type Report = { readonly uri: string; readonly version: null } & (
  | { readonly kind: 'full'; readonly resultId?: string; readonly items: readonly Diagnostic[] }
  | { readonly kind: 'unchanged'; readonly resultId: string }
);

export default defineWorkspaceFeature<WorkspacePullParams, { readonly items: readonly Report[] }>({
  method: 'workspace/diagnostic',
  // Announced by `diagnosticProvider`.
  capability: {},
  async handle({ previousResultIds = [] }, ctx) {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (;;) {
      const { revision } = ctx.files;
      const items = await reportsOf(known, revision, ctx);
      // A client asks again as soon as it has an answer, so one that says nothing new can wait.
      if (known.size === 0 || items.some(({ kind }) => kind === 'full')) return { items };
      await ctx.cancel.until(ctx.files.changeAfter(revision));
    }
  },
});

async function reportsOf(
  known: ReadonlyMap<string, string>,
  revision: number,
  ctx: FeatureContext,
): Promise<readonly Report[]> {
  const items: Report[] = [];
  const seen = new Set<string>();
  for (const report of isOnAnywhere(ctx) ? await ctx.index.reports(ctx.cancel) : []) {
    const { uri } = report;
    if (ctx.files.versionOf(uri) !== undefined || !ctx.settingsFor(uri).workspaceDiagnostics || ctx.isIgnored(uri))
      continue;
    seen.add(uri);
    const kept = keptOf(report);
    const before = known.get(uri);
    if (before !== undefined && kept.resultId === before && kept.revision === revision) {
      items.push({ uri, version: null, kind: 'unchanged', resultId: before });
      continue;
    }
    const snapshot = await ctx.files.report(uri);
    const found = snapshot === undefined ? [] : toDiagnostics(snapshot, ctx);
    const resultId = digest(JSON.stringify(found));
    Object.assign(kept, { resultId, revision });
    items.push(
      resultId === before
        ? { uri, version: null, kind: 'unchanged', resultId }
        : { uri, version: null, kind: 'full', resultId, items: found },
    );
    await ctx.cancel.pause();
  }
  // What is shown of reports that are gone, or that nobody wants checked any more, goes too.
  for (const uri of known.keys()) {
    if (!seen.has(uri) && ctx.files.versionOf(uri) === undefined) {
      items.push({ uri, version: null, kind: 'full', items: [] });
    }
  }
  return items;
}

function isOnAnywhere({ settingsFor, index }: FeatureContext): boolean {
  return settingsFor('').workspaceDiagnostics || index.known.some(({ uri }) => settingsFor(uri).workspaceDiagnostics);
}

/** What was last found in a state of a report, and at which state of everything else. */
const keptOf = memoised((_report: IndexedReport): { resultId?: string; revision?: number } => ({}));
