/** Checks one document over and over: what an edit leaves as it was is not checked again. */
import { placedMetrics, rolesIn } from '../analysis/phrases';
import type { Bound } from '../analysis/bound';
import { relationsOf } from '../analysis/relations';
import { createStandings, type BlockTags, type Standings } from '../analysis/standings';
import type { Analysis } from '../analysis/types';
import { lazy } from '../base/lazy';
import type { Severity } from '../base/problem';
import { createSequence } from '../base/sequence';
import { blockFacts } from '../report/facts';
import { placeName } from '../data/types';
import { ignoredInReport, ignoresIn } from '../report/ignores';
import { shapeOf } from '../report/shape';
import { heed, type IgnoreOptions } from '../rules/ignored';
import type { PhraseList } from '../rules/support/phrases';
import { checkPiece, checkStructure, inOrder, severitiesOf, type Judged, type PieceOptions } from '../rules/run';
import type { Block, Parse } from '../syntax/types';
import type { Template, TemplateEntry } from '../template/types';
import { checkedMeasure, type Checked, type CheckedBlock } from './findings';

export interface CheckerOptions {
  readonly templates: readonly TemplateEntry[];
  /** From the settings. */
  readonly severities: ReadonlyMap<string, 'off' | Severity>;
  /** Set phrases where the workspace has some of its own. */
  readonly phrases?: PhraseList | undefined;
}

export interface Checker {
  /** The findings in a report; `analysis` is asked for only where the structure may have changed. */
  check(parse: Parse, analysis: () => Analysis): Checked;
  /** What the findings go by; costs what a check costs. Holds until the next check. */
  known(parse: Parse, analysis: () => Analysis): Known;
  /** What the report is bound to has changed; the next check looks at it. */
  rebind(): void;
}

/** What is known of the metrics of a report. */
export interface Known {
  readonly template: Template | undefined;
  readonly bound: Bound | undefined;
  /** What its tags say together. */
  readonly standings: Omit<Standings, 'replace'>;
}

/** All that the findings in a block depend on besides the block and what is said of its metrics. */
interface Conditions extends Omit<PieceOptions, 'standingOf'> {
  /** The rules that comments leave out in the whole report. */
  readonly inReport: ReadonlySet<string>;
}

interface State {
  readonly parse: Parse;
  readonly conditions: Conditions;
  readonly standings: Standings;
  readonly checked: Checked;
}

/** Remembers the last text that it checked. The answers do not depend on it, only the time that they take. */
export function createChecker(options: CheckerOptions): Checker {
  let state: State | undefined;
  let isRebound = false;
  const upTo = (parse: Parse, analysis: () => Analysis): State => {
    if (state?.parse !== parse) state = next(state, parse, lazy(analysis), options);
    if (isRebound) state = rebound(state, analysis(), options);
    isRebound = false;
    return state;
  };
  return {
    check: (parse, analysis) => upTo(parse, analysis).checked,
    known(parse, analysis) {
      const { conditions, standings } = upTo(parse, analysis);
      return { template: conditions.template, bound: conditions.bound, standings };
    },
    rebind() {
      isRebound = true;
    },
  };
}

/** The structure's findings with their places in the whole text. */
export function structureOf(analysis: Analysis, options: CheckerOptions): readonly Judged[] {
  const { severities } = conditionsOf(analysis, options);
  return checkStructure(analysis, { templates: options.templates, severities });
}

function conditionsOf(
  { report, template, bound }: Analysis,
  { severities, phrases }: CheckerOptions,
): Omit<Conditions, 'inReport'> {
  return {
    template,
    bound,
    isFinal: report.frontMatter?.status === 'final',
    period: report.frontMatter?.period?.value,
    phrases,
    severities: severitiesOf([report.frontMatter?.rules, severities, template?.rules]),
  };
}

