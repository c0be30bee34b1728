/** A sequence is a list: whatever is replaced in it, it holds what an array would hold, and its sums are those of the array. */
import { describe, expect, it } from 'vitest';
import { createSequence, type Measure, type Sequence } from '../../server/src/base/sequence';
import { createRandom } from '../markdown/random';

interface Item {
  readonly size: number;
}

const measure: Measure<Item, number> = { empty: 0, of: ({ size }) => size, join: (a, b) => a + b };

describe('a sequence edited at random', () => {
  const seed = Number(process.env['SEED'] ?? 1);
  const random = createRandom(seed);
  let array: Item[] = [];
  let sequence: Sequence<Item, number> = createSequence(array, measure);

  it('equals an array with the same edits', () => {
    for (let round = 0; round < 1500; round++) {
      const before = array;
      const earlier = sequence;
      const from = random.below(array.length + 1);
      const to = Math.min(array.length, from + random.below(random.below(20) === 0 ? 300 : 4));
      const items = Array.from({ length: random.below(random.below(20) === 0 ? 400 : 4) }, () => ({
        size: random.below(5),
      }));
      array = [...array.slice(0, from), ...items, ...array.slice(to)];
      sequence = sequence.replace(from, to, items);
      if (random.below(10) > 0) continue;
      expect([...sequence], `seed ${seed}, round ${round}`).toEqual(array);
      expect(sequence.length).toBe(array.length);
      expect(sequence.sum).toBe(array.reduce((sum, { size }) => sum + size, 0));
      expect([...earlier]).toEqual(before);
      expect(sequence.shared(earlier)).toEqual(sharedSlowly(array, before));
    }
  });

  it('finds the item at a sum and at an index', () => {
    let sum = 0;
    for (const [index, item] of array.entries()) {
      expect(sequence.locate(index)).toEqual({ item, index, before: sum });
      expect(sequence.at(index)).toBe(item);
      if (item.size > 0) expect(sequence.find((reached) => reached > sum)).toEqual({ item, index, before: sum });
      sum += item.size;
    }
    expect(sequence.find((reached) => reached > sum)).toBeUndefined();
    expect(sequence.locate(array.length)).toBeUndefined();
    expect(sequence.at(-1)).toBeUndefined();
  });

  it('visits what is not to be skipped, with the sum before it', () => {
    const visited: { item: Item; before: number }[] = [];
    sequence.visit(
      (item, before) => visited.push({ item, before }),
      (_before, sum) => sum === 0,
    );
    let before = 0;
    const expected = array.flatMap((item) => {
      const place = { item, before };
      before += item.size;
      return item.size === 0 ? [] : [place];
    });
    expect(visited).toEqual(expected);
  });
});

it('stays shallow where items are always added at the same end', () => {
  let sequence = createSequence<Item, number>([], measure);
  for (let count = 0; count < 20_000; count++)
    sequence = sequence.replace(sequence.length, sequence.length, [{ size: 1 }]);
  let depth = 0;
  const measuring: (sum: number) => boolean = (sum) => {
    depth++;
    return sum > 10_000;
  };
  sequence.find(measuring);
  expect(depth).toBeLessThan(80);
});

function sharedSlowly(a: readonly Item[], b: readonly Item[]): { start: number; end: number } {
  const limit = Math.min(a.length, b.length);
  let start = 0;
  while (start < limit && a[start] === b[start]) start++;
  let end = 0;
  while (end < limit - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}
