/** Numbers of headings: which belong together, where they fail to count up, and how they are put right. */
import type { TextChange } from '../base/problem';
import { chineseNumeral } from '../report/numbering';
import type { HeadingNumber, Report, Section } from '../report/types';
import { nothingIsMeant, sequenceBreaks, type IsMeant, type SequenceBreak } from './counting';
import type { OutlineEntry } from './types';

export type Numbered = Section & { readonly number: HeadingNumber };

export interface HeadingRun {
  readonly siblings: readonly Numbered[];
  /** One at least; those of which a missing section is the reason are not among them. */
  readonly breaks: readonly SequenceBreak[];
}

/** Headings of one parent, level and style of number that do not count up from 1. */
export function brokenHeadings(
  sections: readonly Section[],
  outline: () => readonly OutlineEntry[],
): readonly HeadingRun[] {
  return numberedSiblings(sections).flatMap((siblings): HeadingRun[] => {
    const found = sequenceBreaks(siblings.map(({ number }) => number.value));
    if (found.length === 0) return [];
    const breaks = found.filter(({ index }) => !isExplained(index, siblings, outline()));
    return breaks.length === 0 ? [] : [{ siblings, breaks }];
  });
}

/**
 * The changes that make a run count up. Only numerals change, so that authors keep their punctuation; numbers of sections that are
 * missing stay free, and counting goes on from a number that is meant. Undefined where a number cannot be found in the text.
 */
export function headingChanges(
  { siblings, breaks }: HeadingRun,
  { text }: Report,
  outline: readonly OutlineEntry[],
  isMeant: IsMeant = nothingIsMeant,
): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  const isBreak = new Set(breaks.map(({ index }) => index));
  let wanted = 0;
  for (const [index, { number }] of siblings.entries()) {
    if (isBreak.has(index) && isMeant(number.span.start)) {
      wanted = number.value;
      continue;
    }
    wanted += 1 + freeNumbers(index, siblings, outline);
    if (number.value === wanted) continue;
    const numeral = numeralPattern.exec(text.slice(number.span.start, number.span.end));
    // Marks of emphasis inside a number hide it; then only its author can renumber it.
    if (numeral === null) return undefined;
    const start = number.span.start + numeral.index;
    const newText = /\d/.test(numeral[0]) ? String(wanted) : chineseNumeral(wanted);
    changes.push({ span: { start, end: start + numeral[0].length }, newText });
  }
  return changes;
}

/**
 * Headings of one parent, level and style of number, in order. Numbers may begin anew after a sibling without one, as in an
 * appendix.
 */
function numberedSiblings(sections: readonly Section[]): readonly (readonly Numbered[])[] {
  const finished: Numbered[][] = [];
  const open = new Map<string, { readonly items: Numbered[]; plainBefore: number }>();
  const plain = new Map<string, number>();
  for (const section of sections) {
    const { number, parent, level } = section;
    const place = `${parent ?? ''}/${level}`;
    const plainBefore = plain.get(place) ?? 0;
    if (number === undefined) {
      plain.set(place, plainBefore + 1);
      continue;
    }
    const key = `${place}/${number.style}`;
    const group = open.get(key);
    if (group === undefined || (number.value === 1 && plainBefore > group.plainBefore)) {
      const items = [{ ...section, number }];
      finished.push(items);
      open.set(key, { items, plainBefore });
    } else {
      group.items.push({ ...section, number });
      group.plainBefore = plainBefore;
    }
  }
  return finished;
}

/** Whether as many required sections are missing before this heading as numbers; then their absence is the story to tell. */
function isExplained(index: number, siblings: readonly Numbered[], outline: readonly OutlineEntry[]): boolean {
  const { headings, possible } = missingBefore(siblings[index], outline);
  const gap = gapBefore(index, siblings);
  return gap > 0 && headings + possible > 0 && headings <= gap && gap <= headings + possible;
}

function gapBefore(index: number, siblings: readonly Numbered[]): number {
  return (siblings[index]?.number.value ?? 0) - (siblings[index - 1]?.number.value ?? 0) - 1;
}

/** How many headings are missing here, and how many parts that may be headings or paragraphs. */
function missingBefore(
  section: Numbered | undefined,
  outline: readonly OutlineEntry[],
): Record<'headings' | 'possible', number> {
  const missing = outline.filter(
    ({ requirement, placement, before }) =>
      requirement.required && placement.kind === 'missing' && before !== undefined && before.index === section?.index,
  );
  return {
    headings: missing.filter(({ requirement }) => requirement.where === 'heading').length,
    possible: missing.filter(({ requirement }) => requirement.where === 'any').length,
  };
}

function freeNumbers(index: number, siblings: readonly Numbered[], outline: readonly OutlineEntry[]): number {
  const gap = gapBefore(index, siblings);
  if (isExplained(index, siblings, outline)) return gap;
  const { headings } = missingBefore(siblings[index], outline);
  return headings <= gap ? headings : 0;
}

const numeralPattern = /[一二三四五六七八九十]{1,3}|\d{1,3}/;
