/** All findings in a report, kept block by block: an edit replaces those of a few blocks, and the rest moves by itself. */
import type { Analysis } from '../analysis/types';
import { memoised } from '../base/lazy';
import type { LineColumn } from '../base/lineIndex';
import type { Message } from '../base/message';
import type { Severity } from '../base/problem';
import type { Measure, Sequence } from '../base/sequence';
import { shift, type Span } from '../base/span';
import { blockFacts } from '../report/facts';
import type { Whole } from '../rules/rule';
import { certainRules, fixesOf, rank, type Diagnosis, type Judged } from '../rules/run';
import { linesIn } from '../syntax/lines';
import type { Block } from '../syntax/types';

/** A block with what was found in it: spans are in the block, in order. */
export interface CheckedBlock {
  readonly block: Block;
  /** In its masks and tags. */
  readonly local: readonly Judged[];
  /** Of the report's structure, where it begins in this block. */
  readonly structural: readonly Judged[];
  /** What the author did not say is meant. */
  readonly all: readonly Judged[];
  /** The rules of which the report's comments left something out here. */
  readonly silenced: ReadonlySet<string>;
}

export interface CheckedExtent {
  readonly length: number;
  readonly lineBreaks: number;
  /** How many findings there are, by the rank of their severity. */
  readonly counts: readonly [number, number, number, number];
  /** How many are of rules of which some fixes leave the author nothing to choose. */
  readonly certain: number;
  /** How many masks have no tag. */
  readonly masks: number;
}

export type Checked = Sequence<CheckedBlock, CheckedExtent>;

export const checkedMeasure: Measure<CheckedBlock, CheckedExtent> = {
  empty: { length: 0, lineBreaks: 0, counts: [0, 0, 0, 0], certain: 0, masks: 0 },
  of: memoised(({ block, all }: CheckedBlock) => {
    const counts: [number, number, number, number] = [0, 0, 0, 0];
    let certain = 0;
    for (const { code, severity } of all) {
      counts[rank[severity]] = (counts[rank[severity]] ?? 0) + 1;
      if (certainRules.has(code)) certain++;
    }
    const masks = blockFacts(block).masks.length;
    return { length: block.text.length, lineBreaks: block.lineBreaks, counts, certain, masks };
  }),
  join: (a, b) => ({
    length: a.length + b.length,
    lineBreaks: a.lineBreaks + b.lineBreaks,
    counts: [
      a.counts[0] + b.counts[0],
      a.counts[1] + b.counts[1],
      a.counts[2] + b.counts[2],
      a.counts[3] + b.counts[3],
    ],
    certain: a.certain + b.certain,
    masks: a.masks + b.masks,
  }),
};

export function countOf({ counts }: CheckedExtent): number {
  return counts[0] + counts[1] + counts[2] + counts[3];
}

/** A finding by lines and columns. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/**
 * At most `limit` findings in the order of the text: the worst, and of those that are equally bad the nearest to the offset `near`.
 * Costs what it gives, not what the report holds.
 */
export function nearestFindings(checked: Checked, limit: number, near: number): readonly ShownFinding[] {
  const chosen = choose(checked, limit, near);
  const shown: ShownFinding[] = [];
  let passed: CheckedExtent = checkedMeasure.empty;
  const isPassedOver = (before: CheckedExtent, { counts }: CheckedExtent): boolean =>
    counts.every((count, index) => {
      const { from, to } = chosen[index] ?? nothing;
      const start = before.counts[index] ?? 0;
      return count === 0 || start >= to || start + count <= from;
    });
  checked.visit((item, before) => {
    passed = before;
    const seen: [number, number, number, number] = [...before.counts];
    for (const [index, { code, severity, message }] of item.all.entries()) {
      const ranked = rank[severity];
      const place = seen[ranked] ?? 0;
      seen[ranked] = place + 1;
      const { from, to } = chosen[ranked] ?? nothing;
      if (place < from || place >= to) continue;
      const range = rangesIn(item)[index];
      if (range === undefined) continue;
      // A byte order mark before the first block belongs to its first line.
      const lead = passed.lineBreaks === 0 ? passed.length : 0;
      shown.push({
        code,
        severity,
        message,
        start: moved(range.start, passed.lineBreaks, lead),
        end: moved(range.end, passed.lineBreaks, lead),
      });
    }
  }, isPassedOver);
  return shown;
}

