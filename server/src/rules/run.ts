/** Runs the rules over what they look at: masks and tags of a block, or the structure of a report. */
import type { Standing } from '../analysis/standings';
import type { Analysis } from '../analysis/types';
import { memoised } from '../base/lazy';
import type { Message } from '../base/message';
import type { Fix, Severity } from '../base/problem';
import type { Span } from '../base/span';
import { blockFacts, type MaskFact, type TagFact } from '../report/facts';
import { proseOf } from '../report/prose';
import type { Block } from '../syntax/types';
import type { TemplateEntry } from '../template/types';
import { rules } from './registry';
import type { Finding, MetricContext, PieceContext, Rule, Whole } from './rule';

/** A finding with its rule and the severity that holds for it. */
export interface Judged {
  readonly code: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly message: Message;
  readonly fixes: Finding['fixes'];
}

/** A finding in the whole text. */
export interface Diagnosis {
  readonly code: string;
  readonly span: Span;
  readonly severity: Severity;
  /** Says fact, norm and remedy. */
  readonly message: Message;
  /** Worked out anew at each call. */
  fixes(): readonly Fix[];
}

export type Severities = ReadonlyMap<string, 'off' | Severity>;

/**
 * The severity of every rule: from the front matter, else from the settings, else from the template, else the rule's own
 * (undefined). The layers are given in this order.
 */
export function severitiesOf(layers: readonly (Severities | undefined)[]): Severities {
  const chosen = new Map<string, 'off' | Severity>();
  for (const { id } of rules) {
    const severity = layers.find((layer) => layer?.has(id) === true)?.get(id);
    if (severity !== undefined) chosen.set(id, severity);
  }
  return chosen;
}

export interface PieceOptions extends Omit<PieceContext, 'report' | 'text' | 'lexicon' | 'masks' | 'lines'> {
  readonly severities: Severities;
  readonly standingOf: (id: string) => Standing;
}

/** The findings in one block, with spans in its text, in order. */
export function checkPiece(block: Block, options: PieceOptions): readonly Judged[] {
  const { text, lexicon } = block;
  const { tags, masks, doubts } = blockFacts(block);
  const { severities, standingOf, ...rest } = options;
  const { ofMasks, ofDoubts, ofMetrics, ofLines } = rulesByPiece(severities);
  const found: Judged[] = [];
  // One context for all rules: the one that runs reports in its own name.
  let running: Rule | undefined;
  const ctx: MetricContext = {
    ...rest,
    text,
    lexicon,
    masks,
    lines: () => proseOf(block),
    standingOf,
    report: (finding) => running && found.push(judged(running, finding, severities)),
  };
  const each = <Piece>(pieces: readonly Piece[], sees: readonly Sees<Piece>[]): void => {
    if (pieces.length === 0) return;
    for (const { rule, check } of sees) {
      running = rule;
      for (const piece of pieces) check(piece, ctx);
    }
  };
  each(masks, ofMasks);
  each(doubts, ofDoubts);
  each(tags, ofMetrics);
  for (const { rule, looksFor, looksForIn, check } of ofLines) {
    const isLooked = looksFor.test(text) || (rest.phrases && looksForIn?.(rest.phrases).test(text)) === true;
    if (!isLooked) continue;
    running = rule;
    for (const line of proseOf(block)) check(line, ctx);
  }
  return found.length === 0 ? none : inOrder(found);
}

/** The findings in the structure of a report, in order. */
export function checkStructure(
  analysis: Analysis,
  { templates, severities }: { readonly templates: readonly TemplateEntry[]; readonly severities: Severities },
): readonly Judged[] {
  const found: Judged[] = [];
  for (const rule of active(severities, (each) => each.checkStructure !== undefined)) {
    rule.checkStructure?.({
      analysis,
      templates,
      hasTags: () => analysis.bindings.size > 0,
      isUsed: (id, { start, end } = everywhere) =>
        analysis.bindings.get(id)?.uses.some(({ span }) => start <= span.start && span.start < end) === true,
      report: (finding) => found.push(judged(rule, finding, severities)),
    });
  }
  return inOrder(found);
}

/** By place, at one place the worst first. */
export function inOrder<Each extends Pick<Judged, 'span' | 'severity'>>(found: readonly Each[]): readonly Each[] {
  return [...found].sort(
    (a, b) => a.span.start - b.span.start || rank[a.severity] - rank[b.severity] || a.span.end - b.span.end,
  );
}

export const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The rules of which some fixes leave the author nothing to choose. */
export const certainRules: ReadonlySet<string> = new Set(
  rules.filter((rule) => rule.hasCertainFixes === true).map(({ id }) => id),
);

export function fixesOf({ fixes }: Judged, whole: Whole): readonly Fix[] {
  return fixes?.(whole) ?? [];
}

const none: readonly Judged[] = [];
const everywhere: Span = { start: 0, end: Infinity };

const active = (severities: Severities, sees: (rule: Rule) => boolean): readonly Rule[] =>
  rulesThatRun(severities).filter(sees);

const rulesThatRun = memoised((severities: Severities) =>
  rules.filter(({ id, isOptIn = false }) => (severities.get(id) ?? (isOptIn ? 'off' : undefined)) !== 'off'),
);

interface Sees<Piece> {
  readonly rule: Rule;
  check(piece: Piece, ctx: MetricContext): void;
}

/** The rules that run, by what they look at. */
const rulesByPiece = memoised((severities: Severities) => {
  const running = rulesThatRun(severities);
  return {
    ofMasks: running.flatMap((rule): Sees<MaskFact>[] => (rule.checkMask ? [{ rule, check: rule.checkMask }] : [])),
    ofDoubts: running.flatMap((rule): Sees<MaskFact>[] => (rule.checkDoubt ? [{ rule, check: rule.checkDoubt }] : [])),
    ofMetrics: running.flatMap(({ checkMetric: check, ...rule }): Sees<TagFact>[] =>
      check ? [{ rule, check: (use, ctx) => check(use, ctx.standingOf(use.id), ctx) }] : [],
    ),
    ofLines: running.flatMap((rule) => (rule.checkLine ? [{ rule, ...rule.checkLine }] : [])),
  };
});

export function judged(rule: Rule, { span, message, fixes, severity }: Finding, severities: Severities): Judged {
  const chosen = severities.get(rule.id);
  return {
    code: rule.id,
    span,
    message,
    fixes,
    severity: chosen === undefined || chosen === 'off' ? (severity ?? rule.severity) : chosen,
  };
}
