/** The fixes that leave an author nothing to choose, all at once: for `check --fix` and for the editor's fix-all. */
import { composeChanges } from '../base/changes';
import type { Fix, TextChange } from '../base/problem';
import type { Diagnosis } from '../rules/run';
import { rules } from '../rules/registry';
import type { Snapshot } from './snapshot';

/**
 * The changes of the text that leave no such fix to be done, of one rule or of all: round by round those that do not overlap, then what
 * the text so changed still needs.
 */
export function certainChanges(snapshot: Snapshot, rule?: string): readonly TextChange[] {
  const isWanted = (id: string): boolean => (rule === undefined || id === rule) && certainRules.has(id);
  const { length } = snapshot.parse.blocks.sum;
  let changes: readonly TextChange[] = [];
  let current = snapshot;
  for (let round = 0; round < maxRounds; round++) {
    const fixes = current.findings.findingsOf(isWanted).flatMap(certainFixes);
    const chosen = withoutOverlap(fixes);
    if (chosen.length === 0) break;
    changes = composeChanges(changes, chosen, length);
    current = current.edited(chosen);
  }
  return changes;
}

/** Those that may be made without asking. */
export function certainFixes(diagnosis: Diagnosis): readonly Fix[] {
  if (!certainRules.has(diagnosis.code)) return [];
  return diagnosis.fixes().filter((fix) => fix.isCertain === true);
}

/** How many findings of a rule have a fix that may be made without asking, or of all rules. */
export function countCertain({ findings }: Snapshot, rule?: string): number {
  const found = findings.findingsOf((id) => (rule === undefined || id === rule) && certainRules.has(id));
  return found.filter((each) => certainFixes(each).length > 0).length;
}

const maxRounds = 10;
const certainRules: ReadonlySet<string> = new Set(
  rules.filter((rule) => rule.hasCertainFixes === true).map(({ id }) => id),
);

/** In order. Of fixes that overlap or touch, the first is made. */
function withoutOverlap(fixes: readonly Fix[]): readonly TextChange[] {
  const taken: TextChange[] = [];
  for (const { changes } of fixes) {
    const places = changes.map(({ span }) => firstReaching(taken, span.start));
    const isFree = changes.every(({ span }, index) => {
      const next = taken[places[index] ?? 0];
      return next === undefined || span.end < next.span.start;
    });
    if (!isFree) continue;
    for (const [index, change] of changes.entries()) taken.splice((places[index] ?? 0) + index, 0, change);
  }
  return taken;
}

/** The index of the first change that ends at the offset or behind it. */
function firstReaching(changes: readonly TextChange[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.span.end ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
