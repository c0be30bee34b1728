/** Which part of a report meets which requirement of its template, and where a missing one belongs. */
import type { Paragraph, Report, Section } from '../report/types';
import type { Closing, SectionTemplate, Template } from '../template/types';
import { alignInOrder, meets } from './alignment';
import { besideItsKind, closingParagraphs, closingStart, insertionPoint } from './place';
import type { OutlineEntry, Placement } from './types';
import { within } from './within';

/**
 * Headings are given to requirements so that as many required ones as possible are met in the template's order; what is then left
 * of both is matched out of order and called misplaced. Parts that need no heading are looked for in paragraphs last. Behind each
 * section that is there come the entries of its subsections; where it is missing they have none.
 */
export function buildOutlineEntries(report: Report, template: Template): readonly OutlineEntry[] {
  const { sections: requirements, ordered, closing } = template;
  const headings = report.sections.filter((section) => section.level === 1);
  return entriesOf({ requirements, ordered, closing, parent: undefined, headings, inside: report.sections }, report);
}

/** What lies directly in the report, or in one of its sections. */
interface Level {
  readonly requirements: readonly SectionTemplate[];
  readonly ordered: boolean;
  readonly closing: Closing | undefined;
  readonly parent: Section | undefined;
  readonly headings: readonly Section[];
  /** The headings and all below them. */
  readonly inside: readonly Section[];
}

function entriesOf(level: Level, report: Report): readonly OutlineEntry[] {
  const { requirements, parent, headings } = level;
  const bySection = sectionsByRequirement(level);
  const placements = requirements.map((requirement): Placement => {
    const met = bySection.get(requirement);
    if (met !== undefined) return { kind: 'section', ...met };
    const paragraph = requirement.where === 'heading' ? undefined : findParagraph(requirement, report, parent);
    return paragraph === undefined ? { kind: 'missing' } : { kind: 'paragraph', paragraph };
  });
  const more = moreOfTheSame(level, placements);
  const place = { requirements, placements, report };
  const closing = closingStart(level.closing, place);
  return requirements.flatMap((requirement, index): OutlineEntry[] => {
    const placement = placements[index] ?? { kind: 'missing' };
    const before = sectionAfter(requirement, index, placements, headings);
    const also = more.get(requirement) ?? [];
    const insertAt = besideItsKind(index, place) ?? insertionPoint(requirement, { report, before, parent, closing });
    const entry = { requirement, placement, also, parent, before, insertAt };
    const met = placement.kind === 'section' ? [placement.section, ...also] : [];
    return [entry, ...met.flatMap((section) => subsectionsOf(section, requirement, report))];
  });
}

function subsectionsOf(
  section: Section,
  { sections, ordered }: SectionTemplate,
  report: Report,
): readonly OutlineEntry[] {
  if (sections.length === 0) return [];
  let end = section.index + 1;
  while ((report.sections[end]?.span.start ?? Infinity) < section.span.end) end++;
  const inside = report.sections.slice(section.index + 1, end);
  const headings = inside.filter(({ parent }) => parent === section.index);
  return entriesOf({ requirements: sections, ordered, closing: undefined, parent: section, headings, inside }, report);
}

type Met = Pick<Extract<Placement, { kind: 'section' }>, 'section' | 'isMisplaced'>;

function sectionsByRequirement({ requirements, ordered, headings, inside }: Level): ReadonlyMap<SectionTemplate, Met> {
  const bySection = new Map<SectionTemplate, Met>();
  const wanted = requirements.filter(needsHeading);
  for (const [requirement, section] of alignInOrder(wanted, headings))
    bySection.set(requirement, { section, isMisplaced: false });
  const taken = new Set([...bySection.values()].map(({ section }) => section));
  for (const requirement of wanted) {
    if (bySection.has(requirement)) continue;
    const section = inside.find((candidate) => !taken.has(candidate) && meets(requirement, candidate));
    if (section === undefined || (requirement.where === 'any' && !requirement.required)) continue;
    taken.add(section);
    bySection.set(requirement, { section, isMisplaced: ordered && headings.includes(section) });
  }
  for (const [index, requirement] of wanted.entries()) {
    if (bySection.has(requirement)) continue;
    const neighbours = [wanted[index - 1], wanted[index + 1]];
    const shared = neighbours.find(
      (other) => other !== undefined && areBothIn(bySection.get(other), other, requirement),
    );
    const met = shared && bySection.get(shared);
    if (met !== undefined) bySection.set(requirement, met);
  }
  return bySection;
}

/** Whether a heading names two parts that follow one another, such as 存在问题及下一步打算. */
function areBothIn(met: Met | undefined, held: SectionTemplate, wanted: SectionTemplate): boolean {
  const title = met?.section.id === undefined ? met?.section.title : undefined;
  if (title === undefined) return false;
  return [...title.matchAll(conjunction)].some(({ 0: { length }, index }) => {
    const [left, right] = [title.slice(0, index), title.slice(index + length)];
    return (held.match.test(left) && wanted.match.test(right)) || (wanted.match.test(left) && held.match.test(right));
  });
}

const conjunction = /以及|[和及与、,，&/]| and /g;

/** Headings that are left over, with the requirement that they meet once more. */
function moreOfTheSame(
  { requirements, headings }: Level,
  placements: readonly Placement[],
): ReadonlyMap<SectionTemplate, readonly Section[]> {
  const taken = new Set(placements.flatMap((placement) => (placement.kind === 'section' ? [placement.section] : [])));
  const met = requirements.filter((_, index) => placements[index]?.kind === 'section');
  // One that may be there often is the likelier to be meant.
  const likeliest = [...met].sort((a, b) => Number(b.count.max > 1) - Number(a.count.max > 1));
  const more = new Map<SectionTemplate, Section[]>();
  for (const section of headings) {
    if (taken.has(section)) continue;
    const requirement = likeliest.find((each) => meets(each, section));
    if (requirement === undefined) continue;
    const known = more.get(requirement);
    if (known === undefined) more.set(requirement, [section]);
    else known.push(section);
  }
  return more;
}

function needsHeading({ where }: SectionTemplate): boolean {
  return where === 'heading' || where === 'any';
}

function findParagraph(
  { match, where }: SectionTemplate,
  { paragraphs }: Report,
  parent: Section | undefined,
): Paragraph | undefined {
  const inside = parent === undefined ? paragraphs : within(paragraphs, parent.span, ({ span }) => span.start);
  const meetsIt = ({ text }: Paragraph): boolean => match.test(text);
  if (where === 'lead') return inside.find((each) => each.section === parent?.index && meetsIt(each));
  if (where === 'closing') return inside.slice(-closingParagraphs).findLast(meetsIt);
  return inside.findLast(meetsIt);
}

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
    if (later.kind === 'section' && !later.isMisplaced && headings.includes(later.section)) return later.section;
  }
  return undefined;
}
