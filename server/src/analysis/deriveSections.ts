/** The sections that reports of one kind have in common, for a template made from them. */
import type { Section } from '../report/types';
import type { Analysis } from './types';
import { commonPattern, exactPattern, likeness, piecesOf, regExpOf, titleKey, withoutPeriod } from './titles';

/** As a template file writes it; keys that would say the usual are left out. */
export interface DerivedSection {
  readonly id: string;
  readonly title: string;
  readonly match: string;
  readonly required?: false;
  readonly count?: { readonly min: number; readonly max: number };
  readonly ordered?: false;
  readonly where?: 'lead';
  readonly metrics?: readonly string[];
  readonly body?: string;
  readonly sections?: readonly DerivedSection[];
}

export interface DerivedLevel {
  readonly sections: readonly DerivedSection[];
  /** Whether all reports have them in this order. */
  readonly isOrdered: boolean;
  /** The outermost section that each section of a report became a part of. */
  readonly homes: ReadonlyMap<Section, string>;
  /** The latest section that each of these and of those below was made from, by its id. */
  readonly latest: ReadonlyMap<string, { readonly section: Section; readonly analysis: Analysis }>;
}

/** A section with the report that it stands in. */
interface Member {
  readonly section: Section;
  readonly analysis: Analysis;
  /** Which list of sisters it stands in, and where in it from 0 to 1. */
  readonly list: number;
  readonly position: number;
}

interface Cluster {
  readonly members: Member[];
  /** Those of its different titles. */
  readonly pieces: readonly ReadonlySet<string>[];
}

export function deriveSections(analyses: readonly Analysis[]): DerivedLevel {
  const lists = analyses.map((analysis) => ({
    analysis,
    sections: analysis.report.sections.filter(({ level }) => level === 1),
  }));
  return deriveLevel(lists, { depth: 1, ids: new Set() });
}

interface Sisters {
  readonly analysis: Analysis;
  readonly sections: readonly Section[];
}

/** Sections below these are left to the author. */
const deepest = 2;
/** From so many reports on, one of four may lack a section that is required all the same. */
const usualShare = 0.75;
const alike = 0.5;

function deriveLevel(
  lists: readonly Sisters[],
  { depth, ids }: { readonly depth: number; readonly ids: Set<string> },
): DerivedLevel {
  const clusters = inUsualOrder(clustered(lists));
  const titles = clusters.map(({ members }) => members.map(({ section }) => section.title));
  const homes = new Map<Section, string>();
  const latest = new Map<string, Pick<Member, 'section' | 'analysis'>>();
  const sections = clusters.flatMap(({ members }, index): DerivedSection[] => {
    const own = titles[index] ?? [];
    const match = patternFor(own, titles.filter((_, other) => other !== index).flat());
    const last = members.at(-1);
    if (match === undefined || last === undefined) return [];
    const id = unused(idOf(last), ids);
    for (const { section } of members) homes.set(section, id);
    latest.set(id, last);
    const share = new Set(members.map(({ list }) => list)).size / lists.length;
    const isRequired = share === 1 || share >= usualShare;
    const max = Math.max(...lists.map((_, list) => members.filter((each) => each.list === list).length));
    const below = depth === deepest ? undefined : deriveLevel(childrenOf(members), { depth: depth + 1, ids });
    for (const [each, member] of below?.latest ?? []) latest.set(each, member);
    return [
      {
        id,
        title: withoutPeriod(last.section.title),
        match,
        ...(!isRequired && { required: false as const }),
        ...(max > 1 && { count: { min: 1, max } }),
        ...(below?.isOrdered === false && { ordered: false as const }),
        ...((below?.sections ?? []).length > 0 && { sections: below?.sections ?? [] }),
      },
    ];
  });
  return { sections, isOrdered: lists.every((_, list) => isInOrder(clusters, list)), homes, latest };
}

function childrenOf(members: readonly Member[]): readonly Sisters[] {
  return members.map(({ section, analysis }) => ({
    analysis,
    sections: analysis.report.sections.filter(({ parent }) => parent === section.index),
  }));
}

