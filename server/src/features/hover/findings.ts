/** The rules behind the findings at a place. */
import type { Diagnosis } from '../../rules/run';
import { rules } from '../../rules/registry';
import type { Snapshot } from '../../workspace/snapshot';
import type { FeatureContext } from '../feature';

export function findingsAt({ findings }: Snapshot, offset: number): readonly Diagnosis[] {
  return findings.findingsIn({ start: offset, end: offset }, mostLooked);
}

const mostLooked = 50;

/** One line for each rule: what the finding itself says, the editor shows. */
export function findingLines(findings: readonly Diagnosis[], { say }: FeatureContext): readonly string[] {
  const found = [...new Set(findings.map(({ code }) => code))].slice(0, mostShown);
  return found.flatMap((code) => {
    const rule = rules.find(({ id }) => id === code);
    if (rule === undefined) return [];
    // The ids of rules have no marks of Markdown in them.
    return [
      say({
        en: `${code}: ${rule.summary.en} (more: tallymark explain ${code})`,
        zh: `${code}：${rule.summary.zh}（详见 tallymark explain ${code}）`,
      }),
    ];
  });
}

const mostShown = 5;
