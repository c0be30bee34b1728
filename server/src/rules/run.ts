/** Runs every rule over an analysis. */
import type { Analysis } from '../analysis/types';
import type { Problem, Severity } from '../base/problem';
import type { Template } from '../template/types';
import { rules } from './registry';
import type { Rule } from './rule';

/** A problem with the severity that holds for it. */
export type Diagnosis = Problem & { readonly severity: Severity };

export interface RunOptions {
  readonly templates: readonly Template[];
  /** Severity by rule id, from the settings. */
  readonly severities: ReadonlyMap<string, 'off' | Severity>;
}

/**
 * The findings of all rules in document order, worst first at one place. A rule's severity comes from the front matter, else from the
 * settings, else from the template, else from the rule itself; a rule that is off does not run.
 */
export function runRules(analysis: Analysis, { templates, severities }: RunOptions): readonly Diagnosis[] {
  const found: Diagnosis[] = [];
  const layers = [analysis.report.frontMatter?.rules, severities, analysis.template?.rules];
  for (const rule of rules) {
    const chosen = layers.find((layer) => layer?.has(rule.id) === true)?.get(rule.id);
    if (chosen !== 'off') runRule(rule, { analysis, templates, chosen, found });
  }
  return found.sort(
    (a, b) => a.span.start - b.span.start || rank[a.severity] - rank[b.severity] || a.span.end - b.span.end,
  );
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

interface Run {
  readonly analysis: Analysis;
  readonly templates: readonly Template[];
  readonly chosen: Severity | undefined;
  readonly found: Diagnosis[];
}

function runRule(rule: Rule, { analysis, templates, chosen, found }: Run): void {
  rule.check({
    analysis,
    templates,
    report: ({ severity, ...finding }) =>
      found.push({ code: rule.id, ...finding, severity: chosen ?? severity ?? rule.severity }),
  });
}
