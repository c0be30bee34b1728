/** Leaves out the findings that the author means, and has the comments checked that say so. */
import { ignoreAt, ignoresIn } from '../report/ignores';
import type { Block } from '../syntax/types';
import { rules } from './registry';
import { inOrder, judged, type Judged, type Severities } from './run';

export interface Heard {
  /** In order; what is wrong with the comments is among them. */
  readonly kept: readonly Judged[];
  /** The rules of which the report's comments left something out here. */
  readonly silenced: ReadonlySet<string>;
}

export interface IgnoreOptions {
  readonly severities: Severities;
  /** The rules that are left out in the whole report. */
  readonly inReport: ReadonlySet<string>;
  /** Those of them that left something out in some block; undefined while that is not known yet. */
  readonly silencedInReport?: ReadonlySet<string> | undefined;
}

/** `found` is in order, with spans in the block. */
export function heed(block: Block, found: readonly Judged[], options: IgnoreOptions): Heard {
  const { severities, inReport, silencedInReport } = options;
  const ignores = ignoresIn(block);
  if (ignores.length === 0 && inReport.size === 0) return { kept: found, silenced: noRules };
  const silenced = new Set<string>();
  const used = new Map<(typeof ignores)[number], Set<string>>(ignores.map((ignore) => [ignore, new Set()]));
  const kept = found.filter(({ code, span }) => {
    if (code === ignoreRule) return true;
    const here = ignoreAt(block, code, span.start);
    if (here !== undefined) used.get(here)?.add(code);
    else if (inReport.has(code)) silenced.add(code);
    else return true;
    return false;
  });
  const faults: Judged[] = [];
  for (const rule of rules) {
    if (rule.checkIgnore === undefined || severities.get(rule.id) === 'off') continue;
    for (const ignore of ignores) {
      const isUsed = (id: string): boolean =>
        ignore.scope === 'report' ? silencedInReport?.has(id) !== false : used.get(ignore)?.has(id) === true;
      rule.checkIgnore(ignore, {
        text: block.text,
        rules: rules.map(({ id }) => id),
        // What is switched off finds nothing; that a comment says so too is no mistake.
        isUsed: (id) => isUsed(id) || severities.get(id) === 'off',
        report: (finding) => faults.push(judged(rule, finding, severities)),
      });
    }
  }
  return { kept: faults.length === 0 ? kept : inOrder([...kept, ...faults]), silenced };
}

const noRules: ReadonlySet<string> = new Set();
/** A comment cannot leave out what is wrong with comments. */
const ignoreRule = 'unused-ignore';
