/** Relations among metrics: broken where no rounding explains them, and silent where a figure is missing. */
import { describe, expect, it } from 'vitest';
import { evaluate, isBroken, relationsOf } from '../../server/src/analysis/relations';
import type { Amount } from '../../server/src/analysis/amount';
import { loadTemplate } from '../../server/src/template/load';
import type { Template } from '../../server/src/template/types';

type Given = Readonly<Record<string, number | readonly [number, number]>>;

describe('a part and its whole', () => {
  it.each(['part <= whole', 'whole >= part', 'not-there < 0 or part <= whole'])('%s', (check) => {
    expect(breaks(check, { part: 5, whole: 4, 'not-there': 1 })).toBe(true);
    expect(breaks(check, { part: 4, whole: 4, 'not-there': 1 })).toBe(false);
    expect(breaks(check, { part: 3, whole: 4, 'not-there': 1 })).toBe(false);
  });

  it('are compared strictly where the sign is strict', () => {
    expect(breaks('part < whole', { part: 4, whole: 4 })).toBe(true);
    expect(breaks('whole > part', { part: 4, whole: 4 })).toBe(true);
    expect(breaks('part < whole', { part: 3, whole: 4 })).toBe(false);
  });

  it('may differ by what rounding hides', () => {
    expect(breaks('part <= whole', { part: [120, 130], whole: 119 })).toBe(true);
    expect(breaks('part <= whole', { part: [120, 130], whole: 125 })).toBe(false);
    expect(breaks('part < whole', { part: [120, 130], whole: 120 })).toBe(true);
  });
});

describe('a total', () => {
  it('is the sum of its parts', () => {
    expect(breaks('total = a + b', { total: 7, a: 3, b: 4 })).toBe(false);
    expect(breaks('total = a + b', { total: 8, a: 3, b: 4 })).toBe(true);
    expect(breaks('total - a = b', { total: 8, a: 3, b: 4 })).toBe(true);
    expect(breaks('total = a + b', { total: [6.95, 7.05], a: [2.85, 2.95], b: [4.05, 4.15] })).toBe(false);
  });

  it('is not wrong by the last bits of decimals', () => {
    expect(breaks('total = a + b', { total: 0.3, a: 0.1, b: 0.2 })).toBe(false);
    expect(breaks('a + b < total', { total: 0.3, a: 0.1, b: 0.2 })).toBe(true);
  });

  it('adds up all metrics of a pattern', () => {
    const check = 'total = sum("risk-*")';
    expect(breaks(check, { total: 6, 'risk-high': 1, 'risk-low': 5, risks: 9 })).toBe(false);
    expect(breaks(check, { total: 7, 'risk-high': 1, 'risk-low': 5, risks: 9 })).toBe(true);
    expect(idsOf(check, ['total', 'risk-high', 'risk-low', 'risks'])).toEqual(['total', 'risk-high', 'risk-low']);
  });
});

describe('a rate', () => {
  it('holds as far as it is written', () => {
    const rate: Given = { rate: [0.9505, 0.9515], done: 78, all: 82 };
    expect(breaks('rate = done / all', rate)).toBe(false);
    expect(breaks('rate = done / all', { ...rate, done: 77 })).toBe(true);
  });

  it('of nothing proves nothing', () => {
    expect(breaks('rate = done / all', { rate: 1, done: 0, all: 0 })).toBe(false);
    expect(breaks('rate = done / all', { rate: 1, done: 5, all: [-0.5, 0.5] })).toBe(false);
  });
});

it('nothing is broken while a metric has no value', () => {
  expect(breaks('total = a + b', { total: 9, a: 3 }, ['b'])).toBe(false);
  expect(breaks('a > total', { total: 9, a: 3 }, ['b'])).toBe(true);
  expect(breaks('total = sum("risk-*")', { total: 9, 'risk-high': 3 }, ['risk-low'])).toBe(false);
});

