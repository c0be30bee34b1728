/** What all tags of one id say together, kept up with edits: an edit costs the tags of the ids that it touches. */
import type { TagFact } from '../report/facts';
import type { MetricTemplate } from '../template/types';
import { normaliseValue } from './value';

/** Says nothing of places, so that it changes only when what the tags say changes. */
export interface Standing {
  readonly id: string;
  /** The template's. */
  readonly definition: MetricTemplate | undefined;
  /** The different values in the order in which the report first gives them. */
  readonly values: readonly GivenValue[];
  /** Whether the values differ in more than a percent sign behind the tag. */
  readonly isConflicting: boolean;
  /** Whether the metric is only ever repeated: no tag gives it a value, keeps a blank for one, or tries to. */
  readonly isOnlyRepeated: boolean;
}

export interface GivenValue {
  /** For comparison; includes a percent sign that follows the tag. */
  readonly value: string;
  /** As its author writes it in the tag. */
  readonly written: string;
  readonly hasPercentAfter: boolean;
  /** The unit behind the tag, such as 万元 or 余次, or the multiple in `$3m`. */
  readonly unit: string | undefined;
}

/** The tags of a block, with the block's place among the others. */
export interface BlockTags {
  readonly order: number;
  readonly text: string;
  readonly tags: readonly TagFact[];
}

export interface Standings {
  /** Whether there is no tag at all. */
  readonly isEmpty: boolean;
  of(id: string): Standing;
  /** Takes the tags of some blocks out and those of others in. Gives the ids whose standing is another than before. */
  replace(removed: readonly BlockTags[], added: readonly BlockTags[]): readonly string[];
  /** Every id that some tag has. */
  readonly ids: Iterable<string>;
  /** The orders of the blocks in which an id stands. */
  ordersOf(id: string): readonly number[];
}

interface Use {
  readonly order: number;
  readonly state: TagFact['state'];
  readonly given: GivenValue | undefined;
}

interface Entry {
  readonly uses: readonly Use[];
  readonly standing: Standing;
}

export function createStandings(definitions: ReadonlyMap<string, MetricTemplate>): Standings {
  const entries = new Map<string, Entry>();
  return {
    get isEmpty() {
      return entries.size === 0;
    },
    of: (id) => entries.get(id)?.standing ?? standingOf(id, definitions.get(id), []),
    get ids() {
      return entries.keys();
    },
    ordersOf: (id) => [...new Set((entries.get(id)?.uses ?? []).map(({ order }) => order))],
    replace(removed, added) {
      const gone = new Set(removed.filter(({ tags }) => tags.length > 0).map(({ order }) => order));
      const come = new Map<string, Use[]>();
      for (const { order, text, tags } of added) {
        for (const tag of tags) {
          const use = { order, state: tag.state, given: givenBy(tag, text) };
          const own = come.get(tag.id);
          if (own === undefined) come.set(tag.id, [use]);
          else own.push(use);
        }
      }
      const touched = new Set(come.keys());
      for (const { tags } of removed) for (const { id } of tags) touched.add(id);
      return [...touched].filter((id) => {
        const before = entries.get(id);
        const kept = (before?.uses ?? []).filter(({ order }) => !gone.has(order));
        const uses = [...kept, ...(come.get(id) ?? [])].sort((a, b) => a.order - b.order);
        const standing = standingOf(id, definitions.get(id), uses);
        const isSame = before !== undefined && areAlike(before.standing, standing);
        if (uses.length === 0) entries.delete(id);
        else entries.set(id, { uses, standing: isSame ? before.standing : standing });
        return !isSame;
      });
    },
  };
}

/** The value that a filled tag gives; undefined for any other. */
export function givenBy({ state, value = '', span, unit }: TagFact, text: string): GivenValue | undefined {
  if (state !== 'filled') return undefined;
  const hasPercentAfter = /^ ?[%％]/.test(text.slice(span.end, span.end + 2));
  const plain = normaliseValue(value);
  return {
    value: hasPercentAfter && !plain.endsWith('%') ? `${plain}%` : plain,
    written: value,
    hasPercentAfter,
    unit: unit ?? /^(?:k|mn?|bn)(?![\p{L}\p{N}])/iu.exec(text.slice(span.end, span.end + 3))?.[0],
  };
}

function standingOf(id: string, definition: MetricTemplate | undefined, uses: readonly Use[]): Standing {
  const values = new Map<string, GivenValue>();
  const plain = new Set<string>();
  for (const { given } of uses) {
    if (given === undefined) continue;
    if (!values.has(given.value)) values.set(given.value, given);
    plain.add(normaliseValue(given.written));
  }
  return {
    id,
    definition,
    values: [...values.values()],
    isConflicting: values.size > 1 && plain.size > 1,
    isOnlyRepeated: uses.every(({ state }) => state === 'reference'),
  };
}

function areAlike(a: Standing, b: Standing): boolean {
  return (
    a.isConflicting === b.isConflicting &&
    a.isOnlyRepeated === b.isOnlyRepeated &&
    a.values.length === b.values.length &&
    a.values.every(({ value, written, hasPercentAfter, unit }, index) => {
      const other = b.values[index];
      return (
        value === other?.value &&
        written === other.written &&
        hasPercentAfter === other.hasPercentAfter &&
        unit === other.unit
      );
    })
  );
}
