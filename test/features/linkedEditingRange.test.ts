/** The ids that change together as one of them is typed. */
import { describe, expect, it } from 'vitest';
import linkedEditingRange from '../../server/src/features/linkedEditingRange';
import { ask, textAt, type Question } from './harness';

const twice = '会议<<meet$0ings:**>>次。\n\n其中专题<<topics:*>>次，会议共<<meetings>>次，《《meetings：12》》。\n';

it('are all uses of the id in the report', () => {
  expect(linked(twice)).toEqual(['meetings', 'meetings', 'meetings']);
});

it.each(['会议<<$0会议:3>>次，共<<会议>>次。', '会议<<会议$0:3>>次，共<<会议>>次。'])(
  'are found at either end in %j',
  (text) => {
    expect(linked(text)).toEqual(['会议', '会议']);
  },
);

it.each([
  ['an id that is used once', '会议<<meet$0ings:12>>次。'],
  ['a value', '会议<<meetings:1$02>>次，共<<meetings>>次。'],
  ['the frame of a tag', '会议$0<<meetings:12>>次，共<<meetings>>次。'],
  ['words', '会$0议<<meetings:12>>次，共<<meetings>>次。'],
  ['code', '`<<meet$0ings:12>>`，会议<<meetings:12>>次，共<<meetings>>次。'],
  ['a tag without an id', '会议<<$0:12>>次，调研<<:3>>次。'],
])('nothing changes with %s', (_, text) => {
  expect(linked(text)).toBeNull();
});

describe('the pattern of an id', () => {
  const { wordPattern = '' } = ask(linkedEditingRange, { text: twice }) ?? {};
  // As an editor tests what is being typed: without flags, against the whole of it.
  const isId = (typed: string): boolean => new RegExp(wordPattern).exec(typed)?.[0] === typed;

  it.each(['meetings', 'party-topics', 'q2.visits', 'visits_2022', '会议', '走访户数', 'Geschäfte', '𠮷野家', '数１'])(
    'takes %s',
    (id) => expect(isId(id)).toBe(true),
  );

  it.each(['', 'a b', 'a:1', 'a>>', '<<a', '会议：', '《会议', '会议，', 'a|b', '会　议', 'a/b', '“会”'])(
    'does not take %j',
    (typed) => expect(isId(typed)).toBe(false),
  );
});

function linked(text: string): string[] | null {
  const question: Question = { text };
  return ask(linkedEditingRange, question)?.ranges.map((range) => textAt(question, range)) ?? null;
}
