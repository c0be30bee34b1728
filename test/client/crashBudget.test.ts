/** Tests of when a server that ends again and again is given up. */
import { expect, it } from 'vitest';
import { crashBudget } from '../../client/src/crashBudget';

/** Whether the server is started again after each of its ends. */
function answers(ends: readonly number[]): boolean[] {
  const budget = crashBudget(2, 1000);
  return ends.map((end) => budget.spend(end));
}

it('starts the server again after a crash or two', () => expect(answers([0, 100])).toEqual([true, true]));
it('gives a server up that crashes too often in too short a time', () => {
  expect(answers([0, 100, 200])).toEqual([true, true, false]);
});
it('forgets crashes of long ago', () => expect(answers([0, 900, 1800, 2700])).toEqual([true, true, true, true]));