interface Choice {
  readonly from: number;
  readonly to: number;
}

const nothing: Choice = { from: 0, to: 0 };

/** Which findings of each rank are shown: all, none, or so many on both sides of a place. */
function choose(checked: Checked, limit: number, near: number): readonly Choice[] {
  const before = checked.find(({ length }) => length > near)?.before ?? checked.sum;
  let left = limit;
  return checked.sum.counts.map((count, index) => {
    const size = Math.min(count, left);
    left -= size;
    const from = Math.max(0, Math.min(count - size, (before.counts[index] ?? 0) - (size >> 1)));
    return { from, to: from + size };
  });
}

const rangesIn = memoised(({ block, all }: CheckedBlock) => {
  const lines = linesIn(block);
  return all.map(({ span }) => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) }));
});

function moved({ line, character }: LineColumn, by: number, lead: number): LineColumn {
  return { line: line + by, character: line === 0 ? character + lead : character };
}

/** What fixes go by: both are those of the text that was checked, and asked for only by fixes that need them. */
export interface Background {
  readonly analysis: () => Analysis;
  readonly structure: () => readonly Judged[];
}

/** All findings with their places in the whole text. */
export function diagnosesOf(checked: Checked, background: Background): readonly Diagnosis[] {
  const diagnoses: Diagnosis[] = [];
  checked.visit((item, { length }) => {
    for (const judged of item.all) diagnoses.push(diagnosisOf(judged, item, length, background));
  });
  return diagnoses;
}

/** At most `limit` findings that lie in the span or touch it, in order. Costs what it looks at, not what the report holds. */
export function diagnosesIn(
  checked: Checked,
  { start, end }: Span,
  limit: number,
  background: Background,
): readonly Diagnosis[] {
  const found: Diagnosis[] = [];
  checked.visit(
    (item, { length }) => {
      for (const judged of item.all) {
        const isHere = judged.span.start + length <= end && judged.span.end + length >= start;
        if (isHere && found.length < limit) found.push(diagnosisOf(judged, item, length, background));
      }
    },
    (before, sum) =>
      before.length > end || before.length + sum.length < start || found.length >= limit || countOf(sum) === 0,
  );
  return found;
}

/** The findings of rules of which some fixes leave the author nothing to choose, in order. Costs what it gives. */
export function certainIn(checked: Checked, background: Background): readonly Diagnosis[] {
  const found: Diagnosis[] = [];
  checked.visit(
    (item, { length }) => {
      for (const judged of item.all) {
        if (certainRules.has(judged.code)) found.push(diagnosisOf(judged, item, length, background));
      }
    },
    (_before, { certain }) => certain === 0,
  );
  return found;
}

function diagnosisOf(
  judged: Judged,
  { structural }: CheckedBlock,
  length: number,
  { analysis, structure }: Background,
): Diagnosis {
  const { code, severity, message } = judged;
  const span = shift(judged.span, length);
  const whole = (place: (each: Span) => Span): Whole => ({
    get analysis() {
      return analysis();
    },
    place,
  });
  return {
    code,
    severity,
    message,
    span,
    fixes() {
      if (!structural.includes(judged))
        return fixesOf(
          judged,
          whole((each) => shift(each, length)),
        );
      // What a rule said of an earlier text has the places of that text.
      const now = structure().find(
        (each) => each.code === code && each.span.start === span.start && each.message.en === message.en,
      );
      return now === undefined
        ? []
        : fixesOf(
            now,
            whole((each) => each),
          );
    },
  };
}