/** First those of equal titles (or ids), then the likest that have none in the same list. */
function clustered(lists: readonly Sisters[]): readonly Cluster[] {
  const clusters = new Map<string, Cluster>();
  lists.forEach(({ analysis, sections }, list) => {
    sections.forEach((section, index) => {
      const key = section.id === undefined ? titleKey(section.title) : `#${section.id}`;
      if (key === '') return;
      const member = { section, analysis, list, position: index / sections.length };
      const known = clusters.get(key);
      if (known === undefined) clusters.set(key, { members: [member], pieces: [piecesOf(section.title)] });
      else known.members.push(member);
    });
  });
  return lists.length === 1 ? [...clusters.values()] : joined([...clusters.values()]);
}

function joined(clusters: readonly Cluster[]): readonly Cluster[] {
  const home = new Map(clusters.map((cluster) => [cluster, cluster]));
  for (const [one, other] of likePairs(clusters)) {
    const [a, b] = [home.get(one), home.get(other)];
    if (a === undefined || b === undefined || a === b || shareList(a, b)) continue;
    if (!a.pieces.every((each) => b.pieces.every((theirs) => likeness(each, theirs) >= alike))) continue;
    const both = {
      members: [...a.members, ...b.members].sort((x, y) => x.list - y.list),
      pieces: [...a.pieces, ...b.pieces],
    };
    for (const [each, at] of home) if (at === a || at === b) home.set(each, both);
  }
  return [...new Set(home.values())];
}

/** The likest first. */
function likePairs(clusters: readonly Cluster[]): readonly (readonly [Cluster, Cluster])[] {
  const pairs = clusters.flatMap((one, index) =>
    clusters.slice(index + 1).flatMap((other) => {
      const [a, b] = [one.pieces[0], other.pieces[0]];
      const value = a === undefined || b === undefined ? 0 : likeness(a, b);
      return value < alike || shareList(one, other) ? [] : [{ pair: [one, other] as const, value }];
    }),
  );
  return pairs.sort((a, b) => b.value - a.value).map(({ pair }) => pair);
}

function shareList(a: Cluster, b: Cluster): boolean {
  return a.members.some(({ list }) => b.members.some((each) => each.list === list));
}

/** One after the other those that no other stands before in more lists than behind; the earliest first. */
function inUsualOrder(clusters: readonly Cluster[]): readonly Cluster[] {
  const left = [...clusters]
    .sort((a, b) => meanPosition(a) - meanPosition(b))
    .map((cluster) => ({ cluster, places: firstPlaces(cluster), before: 0 }));
  for (const one of left) {
    for (const other of left) if (other !== one && isUsuallyBefore(other.places, one.places)) one.before++;
  }
  const result: Cluster[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ before }) => before === 0);
    const [next] = left.splice(Math.max(0, free), 1);
    if (next === undefined) break;
    for (const other of left) if (isUsuallyBefore(next.places, other.places)) other.before--;
    result.push(next.cluster);
  }
  return result;
}

function meanPosition({ members }: Cluster): number {
  return members.reduce((sum, { position }) => sum + position, 0) / members.length;
}

/** Where it first stands in each list. */
function firstPlaces({ members }: Cluster): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { list, position } of members) places.set(list, Math.min(position, places.get(list) ?? position));
  return places;
}

function isUsuallyBefore(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  let sum = 0;
  for (const [list, position] of a) sum += Math.sign((b.get(list) ?? position) - position);
  return sum > 0;
}

function isInOrder(clusters: readonly Cluster[], list: number): boolean {
  const positions = clusters.flatMap((cluster) => firstPlaces(cluster).get(list) ?? []);
  return positions.every((position, index) => position >= (positions[index - 1] ?? 0));
}

/** The common words, unless they recognise another section too; then these titles alone. */
function patternFor(own: readonly string[], others: readonly string[]): string | undefined {
  const common = commonPattern(own);
  if (common === undefined) return exactPattern(own);
  const regExp = regExpOf(common);
  return others.some((title) => regExp.test(title)) ? (exactPattern(own) ?? common) : common;
}

/** The author's, else that of the requirement that the section meets, else its words. */
function idOf({ section, analysis }: Member): string {
  if (section.id !== undefined) return section.id;
  const met = analysis.outline.find(({ placement }) => placement.kind === 'section' && placement.section === section);
  if (met !== undefined) return met.requirement.id;
  const words =
    withoutPeriod(section.title)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 32).replace(/-$/, '') || 'section';
}

function unused(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}
