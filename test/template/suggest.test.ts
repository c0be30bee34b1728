/** The word that an author probably meant. */
import { expect, test } from 'vitest';
import { closest } from '../../server/src/base/suggest';

test.each([
  ['metings', ['meetings', 'topics'], 'meetings'],
  ['Topics', ['meetings', 'topics'], 'topics'],
  ['party-topic', ['topics', 'party-topics'], 'party-topics'],
  ['会仪', ['会议', '议题'], '会议'],
  ['on', ['off'], undefined],
  ['budget', ['meetings', 'topics'], undefined],
  ['cat', ['cut', 'cap'], 'cut'],
  ['anything', [], undefined],
])('%s among %j: %s', (word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected);
});
