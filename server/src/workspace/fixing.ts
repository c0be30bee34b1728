/** The fixes that leave an author nothing to choose, all at once: for `check --fix` and for the editor's fix-all. */
import { composeChanges } from '../base/changes';
import { memoised } from '../base/lazy';
import type { Fix, TextChange } from '../base/problem';
import { certainRules, type Diagnosis } from '../rules/run';
import type { Snapshot } from './snapshot';

/**
 * The changes of the text that leave no such fix to be done, of one rule or of all: round by round those that do not overlap, then what
 * the text so changed still needs.
 */
export function certainChanges(snapshot: Snapshot, rule?: string): readonly TextChange[] {
  const wantedOf = ({ findings }: Snapshot): readonly Diagnosis[] =>
    findings.certain().filter(({ code }) => rule === undefined || code === rule);
  const { length } = snapshot.parse.blocks.sum;
  let changes: readonly TextChange[] = [];
  let current = snapshot;
  for (let round = 0; round < maxRounds; round++) {
    const fixes = wantedOf(current).flatMap(certainFixes);
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

/** How many findings of a rule have a fix that may be made without asking, or of all rules. Counted once for each state of a report. */
export function countCertain(snapshot: Snapshot, rule?: string): number {
  const counts = certainByRule(snapshot);
  if (rule !== undefined) return counts.get(rule) ?? 0;
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

const certainByRule = memoised(({ findings }: Snapshot): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const diagnosis of findings.certain()) {
    if (certainFixes(diagnosis).length > 0) counts.set(diagnosis.code, (counts.get(diagnosis.code) ?? 0) + 1);
  }
  return counts;
});

const maxRounds = 10;

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
