/** The sections that reports of one kind have in common, for a template made from them. */
import type { Section } from '../report/types';
import type { Analysis } from './types';
import { commonPattern, exactPattern, recognises, similarity, titleKey, withoutPeriod } from './titles';

/** As a template file writes it; keys that would say the usual are left out. */
export interface DerivedSection {
  readonly id: string;
  readonly title: string;
  readonly match: string;
  readonly required?: false;
  readonly count?: { readonly min: number; readonly max: number };
  readonly ordered?: false;
  readonly metrics?: readonly string[];
  readonly sections?: readonly DerivedSection[];
}

export interface DerivedLevel {
  readonly sections: readonly DerivedSection[];
  /** Whether all reports have them in this order. */
  readonly isOrdered: boolean;
  /** The outermost section that each section of a report became a part of. */
  readonly homes: ReadonlyMap<Section, string>;
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
  const sections = clusters.flatMap(({ members }, index): DerivedSection[] => {
    const own = titles[index] ?? [];
    const match = patternFor(own, titles.filter((_, other) => other !== index).flat());
    const last = members.at(-1);
    if (match === undefined || last === undefined) return [];
    const id = unused(idOf(last), ids);
    for (const { section } of members) homes.set(section, id);
    const share = new Set(members.map(({ list }) => list)).size / lists.length;
    const isRequired = share === 1 || share >= usualShare;
    const max = Math.max(...lists.map((_, list) => members.filter((each) => each.list === list).length));
    const below = depth === deepest ? undefined : deriveLevel(childrenOf(members), { depth: depth + 1, ids });
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
  return { sections, isOrdered: lists.every((_, list) => isInOrder(clusters, list)), homes };
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
      if (known === undefined) clusters.set(key, { members: [member] });
      else known.members.push(member);
    });
  });
  const result = [...clusters.values()];
  for (;;) {
    const pair = likestPair(result);
    if (pair === undefined) return result;
    const [one, other] = pair;
    one.members.push(...other.members);
    one.members.sort((a, b) => a.list - b.list);
    result.splice(result.indexOf(other), 1);
  }
}

function likestPair(clusters: readonly Cluster[]): readonly [Cluster, Cluster] | undefined {
  let best: readonly [Cluster, Cluster] | undefined;
  let most = alike;
  clusters.forEach((one, index) => {
    for (const other of clusters.slice(index + 1)) {
      if (one.members.some(({ list }) => other.members.some((each) => each.list === list))) continue;
      const likeness = Math.min(
        ...one.members.flatMap((a) => other.members.map((b) => similarity(a.section.title, b.section.title))),
      );
      if (likeness < most || (likeness === most && best !== undefined)) continue;
      most = likeness;
      best = [one, other];
    }
  });
  return best;
}

/** One after the other those that no other stands before in more lists than behind; the earliest first. */
function inUsualOrder(clusters: readonly Cluster[]): readonly Cluster[] {
  const left = [...clusters].sort((a, b) => meanPosition(a) - meanPosition(b));
  const result: Cluster[] = [];
  while (left.length > 0) {
    const next = left.findIndex((each) => left.every((other) => other === each || !isUsuallyBefore(other, each)));
    result.push(...left.splice(Math.max(0, next), 1));
  }
  return result;
}

function meanPosition({ members }: Cluster): number {
  return members.reduce((sum, { position }) => sum + position, 0) / members.length;
}

function isUsuallyBefore(a: Cluster, b: Cluster): boolean {
  const orders = [...new Set(a.members.map(({ list }) => list))].map((list) => {
    const [one, other] = [firstIn(a, list), firstIn(b, list)];
    return one === undefined || other === undefined ? 0 : Math.sign(other.position - one.position);
  });
  return orders.reduce((sum: number, order) => sum + order, 0) > 0;
}

function isInOrder(clusters: readonly Cluster[], list: number): boolean {
  const positions = clusters.flatMap((cluster) => firstIn(cluster, list)?.position ?? []);
  return positions.every((position, index) => position >= (positions[index - 1] ?? 0));
}

function firstIn({ members }: Cluster, list: number): Member | undefined {
  return members.find((each) => each.list === list);
}

/** The common words, unless they recognise another section too; then these titles alone. */
function patternFor(own: readonly string[], others: readonly string[]): string | undefined {
  const common = commonPattern(own);
  const isOwn = common !== undefined && !others.some((title) => recognises(common, title));
  return isOwn ? common : exactPattern(own);
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