it('and, or, != and functions', () => {
  expect(breaks('a > 0 and b > 0', { a: 1, b: 0 })).toBe(true);
  expect(breaks('a > 0 or b > 0', { a: 1, b: 0 })).toBe(false);
  expect(breaks('a > 0 or b > 0', { a: 0, b: 0 })).toBe(true);
  expect(breaks('a != b', { a: 1, b: 1 })).toBe(true);
  expect(breaks('a != b', { a: 1, b: [0.5, 1.5] })).toBe(false);
  expect(breaks('abs(a - b) <= 1', { a: 1, b: 3 })).toBe(true);
  expect(breaks('abs(a - b) <= 1', { a: 3, b: 1 })).toBe(true);
  expect(breaks('abs(a - b) <= 1', { a: 3, b: 2 })).toBe(false);
  expect(breaks('max(a, b) = 3 and min(a, b) = 2', { a: 3, b: 2 })).toBe(false);
  expect(breaks('round(a / b) = 2', { a: 5, b: 3 })).toBe(false);
  expect(breaks('-a * b = -6', { a: 2, b: 3 })).toBe(false);
});

it('a relation is checked only where its condition may hold', () => {
  const when = 'all > 10';
  expect(breaks('done > 0', { done: 0, all: 12 }, [], when)).toBe(true);
  expect(breaks('done > 0', { done: 0, all: 10 }, [], when)).toBe(false);
  expect(breaks('done > 0', { done: 0 }, ['all'], when)).toBe(false);
});

it('a quantity lies between the corners of its parts', () => {
  expect(value('a * b', { a: [-1, 2], b: [3, 4] })).toEqual({ low: -4, high: 8 });
  expect(value('a / b', { a: 6, b: [2, 3] })).toEqual({ low: 2, high: 3 });
  expect(value('a - b', { a: [5, 6], b: [1, 2] })).toEqual({ low: 3, high: 5 });
  expect(value('abs(a)', { a: [-3, 2] })).toEqual({ low: 0, high: 3 });
  expect(value('-a', { a: [1, 2] })).toEqual({ low: -2, high: -1 });
  expect(value('sum(a, b)', { a: [1, 2], b: 3 })).toEqual({ low: 4, high: 5 });
});

it('a metric knows those that it stands in relations with', () => {
  const template = withRelations(['whole', 'part', 'rate', 'other'], ['part <= whole', 'rate = part / whole']);
  const relations = relationsOf(template);
  expect(relations.of('part').map(({ relation }) => relation.source)).toEqual(['part <= whole']);
  expect(relations.of('whole')).toEqual([]);
  expect(new Set(relations.relatedTo('part'))).toEqual(new Set(['part', 'whole', 'rate']));
  expect(new Set(relations.relatedTo('other'))).toEqual(new Set(['other']));
  expect(relationsOf(template)).toBe(relations);
});

function breaks(check: string, given: Given, blank: readonly string[] = [], when?: string): boolean {
  const template = withRelations([...Object.keys(given), ...blank], [check], when);
  const [found] = relationsOf(template).all;
  if (found === undefined) throw new Error(`"${check}" is no relation.`);
  return isBroken(found.relation, found.ids, amountsOf(given));
}

function idsOf(check: string, ids: readonly string[]): readonly string[] | undefined {
  return relationsOf(withRelations(ids, [check])).all[0]?.ids;
}

function value(quantity: string, given: Given): Amount | undefined {
  const ids = Object.keys(given);
  const check = withRelations(ids, [`${quantity} = 0`]).relations[0]?.check;
  if (check?.kind !== 'comparison') throw new Error(`"${quantity}" is no quantity.`);
  return evaluate(check.left, ids, amountsOf(given));
}

function amountsOf(given: Given): (id: string) => Amount | undefined {
  return (id) => {
    const own = given[id];
    if (own === undefined) return undefined;
    const [low, high] = typeof own === 'number' ? [own, own] : own;
    return { low, high };
  };
}

function withRelations(ids: readonly string[], checks: readonly string[], when?: string): Template {
  const metrics = ids.map((id) => `  - { id: ${id}, label: ${id}, type: decimal }\n`).join('');
  const condition = when === undefined ? '' : `, when: '${when}'`;
  const relations = checks.map((check) => `  - { check: '${check}'${condition} }\n`).join('');
  const source = `id: own\ntitle: Own\nlanguage: en\nsections: []\nmetrics:\n${metrics}relations:\n${relations}`;
  const { template, problems } = loadTemplate(source);
  if (template === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join());
  return template;
}