function next(state: State | undefined, parse: Parse, analysis: () => Analysis, options: CheckerOptions): State {
  if (state === undefined) return afresh(parse, analysis(), options);
  const { blocks } = parse;
  const { start, end } = blocks.shared(state.parse.blocks);
  const removed = blocksBetween(state.parse, start, state.parse.blocks.length - end);
  const added = blocksBetween(parse, start, blocks.length - end);
  // A comment may leave out findings of every block.
  if ([...removed, ...added].some((block) => ignoresIn(block).length > 0)) return afresh(parse, analysis(), options);
  // Where most is new, keeping the rest costs more than it saves.
  if (added.length + removed.length > 64 && added.length + removed.length > blocks.length / 4) {
    return afresh(parse, analysis(), options);
  }
  const { conditions, standings } = state;
  const gone = Array.from({ length: removed.length }, (_, index) => state.checked.at(start + index));
  const isAtEnd = end === 0;
  const carried = isAtEnd ? atEnd(gone.at(-1)) : [];
  const isMoved =
    hasSameShape(removed, added, {
      template: conditions.template,
      isNearEnd: end < nearEnd || start < nearStart,
      isFirst: !isAnyLineIn(blocksBetween(parse, 0, Math.min(start, nearStart))),
    }) && gone.every((item, index) => item?.structural.length === (index === gone.length - 1 ? carried.length : 0));
  if (!isMoved && !areSame(conditions, conditionsOf(analysis(), options))) {
    return afresh(parse, analysis(), options);
  }
  const wasUntagged = standings.isEmpty;
  const changed = standings.replace(removed.map(tagsOf), added.map(tagsOf));
  const inside = new Set(added.map(({ order }) => order));
  let checked = state.checked.replace(
    start,
    start + removed.length,
    added.map((block, index) =>
      checkedBlock(block, index === added.length - 1 ? carried.map((each) => endOf(block, each)) : [], state),
    ),
  );
  const { template } = conditions;
  const related = template === undefined ? changed : changed.flatMap((id) => relationsOf(template).relatedTo(id));
  const orders = new Set(related.flatMap((id) => standings.ordersOf(id)).filter((order) => !inside.has(order)));
  checked = recheckedAt(orders, { parse, conditions, standings, checked });
  // In a report without tags, none is missing.
  const isSameStructure = isMoved && wasUntagged === standings.isEmpty;
  if (!isSameStructure) checked = restructured(checked, structureOf(analysis(), options), conditions);
  return { parse, conditions, standings, checked: withReportComments(checked, conditions) };
}

/** Other data: only the tags of the metrics of which they say something else are checked again. */
function rebound(state: State, analysis: Analysis, options: CheckerOptions): State {
  const { bound } = analysis;
  const { standings } = state;
  const conditions = { ...state.conditions, bound };
  const said = (by: Bound | undefined, id: string): string => {
    const { value, unit, place } = by?.figureOf(id, standings.of(id).definition) ?? {};
    return JSON.stringify([value, unit, place && [place.uri, placeName(place)], by?.previousOf(id)]);
  };
  const changed = [...standings.ids].filter((id) => said(bound, id) !== said(state.conditions.bound, id));
  const orders = new Set(changed.flatMap((id) => standings.ordersOf(id)));
  const checked = recheckedAt(orders, { ...state, conditions });
  const found = structureOf(analysis, options);
  return {
    ...state,
    conditions,
    checked: withReportComments(restructured(checked, found, conditions), conditions),
  };
}

/** The blocks of these orders checked anew. */
function recheckedAt(orders: ReadonlySet<number>, { parse, conditions, standings, checked }: State): Checked {
  let result = checked;
  for (const order of orders) {
    const found = parse.blocks.find(({ lastOrder }) => lastOrder >= order);
    const old = found && result.at(found.index);
    if (found === undefined || old === undefined) continue;
    const now = checkedBlock(found.item, old.structural, { conditions, standings });
    result = result.replace(found.index, found.index + 1, [now]);
  }
  return result;
}

/** Closing parts are among the last few lines, and titles and leads among the first: there every line counts. */
const nearEnd = 64;
const nearStart = 4;

function afresh(parse: Parse, analysis: Analysis, options: CheckerOptions): State {
  const conditions = {
    ...conditionsOf(analysis, options),
    inReport: ignoredInReport(parse.blocks),
  };
  const standings = createStandings(new Map(analysis.template?.metrics.map((metric) => [metric.id, metric])));
  const blocks = [...parse.blocks];
  standings.replace([], blocks.map(tagsOf));
  const items = blocks.map((block) => checkedBlock(block, [], { conditions, standings }));
  const found = structureOf(analysis, options);
  const checked = restructured(createSequence(items, checkedMeasure), found, conditions);
  return { parse, conditions, standings, checked: withReportComments(checked, conditions) };
}

function tagsOf(block: Block): BlockTags {
  return { order: block.order, text: block.text, tags: blockFacts(block).tags };
}

function checkedBlock(
  block: Block,
  structural: readonly Judged[],
  { conditions, standings }: Pick<State, 'conditions' | 'standings'>,
): CheckedBlock {
  const local = checkPiece(block, { ...conditions, standingOf: standings.of });
  return withStructure(block, local, structural, conditions);
}

