/** Finds sections, metrics and reports of the whole workspace by a few letters of their names. */
import type { SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-types';
import { memoised } from '../base/lazy';
import { fileName } from '../rules/support/files';
import type { MetricTemplate } from '../template/types';
import type { LineRange } from '../workspace/index';
import { defineWorkspaceFeature, type FeatureContext } from './feature';
import { beginning } from './convert';

interface SymbolParams {
  readonly query?: string;
}

export default defineWorkspaceFeature<SymbolParams, WorkspaceSymbol[]>({
  method: 'workspace/symbol',
  capability: { workspaceSymbolProvider: true },
  async handle({ query = '' }, ctx) {
    const wanted = typeof query === 'string' ? folded(query) : '';
    const ranked: { readonly rank: number; readonly symbol: WorkspaceSymbol }[] = [];
    const add = (name: string, kind: SymbolKind, { uri, range, container, also }: Where): void => {
      const rank = Math.min(rankOf(name, wanted), also === undefined ? missed : rankOf(also, wanted) + 1);
      if (rank >= missed) return;
      const shownName = also === undefined ? name : `${name} ${also}`;
      ranked.push({ rank, symbol: { name: shownName, kind, containerName: container, location: { uri, range } } });
    };
    let seen = 0;
    for (const report of await ctx.index.reports(ctx.cancel)) {
      const { uri, title, template, sections, ids } = report;
      const file = fileName(uri);
      if (title !== undefined && title !== '') add(title, kinds.report, { uri, range: beginning, container: file });
      for (const { name, headingRange } of sections) {
        add(name, kinds.section, { uri, range: headingRange, container: title ?? file });
      }
      const labels = labelsOf(ctx, template);
      for (const id of ids) {
        const [first] = report.usesOf(id);
        const range = first?.idRange;
        if (range !== undefined) add(id, kinds.metric, { uri, range, container: title ?? file, also: labels.get(id) });
      }
      if (++seen % 64 === 0) await ctx.cancel.pause();
    }
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ symbol }) => symbol);
  },
});

/** How metrics are called, by their ids. */
function labelsOf({ templates, language }: FeatureContext, template: string | undefined): ReadonlyMap<string, string> {
  const metrics = templates.find(({ id }) => id === template)?.load().metrics;
  return metrics === undefined ? none : labelsIn(metrics)[language];
}

const labelsIn = memoised((metrics: readonly MetricTemplate[]) => ({
  en: new Map(metrics.map(({ id, label }) => [id, label.en])),
  zh: new Map(metrics.map(({ id, label }) => [id, label.zh])),
}));
const none: ReadonlyMap<string, string> = new Map();

const missed = 100;

/** Better the smaller: the name itself, its beginning, a part of it, its letters in order. */
function rankOf(name: string, wanted: string): number {
  const own = folded(name);
  if (own === wanted) return 0;
  const at = own.indexOf(wanted);
  if (at >= 0) return at === 0 ? 2 : 4;
  let from = 0;
  for (const letter of wanted) {
    from = own.indexOf(letter, from) + 1;
    if (from === 0) return missed;
  }
  return 6;
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

interface Where {
  readonly uri: string;
  readonly range: LineRange;
  readonly container: string;
  /** Another name by which it is found, and that is shown. */
  readonly also?: string | undefined;
}

/** Nobody looks through more. */
const most = 500;

/** What editors use for headings, for fields and for files. */
const kinds = { section: 15, metric: 8, report: 1 } as const;
