/** Report and template to analysis: outline, bindings and totals. */
import type { MetricUse, Report } from '../report/types';
import type { Template } from '../template/types';
import { buildOutlineEntries } from './outline';
import type { Analysis, MetricBinding, Totals } from './types';
import { normaliseValue } from './value';

/** Pure and total; without a template the outline is empty and no metric has a definition. */
export function analyse(report: Report, template: Template | undefined): Analysis {
  const bindings = bind(report, template);
  return {
    report,
    template,
    outline: template === undefined ? [] : buildOutlineEntries(report, template),
    bindings,
    totals: count(report, bindings),
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
