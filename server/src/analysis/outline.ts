/** Which part of a report meets which requirement of its template, and where a missing one belongs. */
import type { Paragraph, Report, Section } from '../report/types';
import type { SectionTemplate, Template } from '../template/types';
import type { OutlineEntry, Placement } from './types';

/**
 * Headings are given to requirements so that as many required ones as possible are met in the template's order; what is then left
 * of both is matched out of order and called misplaced. Parts that need no heading are looked for in paragraphs last.
 */
export function buildOutlineEntries(report: Report, template: Template): readonly OutlineEntry[] {
  const headings = topSections(report);
  const bySection = new Map<SectionTemplate, { section: Section; isMisplaced: boolean }>();
  const wanted = template.sections.filter(
    (requirement) => requirement.where === 'heading' || requirement.where === 'any',
  );
  for (const [requirement, section] of alignInOrder(wanted, headings))
    bySection.set(requirement, { section, isMisplaced: false });
  const taken = new Set([...bySection.values()].map(({ section }) => section));
  for (const requirement of wanted) {
    if (bySection.has(requirement)) continue;
    const section = report.sections.find((candidate) => !taken.has(candidate) && meets(requirement, candidate));
    if (section === undefined || (requirement.where === 'any' && !requirement.required)) continue;
    taken.add(section);
    bySection.set(requirement, { section, isMisplaced: section.level === 1 });
  }
  const placements = template.sections.map((requirement): Placement => {
    const met = bySection.get(requirement);
    if (met !== undefined) return { kind: 'section', ...met };
    const paragraph = requirement.where === 'heading' ? undefined : findParagraph(requirement, report);
    return paragraph === undefined ? { kind: 'missing' } : { kind: 'paragraph', paragraph };
  });
  return template.sections.map((requirement, index) => {
    const before = sectionAfter(requirement, index, placements, headings);
    return {
      requirement,
      placement: placements[index] ?? { kind: 'missing' },
      before,
      insertAt: besideItsKind(index, template, placements, report) ?? insertionPoint(requirement, report, before),
    };
  });
}

/** Sections of the outermost level: those a template speaks of. */
function topSections(report: Report): readonly Section[] {
  return report.sections.filter((section) => section.level === 1);
}

function meets(requirement: SectionTemplate, section: Section): boolean {
  return section.id === requirement.id || (section.id === undefined && requirement.match.test(section.title));
}

/** The longest alignment of requirements and headings in order; a required match outweighs all optional ones, the author's id both. */
function alignInOrder(
  requirements: readonly SectionTemplate[],
  sections: readonly Section[],
): [SectionTemplate, Section][] {
  const width = sections.length + 1;
  const best = new Array<number>((requirements.length + 1) * width).fill(0);
  const weight = (row: number, column: number): number => {
    const requirement = requirements[row];
    const section = sections[column];
    if (requirement === undefined || section === undefined || !meets(requirement, section)) return 0;
    return (section.id === requirement.id ? 1_000_000 : 0) + (requirement.required ? 1000 : 1);
  };
  const weights = requirements.map((_, row) => sections.map((_section, column) => weight(row, column)));
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = requirements.length - 1; row >= 0; row--) {
    for (let column = sections.length - 1; column >= 0; column--) {
      const own = weights[row]?.[column] ?? 0;
      const taken = own > 0 ? own + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(taken, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [SectionTemplate, Section][] = [];
  for (let row = 0, column = 0; row < requirements.length && column < sections.length;) {
    const own = weights[row]?.[column] ?? 0;
    const requirement = requirements[row];
    const section = sections[column];
    if (
      own > 0 &&
      requirement !== undefined &&
      section !== undefined &&
      at(row, column) === own + at(row + 1, column + 1)
    ) {
      pairs.push([requirement, section]);
      row++;
      column++;
    } else if (at(row, column) === at(row, column + 1)) column++;
    else row++;
  }
  return pairs;
}

function findParagraph(requirement: SectionTemplate, report: Report): Paragraph | undefined {
  const { match, where } = requirement;
  if (where === 'lead')
    return report.paragraphs.find((paragraph) => paragraph.section === undefined && match.test(paragraph.text));
  if (where === 'closing')
    return report.paragraphs.slice(-closingParagraphs).findLast((paragraph) => match.test(paragraph.text));
  return report.paragraphs.findLast((paragraph) => match.test(paragraph.text));
}

/** A closing part stands among the last paragraphs: text, signature, date, contact. */
const closingParagraphs = 6;

/** The first heading that a later requirement of the template holds in order. */
function sectionAfter(
  requirement: SectionTemplate,
  index: number,
  placements: readonly Placement[],
  headings: readonly Section[],
): Section | undefined {
  if (requirement.where === 'closing') return undefined;
  if (requirement.where === 'lead') return headings[0];
  for (const later of placements.slice(index + 1)) {
    if (later.kind === 'section' && !later.isMisplaced && later.section.level === 1) return later.section;
  }
  return undefined;
}

/** Of several parts that are paragraphs before (or after) all headings, each goes behind the one before it, or before the next. */
function besideItsKind(
  index: number,
  { sections }: Template,
  placements: readonly Placement[],
  { text }: Report,
): number | undefined {
  const where = sections[index]?.where;
  if (where !== 'lead' && where !== 'closing') return undefined;
  const spans = placements.map((placement, at) =>
    placement.kind === 'paragraph' && sections[at]?.where === where ? placement.paragraph.span : undefined,
  );
  const previous = spans.slice(0, index).findLast((each) => each !== undefined);
  if (previous !== undefined) {
    const gap = /^[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)*/.exec(text.slice(previous.end))?.[0] ?? '';
    return previous.end + gap.length;
  }
  return spans.slice(index + 1).find((each) => each !== undefined)?.start;
}

function insertionPoint(requirement: SectionTemplate, report: Report, before: Section | undefined): number {
  if (before !== undefined) return before.span.start;
  const last = report.sections.findLast((section) => section.level === 1);
  if (requirement.where === 'lead') return report.frontMatter?.span.end ?? 0;
  return last?.span.end ?? report.length;
}
