/** What a rule is. Each stands in a file of its own beside its page; `registry.ts` is generated from the files. */
import type { Analysis } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix, Severity } from '../base/problem';
import type { Span } from '../base/span';
import type { Template } from '../template/types';

export interface Finding {
  readonly span: Span;
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  /** Where the fault is judged apart from the rule's usual severity (a masked name matters less than a masked figure). */
  readonly severity?: Severity;
}

export interface RuleContext {
  readonly analysis: Analysis;
  /** All templates that a report may name. */
  readonly templates: readonly Template[];
  report(finding: Finding): void;
}

export interface Rule {
  /** Names the fault in kebab-case; also the file's name and the diagnostic's code. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for settings, readme and help. */
  readonly summary: Message;
  /** Pure and total: reports what it finds in any report, throws in none. */
  check(ctx: RuleContext): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
