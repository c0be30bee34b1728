/** Where sentences and clauses of a report end. */
import { expect, it } from 'vitest';
import { clauseAt, passageAt, sentenceAt } from '../../server/src/report/sentences';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';

const lexicon = createLexicon();

it.each([
  ['召开会议**次。形成制度*项！', ['召开会议**次。', '形成制度*项！']],
  ['他说：“完成了。”随后离开。', ['他说：“完成了。”', '随后离开。']],
  ['增长3.5%。', ['增长3.5%。']],
  ['金额<<a:1。5>>元。', ['金额<<a:1。5>>元。']],
  ['Costs fell 3.5 %. Why? Better prices!', ['Costs fell 3.5 %.', 'Why?', 'Better prices!']],
  ['See Dr. Ann, e.g. on p. 3, in Sept. 2024. Then go.', ['See Dr. Ann, e.g. on p. 3, in Sept. 2024.', 'Then go.']],
  ['About approx. 3 items etc. More follow.', ['About approx. 3 items etc.', 'More follow.']],
  ['The answer is no. Then we left.', ['The answer is no.', 'Then we left.']],
  ['## 1. We met. Two came.', ['1. We met.', 'Two came.']],
  ['We met **XX** firms. We left.', ['We met **XX** firms.', 'We left.']],
  ['见 `a. B` 一节。完。', ['见 `a. B` 一节。', '完。']],
])('%j', (text, expected) => {
  expect(pieces(text, sentenceAt)).toEqual(expected);
});

it.each([
  ['召开会议**次，形成制度*项；成效明显。', ['召开会议**次', '形成制度*项', '成效明显']],
  ['We held 1,200 meetings, all useful; costs fell.', ['We held 1,200 meetings', 'all useful', 'costs fell']],
  ['“好，”他说。', ['“好', '他说']],
  ['金额<<a:1,200>>元，增长。', ['金额<<a:1,200>>元', '增长']],
])('%j', (text, expected) => {
  expect(pieces(text, clauseAt)).toEqual(expected);
});

it('wrapped English lines are one passage; Chinese lines, hard breaks and items are passages of their own', () => {
  expect(passages('We held\nmeetings.\n')).toEqual(['We held|meetings.']);
  expect(passages('> We held\n> meetings.\n')).toEqual(['We held|> meetings.']);
  expect(passages('召开会议\n形成制度\n')).toEqual(['召开会议', '形成制度']);
  expect(passages('We held  \nmeetings\\\nhere\n')).toEqual(['We held', 'meetings\ufffc', 'here']);
  expect(passages('- one\n- two\n')).toEqual(['one', 'two']);
  expect(passages('```\ncode\n```\n')).toEqual([]);
});

it('takes time in proportion to the text, whatever it holds', () => {
  for (const sign of ['.', '”', '。”', 'a.', ',', '!', ' ', '1. ']) {
    const text = sign.repeat(100_000);
    const start = performance.now();
    sentenceAt(text, text.length - 1);
    clauseAt(text, text.length - 1);
    // A tenth of it is usual; were the time to grow with the square of the length, it would be minutes.
    expect(performance.now() - start, JSON.stringify(sign)).toBeLessThan(5_000);
  }
});

/** Asked at every offset. */
function pieces(source: string, at: typeof sentenceAt): string[] {
  const [block] = parse(source, { mode: 'markdown', lexicon }).blocks;
  const passage = block && passageAt(block, source.length);
  if (passage === undefined) throw new Error('Expected a passage.');
  const found = new Set<string>();
  for (let offset = 0; offset <= passage.text.length; offset++) {
    const piece = at(passage.text, offset);
    if (piece !== undefined) found.add(source.slice(passage.start + piece.start, passage.start + piece.end));
  }
  return [...found];
}

function passages(source: string): string[] {
  const [block] = parse(source, { mode: 'markdown', lexicon }).blocks;
  if (block === undefined) return [];
  const found = new Set<string>();
  for (let offset = 0; offset <= source.length; offset++) {
    const passage = passageAt(block, offset);
    if (passage !== undefined) found.add(passage.text.replace(/\n/g, '|'));
  }
  return [...found];
}
