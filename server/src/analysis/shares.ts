/** How many of a report's figures are filled in, by section and by owner. */
import type { Analysis } from './types';

/** `name` is null for what stands in no section, or has no owner. */
export interface Share {
  readonly name: string | null;
  /** Tags that are not malformed, and untagged masks. */
  readonly total: number;
  readonly filled: number;
}

/** By the outermost sections with their titles as they stand in the report, in its order. What holds no figure is left out. */
export function sharesBySection({ report, bindings }: Analysis): readonly Share[] {
  const outermost = report.sections.map((section) => {
    let top = section;
    for (let parent = top.parent; parent !== undefined; parent = top.parent) {
      const next = report.sections[parent];
      if (next === undefined) break;
      top = next;
    }
    return top.title;
  });
  const count = counter();
  const nameOf = (section: number | undefined): string | null =>
    section === undefined ? null : (outermost[section] ?? null);
  const places = [...tagged({ report, bindings }), ...untagged({ report })].sort((a, b) => a.start - b.start);
  for (const { section, isFilled } of places) count.add(nameOf(section), isFilled);
  return count.shares();
}

/** By whom the template, else a data file, names as the owner of a metric; the most first, those without an owner last. */
export function sharesByOwner(analysis: Analysis): readonly Share[] {
  const count = counter();
  for (const { id, isFilled } of tagged(analysis)) count.add(ownerOf(id, analysis) ?? null, isFilled);
  for (const { isFilled } of untagged(analysis)) count.add(null, isFilled);
  return byTotal(count.shares());
}

/** The most first, what has no name last. */
export function byTotal(shares: readonly Share[]): readonly Share[] {
  const rank = ({ name, total }: Share): number => (name === null ? -1 : total);
  return [...shares].sort((a, b) => rank(b) - rank(a));
}

/** Who has the figure: as the template says, else as the data does. */
export function ownerOf(id: string, { template, bound }: Pick<Analysis, 'template' | 'bound'>): string | undefined {
  const definition = template?.metrics.find((metric) => metric.id === id);
  return definition?.owner ?? bound?.figureOf(id, definition)?.owner;
}

interface Place {
  readonly id: string;
  readonly section: number | undefined;
  readonly start: number;
  readonly isFilled: boolean;
}

function tagged({ report, bindings }: Pick<Analysis, 'report' | 'bindings'>): readonly Place[] {
  return report.metrics.flatMap(({ id, state, section, span }) => {
    if (state === 'malformed') return [];
    const isFilled = state === 'filled' || (state === 'reference' && (bindings.get(id)?.values.size ?? 0) > 0);
    return [{ id, section, start: span.start, isFilled }];
  });
}

function untagged({ report }: Pick<Analysis, 'report'>): readonly Place[] {
  return report.masks.map(({ section, span }) => ({ id: '', section, start: span.start, isFilled: false }));
}

function counter(): { add(name: string | null, isFilled: boolean): void; shares(): readonly Share[] } {
  const counts = new Map<string | null, { total: number; filled: number }>();
  return {
    add(name, isFilled) {
      const known = counts.get(name) ?? { total: 0, filled: 0 };
      counts.set(name, { total: known.total + 1, filled: known.filled + (isFilled ? 1 : 0) });
    },
    shares: () => [...counts].map(([name, share]) => ({ name, ...share })),
  };
}
