/** What must hold among metrics, read without running anything. */
import { describe, expect, it } from 'vitest';
import { slice } from '../../server/src/base/span';
import { metricsIn, readCondition, type Condition, type Quantity } from '../../server/src/template/expression';

/** The condition with all its brackets, or the fault with the text it is shown at. */
function read(source: string): string {
  const result = readCondition(source);
  if ('condition' in result) return shownCondition(result.condition);
  const { message, span } = result.fault;
  expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/);
  return `${message.en} @ ${slice(source, span)}`;
}

it.each([
  ['party-topics <= topics', 'party-topics <= topics'],
  ['total = a + b - c', 'total = ((a + b) - c)'],
  ['rate = done / all * 100', 'rate = ((done / all) * 100)'],
  ['-a < (b + 2) * 3.5', '-a < ((b + 2) * 3.5)'],
  ['abs(rate - done/all) <= 0.001', 'abs((rate - (done / all))) <= 0.001'],
  ['sum("risks-*") = risks', 'sum(risks-*) = risks'],
  ['max(a, b) != round(c)', 'max(a, b) != round(c)'],
  ['firms >= orders or visits >= orders and visits > 0', '(firms >= orders or (visits >= orders and visits > 0))'],
  ['share-1 + share-2 = 1', '(share-1 + share-2) = 1'],
  ['会议.党组 <= 会议.全部', '会议.党组 <= 会议.全部'],
  ['a-b = a - b', 'a-b = (a - b)'],
])('%s', (source, expected) => {
  expect(read(source)).toBe(expected);
});

describe('refuses with a place', () => {
  const cannotRead =
    'the expression cannot be read here; write a comparison such as "part <= whole" or "total = a + b".';
  const notUnderstood =
    'only metrics, numbers, + - * /, parentheses and sum, abs, min, max, round are understood here.';
  const noComparison = 'a comparison is expected; join two numbers or metrics with =, !=, <, <=, > or >=.';
  it.each([
    ['a + b', `${noComparison} @ a + b`],
    ['', `${noComparison} @ `],
    ['a <=', `${cannotRead} @ =`],
    ['a <= (b', `${cannotRead} @ b`],
    ['a % b = 1', `${notUnderstood} @ %`],
    ['a <= b.constructor("x")', 'there is no function "b.constructor"'],
    ['a = "text"', `${notUnderstood} @ "text"`],
    ['a ? b : c', `${noComparison} @ a ? b : c`],
    ['total(a) = b', 'there is no function "total"; use one of sum, abs, min, max, round. @ total'],
    ['su(a) = b', 'there is no function "su" (did you mean "sum"?); use one of sum, abs, min, max, round. @ su'],
    ['abs(a, b) = 1', 'abs takes one number; found 2. @ abs'],
    ['sum() = 1', 'sum takes one number or more; found 0. @ sum'],
    [
      'sum("risks") = a',
      '"risks" is no pattern of ids; write the beginning of an id and a star, such as "risks-*". @ risks',
    ],
    ['this = window', 'only'],
    ['a = [1, 2]', `${notUnderstood} @ a = [1, 2]`],
  ])('%s', (source, expected) => {
    expect(read(source).slice(0, expected.length)).toBe(expected);
  });

  it('an endless one', () => {
    expect(read(`a = ${'('.repeat(600)}`)).toContain('at most 500 are allowed');
    expect(read(`a = ${'('.repeat(490)}`)).toContain('cannot be read');
  });
});

it('never throws, whatever is typed', () => {
  const signs = [
    'a',
    'b-c',
    '1',
    '.',
    '(',
    ')',
    '"',
    "'",
    '*',
    '/',
    '=',
    '<',
    'and ',
    'sum(',
    ',',
    '[',
    '{',
    '?',
    ':',
    '\\',
    '`',
    '\u0000',
    '字',
    '@',
  ];
  let state = 7;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 5000; round++) {
    const source = Array.from({ length: 1 + next(12) }, () => signs[next(signs.length)]).join('');
    expect(() => readCondition(source)).not.toThrow();
  }
});

it('names the metrics that it needs, and those that a pattern stands for', () => {
  const result = readCondition('sum("risks-*") + other <= risks and other > 0');
  if ('fault' in result) throw new Error(result.fault.message.en);
  expect(metricsIn(result.condition, ['risks', 'risks-a', 'risks-b'])).toEqual([
    'risks-a',
    'risks-b',
    'other',
    'risks',
  ]);
});

function shownCondition(condition: Condition): string {
  return condition.kind === 'comparison'
    ? `${shown(condition.left)} ${condition.sign} ${shown(condition.right)}`
    : `(${shownCondition(condition.left)} ${condition.kind} ${shownCondition(condition.right)})`;
}

function shown(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'number':
      return String(quantity.value);
    case 'metric':
      return quantity.id;
    case 'every':
      return quantity.pattern;
    case 'negative':
      return `-${shown(quantity.of)}`;
    case 'arithmetic':
      return `(${shown(quantity.left)} ${quantity.sign} ${shown(quantity.right)})`;
    case 'call':
      return `${quantity.name}(${quantity.of.map(shown).join(', ')})`;
  }
}
