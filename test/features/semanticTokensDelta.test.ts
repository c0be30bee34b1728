/** The difference between two answers about tokens makes the one from the other, whatever is edited. */
import { describe, expect, it } from 'vitest';
import type { PositionEncoding } from '../../server/src/base/encoding';
import { allData, difference, tokensOf, type DocumentTokens } from '../../server/src/features/semanticTokens/document';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse, reparse } from '../../server/src/syntax/parse';
import { createRandom } from '../markdown/random';

const seed = Number(process.env['SEED'] ?? 1);
const rounds = 150;
const lexicon = createLexicon();

const markdown = `---
report: annual-summary
---

# 年度总结

## 一、主要工作

全年召开会议<<meetings:12>>次，党课**次，开会<<meetings>>次。一是抓学习，二是抓落实。

| 指标 | 本年 |
| --- | --- |
| 会议 | <<meetings:12>>次 |

<!-- tallymark-ignore untagged-mask:
稍后填 -->

### （二）供水

𠮷田村用水**吨，20**年*月*日供水。
`;
const plain =
  '\ufeff某局总结\n\n一、主要工作\n\n召开会议**次。\n\n（一）供水。供水<<water:**.*>>万吨。\r\n\r\n二、打算\n';
const pieces = [
  '\n',
  '\n\n',
  '\r\n',
  '**次',
  '<<a:1>>次',
  '<<',
  '>>',
  '## 三、',
  '# 题\n\n',
  '一、',
  '#',
  '```\n',
  '字',
  '𠮷',
];

describe.each([
  ['headings with marks', markdown, 'utf-16'],
  ['headings without marks, and a byte order mark', plain, 'utf-16'],
  ['columns in bytes', plain, 'utf-8'],
  ['columns in characters', markdown, 'utf-32'],
] as const)('in a report with %s', (name, text, encoding) => {
  it('edits lead from one answer to the next', () => {
    const random = createRandom(seed + name.length);
    let parsed = parse(text, { mode: 'markdown', lexicon });
    let tokens = tokensOf({ parse: parsed, encoding }, undefined);
    let edited = 0;
    for (let round = 0; round < rounds; round++) {
      // Now and then the text as it was, so that none runs wild.
      if (round % 25 === 24) parsed = parse(text, { mode: 'markdown', lexicon });
      const { length } = parsed.text;
      const start = random.below(5) === 0 ? Math.min(3, length) : random.below(length + 1);
      const end = Math.min(length, start + (random.below(3) === 0 ? random.below(random.below(6) === 0 ? 90 : 5) : 0));
      const newText = random.below(4) === 0 ? '' : (pieces[random.below(pieces.length)] ?? '');
      parsed = reparse(parsed, { span: { start, end }, newText });
      // What follows must be right also where not every state was asked for.
      if (random.below(4) === 0) continue;
      const next = tokensOf({ parse: parsed, encoding }, tokens);
      const edit = difference(tokens, next);
      const note = `SEED=${seed}, round ${round}`;
      const expected = fresh(parsed.text, encoding);
      expect(applied(allData(tokens), edit), note).toEqual(expected);
      expect(allData(next), note).toEqual(expected);
      if (edit !== undefined) edited++;
      tokens = next;
    }
    expect(edited).toBeGreaterThan(rounds / 4);
  });
});

it('an edit in a long report is told in a few numbers', () => {
  const long = Array.from({ length: 400 }, (_, at) => `## 第${at}节\n\n召开会议**次，<<m-${at}:**>>人参加。\n`).join(
    '\n',
  );
  const before = parse(long, { mode: 'markdown', lexicon });
  const at = long.indexOf('<<m-200:**') + '<<m-200:'.length;
  const filled = reparse(before, { span: { start: at, end: at + 2 }, newText: '12' });
  const then = tokensOf({ parse: before, encoding: 'utf-16' }, undefined);
  const now = tokensOf({ parse: filled, encoding: 'utf-16' }, then);
  expect(difference(then, now)?.data.length).toBeLessThanOrEqual(10);
  const moved = reparse(filled, { span: { start: 0, end: 0 }, newText: '导语。\n\n' });
  const edit = difference(now, tokensOf({ parse: moved, encoding: 'utf-16' }, now));
  expect(edit).toEqual({ start: 0, deleteCount: 1, data: [2] });
});

function applied(data: readonly number[], edit: ReturnType<typeof difference>): readonly number[] {
  if (edit === undefined) return data;
  return [...data.slice(0, edit.start), ...edit.data, ...data.slice(edit.start + edit.deleteCount)];
}

function fresh(text: string, encoding: PositionEncoding): readonly number[] {
  const tokens: DocumentTokens = tokensOf({ parse: parse(text, { mode: 'markdown', lexicon }), encoding }, undefined);
  return allData(tokens);
}
