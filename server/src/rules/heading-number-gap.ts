/** Reports sibling headings whose numbers do not count up from one. */
import type { OutlineEntry } from '../analysis/types';
import type { Message } from '../base/message';
import type { Fix, TextChange } from '../base/problem';
import { chineseNumeral, formatNumber } from '../report/numbering';
import type { HeadingNumber, Section } from '../report/types';
import { defineRule } from './rule';
import { sequenceBreaks } from './support/sequence';

export default defineRule({
  id: 'heading-number-gap',
  severity: 'error',
  summary: {
    en: 'The numbers of headings skip, repeat or go back',
    zh: '标题序号跳号、重号或倒退',
  },
  checkStructure({ analysis: { report, outline }, report: found }) {
    for (const siblings of numberedSiblings(report.sections)) {
      const values = siblings.map(({ number }) => number.value);
      const breaks = sequenceBreaks(values).filter(({ index }) => !isExplained(index, siblings, outline));
      if (breaks.length === 0) continue;
      for (const { index, expected } of breaks) {
        const section = siblings[index];
        if (section === undefined) continue;
        found({
          span: section.number.span,
          message: describe(section.number, siblings[index - 1], expected),
          fixes: () => renumber(report.text, siblings, outline),
        });
      }
    }
  },
});

type Numbered = Section & { readonly number: HeadingNumber };

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

function describe(number: HeadingNumber, previous: Numbered | undefined, expected: number): Message {
  const [own, wanted] = [written(number.style, number.value), written(number.style, expected)];
  const before = previous === undefined ? undefined : written(number.style, previous.number.value);
  return {
    en: `The heading is numbered "${own}"${before === undefined ? '' : ` after "${before}"`}, expected "${wanted}"; renumber it`,
    zh: `标题序号为“${own}”${before === undefined ? '' : `，前一个为“${before}”`}，应为“${wanted}”；请重新编号`,
  };
}

function written(style: HeadingNumber['style'], value: number): string {
  return formatNumber(style, value).trim();
}

/** Only numerals change, so that authors keep their punctuation; numbers of sections that are missing stay free. */
function renumber(text: string, siblings: readonly Numbered[], outline: readonly OutlineEntry[]): readonly Fix[] {
  const changes: TextChange[] = [];
  let wanted = 0;
  for (const [index, { number }] of siblings.entries()) {
    wanted += 1 + freeNumbers(index, siblings, outline);
    if (number.value === wanted) continue;
    const numeral = numeralPattern.exec(text.slice(number.span.start, number.span.end));
    // Marks of emphasis inside a number hide it; then only its author can renumber it.
    if (numeral === null) return [];
    const start = number.span.start + numeral.index;
    const newText = /\d/.test(numeral[0]) ? String(wanted) : chineseNumeral(wanted);
    changes.push({ span: { start, end: start + numeral[0].length }, newText });
  }
  return [{ title: { en: 'Renumber these headings', zh: '重新编号这些标题' }, changes }];
}

function freeNumbers(index: number, siblings: readonly Numbered[], outline: readonly OutlineEntry[]): number {
  const gap = gapBefore(index, siblings);
  if (isExplained(index, siblings, outline)) return gap;
  const { headings } = missingBefore(siblings[index], outline);
  return headings <= gap ? headings : 0;
}

const numeralPattern = /[一二三四五六七八九十]{1,3}|\d{1,3}/;
