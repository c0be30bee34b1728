/** What a rule is. Each stands in a file of its own beside its page; `registry.ts` is generated from the files. */
import type { Bound } from '../analysis/bound';
import type { Standing } from '../analysis/standings';
import type { Analysis } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix, Severity } from '../base/problem';
import type { Span } from '../base/span';
import type { MaskFact, TagFact } from '../report/facts';
import type { Ignore } from '../report/ignores';
import type { ProseLine } from '../report/prose';
import type { Lexicon } from '../syntax/mask/lexicon';
import type { Template, TemplateEntry } from '../template/types';
import type { PhraseList } from './support/phrases';

export interface Finding {
  /** In the text that the rule was shown: a block's for a mask or a tag, else the whole. */
  readonly span: Span;
  readonly message: Message;
  /** Worked out when a person asks for them, from the report as it then is. */
  readonly fixes?: (whole: Whole) => readonly Fix[];
  /** Where the fault is judged apart from the rule's usual severity (a masked name matters less than a masked figure). */
  readonly severity?: Severity;
}

/** The report around a finding. Fixes have their spans in the whole text. */
export interface Whole {
  readonly analysis: Analysis;
  /** Where a span of the text that the rule was shown stands in the whole. */
  readonly place: (span: Span) => Span;
}

/** What a rule knows of the report around a mask, a tag or a line: little, so that it need not be asked again when the rest changes. */
export interface PieceContext {
  /** The text of the block. */
  readonly text: string;
  /** Units and measure words. */
  readonly lexicon: Lexicon;
  /** The untagged masks of the block, in order: what is found as one is a blank, and no rule for lines need report it again. */
  readonly masks: readonly MaskFact[];
  /** All lines of prose of the block, of which a rule for lines is shown one after the other. */
  readonly lines: () => readonly ProseLine[];
  readonly template: Template | undefined;
  /** What data files and last period's report say; undefined where the report names none. */
  readonly bound: Bound | undefined;
  /** Whether the report's status is `final`, so that nothing may be blank. */
  readonly isFinal: boolean;
  /** The period of the front matter, such as `2025` or `2025-Q3`. */
  readonly period?: string | undefined;
  /** What the files of the workspace add to the set phrases and take away from them; undefined where there are none. */
  readonly phrases?: PhraseList | undefined;
  report(finding: Finding): void;
}

/** Besides: what is said of the metrics that the template relates to this one. */
export interface MetricContext extends PieceContext {
  readonly standingOf: (id: string) => Standing;
}

export interface IgnoreContext {
  /** The text of the block. */
  readonly text: string;
  /** The ids of all rules. */
  readonly rules: readonly string[];
  /** Whether the comment leaves out a finding of the rule. */
  readonly isUsed: (rule: string) => boolean;
  report(finding: Finding): void;
}

export interface ReportContext {
  readonly analysis: Analysis;
  /** All templates that a report may name. */
  readonly templates: readonly TemplateEntry[];
  /** Whether the report has any tag. */
  readonly hasTags: () => boolean;
  /** Whether a tag names the metric, in the whole or in a part of it. To be asked only of metrics that the template places. */
  readonly isUsed: (id: string, within?: Span) => boolean;
  report(finding: Finding): void;
}

/** What a rule looks at says when it is asked again. Each is pure and total: throws for no report. */
export interface Rule {
  /** Names the fault in kebab-case; also the file's name and the diagnostic's code. */
  readonly id: string;
  readonly severity: Severity;
  /** Checked only where the author, the settings or the template give it a severity. */
  readonly isOptIn?: true;
  /** Some of its fixes leave the author nothing to choose; those of all other rules do. */
  readonly hasCertainFixes?: true;
  /** One sentence for settings, readme and help. */
  readonly summary: Message;
  /** Sees one untagged mask: asked again when its block is edited. */
  readonly checkMask?: (mask: MaskFact, ctx: PieceContext) => void;
  /** Sees one mask that was read as emphasis: asked again when its block is edited. */
  readonly checkDoubt?: (doubt: MaskFact, ctx: PieceContext) => void;
  /** Sees one tag: asked again when its block is edited, or what all tags of its id say together changes. */
  readonly checkMetric?: (use: TagFact, standing: Standing, ctx: MetricContext) => void;
  /** Sees one line of prose in which `looksFor` finds something: asked again when its block is edited. */
  readonly checkLine?: {
    /** Tested on the text of the whole block first, so that most blocks need not be read as prose. Without flag `g` or `y`. */
    readonly looksFor: RegExp;
    /** What it looks for besides where the workspace has phrases of its own. */
    readonly looksForIn?: (phrases: PhraseList) => RegExp;
    check(line: ProseLine, ctx: PieceContext): void;
  };
  /** Sees a comment that leaves out findings, after the others have run. */
  readonly checkIgnore?: (ignore: Ignore, ctx: IgnoreContext) => void;
  /**
   * Sees sections, series, front matter, the title, and which lines meet the template's parts, items and phrases: asked again when
   * one of these changes. May not look at metrics and masks, nor at prose, but through `hasTags` and `isUsed`.
   */
  readonly checkStructure?: (ctx: ReportContext) => void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
