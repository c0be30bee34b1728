/** A report in its usual form: numbers that count up, tables with even columns, tags without spaces, no spaces at line ends. */
import { composeChanges, moveSpan } from '../base/changes';
import { lazy } from '../base/lazy';
import type { TextChange } from '../base/problem';
import { shift, type Span } from '../base/span';
import { blockFacts } from '../report/facts';
import { ignoreAt, ignoredInReport } from '../report/ignores';
import type { Block, Parse } from '../syntax/types';
import { endingChange, type EndingOptions } from './formatting/ending';
import { numberChanges } from './formatting/numbers';
import { reread } from './formatting/reread';
import { trailingSpaces } from './formatting/spaces';
import { tableChanges } from './formatting/tables';
import { tagFormChanges } from './formatting/tags';
import type { Analysis } from './types';

export interface FormattingOptions extends EndingOptions {
  /** Whether a rule is switched off: what it would find is then left as it is. */
  readonly isOff: (rule: string) => boolean;
}

/**
 * The changes in order, none longer than what it changes. Values, masks, titles and all that a reader sees but numbers of headings
 * and series stay as they are; code, HTML, front matter and emphasis are not touched. With `only`, a stretch of whole lines, what
 * does not touch it is left alone; a table is one thing.
 */
export function formattingChanges(
  { analysis, parse }: { readonly analysis: () => Analysis; readonly parse: Parse },
  options: FormattingOptions,
  only?: Span,
): readonly TextChange[] {
  const { length: total } = parse.blocks.sum;
  const isTagOff = lazy(() => options.isOff(tagRule) || ignoredInReport(parse.blocks).has(tagRule));
  const changes: TextChange[] = [];
  let mayHoldNumbers = false;
  parse.blocks.visit(
    (block, { length: start }) => {
      const wanted = only && shift(only, -start);
      const { headings, lines } = blockFacts(block);
      mayHoldNumbers ||= headings.length > 0 || lines.some(({ text }) => mayBeNumbered.test(text));
      const ofBlock = blockChanges(block, { parse, isTagOff, trimsSpaces: options.trimsSpaces, only: wanted });
      changes.push(...ofBlock.map((change) => ({ ...change, span: shift(change.span, start) })));
    },
    (before, sum) => only !== undefined && (before.length > only.end || before.length + sum.length < only.start),
  );
  if (mayHoldNumbers) {
    changes.push(...numberChanges(analysis(), parse, options.isOff).filter(({ span }) => doesTouch(span, only)));
  }
  const ending = only === undefined || only.end >= total ? endingChange(parse, options) : undefined;
  const kept = changes.filter(({ span }) => ending === undefined || span.end <= ending.span.start);
  return inOrder(ending === undefined ? kept : [...kept, ending]);
}

const tagRule = 'malformed-metric';
const mayBeNumbered = /[一二三四五六七八九十]|首先|其次/;

interface BlockOptions {
  readonly parse: Parse;
  /** Whether tags are left as they are in the whole report. */
  readonly isTagOff: () => boolean;
  readonly trimsSpaces: boolean;
  /** In the block. */
  readonly only: Span | undefined;
}

/** Each step goes by what the one before it leaves, since a tag that is put right is narrower; a step that says other things is left out. */
function blockChanges(block: Block, { parse, isTagOff, trimsSpaces, only }: BlockOptions): readonly TextChange[] {
  if (block.form === 'front-matter' || (block.form === 'flat' && parse.mode === 'markdown')) return [];
  let now = block;
  let changes: readonly TextChange[] = [];
  const take = (step: readonly TextChange[]): void => {
    const next = step.length === 0 ? undefined : reread(now, step, parse);
    if (next === undefined) return;
    changes = composeChanges(changes, step, block.text.length);
    now = next;
  };
  const isWanted = (span: Span): boolean => doesTouch(span, only && moveSpan(only, changes));
  const faulty = blockFacts(block).tags.filter(({ fault, span }) => fault !== undefined && isWanted(span));
  if (faulty.length > 0 && !isTagOff()) {
    const meant = (span: Span): boolean => ignoreAt(block, tagRule, span.start) !== undefined;
    take(faulty.flatMap((tag) => (meant(tag.span) ? [] : tagFormChanges(block.text, tag))));
  }
  take(tableChanges(now, isWanted));
  if (trimsSpaces) take(trailingSpaces(now).filter(({ span }) => isWanted(span)));
  return changes;
}

function doesTouch({ start, end }: Span, only: Span | undefined): boolean {
  return only === undefined || (start <= only.end && end >= only.start);
}

/** Where two changes overlap, the first stays; those that touch are one. */
function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextChange[] = [];
  for (const change of sorted) {
    const { span, newText } = change;
    const last = result.at(-1);
    if (last === undefined || span.start > last.span.end) result.push(change);
    else if (span.start === last.span.end) {
      result[result.length - 1] = {
        span: { start: last.span.start, end: span.end },
        newText: last.newText + newText,
      };
    }
  }
  return result;
}