function withStructure(
  block: Block,
  local: readonly Judged[],
  structural: readonly Judged[],
  options: IgnoreOptions,
): CheckedBlock {
  const found = structural.length === 0 ? local : inOrder([...local, ...structural]);
  const { kept, silenced } = heed(block, found, options);
  return { block, local, structural, all: kept, silenced };
}

/** Whether what a comment leaves out in the whole report is anywhere is known only when all is checked. */
function withReportComments(checked: Checked, conditions: Conditions): Checked {
  if (conditions.inReport.size === 0) return checked;
  const silencedInReport = new Set([...checked].flatMap(({ silenced }) => [...silenced]));
  let index = 0;
  let result = checked;
  for (const item of checked) {
    if (ignoresIn(item.block).some(({ scope }) => scope === 'report')) {
      const { block, local, structural } = item;
      const heard = withStructure(block, local, structural, { ...conditions, silencedInReport });
      if (!areAlike(heard.all, item.all)) result = result.replace(index, index + 1, [heard]);
    }
    index++;
  }
  return result;
}

/** The same blocks with other findings of structure, each in the block in which it begins. */
function restructured(checked: Checked, found: readonly Judged[], conditions: Conditions): Checked {
  const byIndex = new Map<number, Judged[]>();
  for (const judged of found) {
    const { start, end } = judged.span;
    const place = checked.find(({ length }) => length > start) ?? checked.locate(checked.length - 1);
    if (place === undefined) continue;
    const own = { ...judged, span: { start: start - place.before.length, end: end - place.before.length } };
    const known = byIndex.get(place.index);
    if (known === undefined) byIndex.set(place.index, [own]);
    else known.push(own);
  }
  let index = 0;
  let result = checked;
  for (const item of checked) {
    const structural = byIndex.get(index) ?? [];
    if (!areAlike(structural, item.structural)) {
      result = result.replace(index, index + 1, [withStructure(item.block, item.local, structural, conditions)]);
    }
    index++;
  }
  return result;
}

/** What is found at the very end of the text stays there, whatever is written before it. */
function atEnd(last: CheckedBlock | undefined): readonly Judged[] {
  return last?.structural.every(({ span }) => span.start === last.block.text.length) === true ? last.structural : [];
}

function endOf({ text }: Block, judged: Judged): Judged {
  return { ...judged, span: { start: text.length, end: text.length } };
}

interface Place {
  readonly template: Template | undefined;
  readonly isNearEnd: boolean;
  readonly isFirst: boolean;
}

function hasSameShape(
  removed: readonly Block[],
  added: readonly Block[],
  { template, isNearEnd, isFirst }: Place,
): boolean {
  const roles = template === undefined ? () => '' : rolesIn(template);
  const placed = template && placedMetrics(template);
  const isPlaced = (id: string): boolean => placed?.has(id) === true;
  const shape = (blocks: readonly Block[]): string => {
    const parts = blocks.map((block, index) =>
      shapeOf(block, { roles, isPlaced, isNearEnd, isFirst: isFirst && !isAnyLineIn(blocks.slice(0, index)) }),
    );
    const joined = parts.filter((part) => part !== '').join('\n');
    return isNearEnd ? joined : joined.replace(/^content(?:\ncontent)+$/gm, 'content');
  };
  return shape(removed) === shape(added);
}

/** Whether what could be a title stands in one of the blocks; the first such line of a report may be its title. */
function isAnyLineIn(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    const { lines, headings } = blockFacts(block);
    return lines.length > 0 || headings.length > 0;
  });
}

function blocksBetween({ blocks }: Parse, from: number, to: number): readonly Block[] {
  return Array.from({ length: to - from }, (_, index) => blocks.at(from + index)).filter(
    (block) => block !== undefined,
  );
}

function areSame(a: Omit<Conditions, 'inReport'>, b: Omit<Conditions, 'inReport'>): boolean {
  const entries = (conditions: Pick<Conditions, 'severities'>): string => JSON.stringify([...conditions.severities]);
  const isAlike = (key: 'template' | 'bound' | 'isFinal' | 'period' | 'phrases'): boolean => a[key] === b[key];
  return (
    isAlike('template') &&
    isAlike('bound') &&
    isAlike('isFinal') &&
    isAlike('period') &&
    isAlike('phrases') &&
    entries(a) === entries(b)
  );
}

function areAlike(a: readonly Judged[], b: readonly Judged[]): boolean {
  const told = ({ code, span, severity, message }: Judged): string => JSON.stringify([code, span, severity, message]);
  return a.length === b.length && a.every((judged, index) => told(judged) === told(b[index] ?? judged));
}
