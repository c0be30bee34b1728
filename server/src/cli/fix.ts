/** `check --fix`: applies the fixes that leave no choice to the author. */
import { applyChanges, type Fix } from '../base/problem';
import type { Snapshot } from '../service';

/** The text after all certain fixes; each round applies those that do not overlap, then looks again. */
export function applyCertainFixes(snapshot: Snapshot, read: (text: string) => Snapshot): string {
  let current = snapshot;
  for (let round = 0; round < maxRounds; round++) {
    const fixes = current.diagnoses.flatMap((diagnosis) => diagnosis.fixes().filter((fix) => fix.isCertain === true));
    const chosen = withoutOverlap(fixes);
    if (chosen.length === 0) break;
    current = read(applyChanges(current.text, chosen));
  }
  return current.text;
}

const maxRounds = 10;

function withoutOverlap(fixes: readonly Fix[]): Fix['changes'] {
  const taken: Fix['changes'][number][] = [];
  for (const { changes } of fixes) {
    const isFree = changes.every(({ span }) =>
      taken.every((other) => span.end < other.span.start || other.span.end < span.start),
    );
    if (isFree) taken.push(...changes);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}
