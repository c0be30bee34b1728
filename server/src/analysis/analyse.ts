/** Report and template to analysis: outline, bindings and totals. */
import { lazy } from '../base/lazy';
import type { MetricUse, Report } from '../report/types';
import type { Template } from '../template/types';
import { buildOutlineEntries } from './outline';
import type { Bound } from './bound';
import type { Analysis, MetricBinding, Totals } from './types';
import { normaliseValue } from './value';

/** Pure and total; each part is worked out when it is first asked for. Without a template the outline is empty and no metric has a definition. */
export function analyse(report: Report, template: Template | undefined, bound?: Bound): Analysis {
  const outline = lazy(() => (template === undefined ? [] : buildOutlineEntries(report, template)));
  const bindings = lazy(() => bind(report, template));
  const totals = lazy(() => count(report, bindings()));
  return {
    report,
    template,
    bound,
    get outline() {
      return outline();
    },
    get bindings() {
      return bindings();
    },
    get totals() {
      return totals();
    },
  };
}

function bind(report: Report, template: Template | undefined): ReadonlyMap<string, MetricBinding> {
  const definitions = new Map(template?.metrics.map((metric) => [metric.id, metric]));
  const uses = new Map<string, MetricUse[]>();
  for (const use of report.metrics) {
    const known = uses.get(use.id);
    if (known === undefined) uses.set(use.id, [use]);
    else known.push(use);
  }
  return new Map(
    [...uses].map(([id, own]): [string, MetricBinding] => {
      const values = new Map<string, MetricUse>();
      for (const use of own) {
        const value = use.state === 'filled' ? normaliseValue(use.value ?? '') : undefined;
        if (value !== undefined && !values.has(value)) values.set(value, use);
      }
      return [id, { id, definition: definitions.get(id), uses: own, values }];
    }),
  );
}

function count(report: Report, bindings: ReadonlyMap<string, MetricBinding>): Totals {
  const sound = report.metrics.filter((use) => use.state !== 'malformed');
  const filled = sound.filter(
    (use) => use.state === 'filled' || (use.state === 'reference' && (bindings.get(use.id)?.values.size ?? 0) > 0),
  );
  return { metrics: sound.length, filled: filled.length, blanks: report.blanks.length };
}
