/** What is highlighted together with the word at the cursor. */
import { expect, it } from 'vitest';
import documentHighlight from '../../server/src/features/documentHighlight';
import { ask, textAt, type Question } from './harness';

const report = (first: string): string => `# 一季度工作总结

## 一、会议 {#meetings}

召开会议${first}次，其中专题会议<<topics:*>>次，研讨**次、调研**次。

| 事项 | 次数 |
| --- | --- |
| 会议 | <<meetings>> |

## 二、小结

全季度会议<<meetings:12>>次，共<<meetings>>次，详见\`<<meetings:3>>\`。
`;

it('shows all tags of the metric at the cursor, and which of them give its value', () => {
  expect(highlights(report('<<meet$0ings:**>>'))).toEqual([
    '<<meetings:**>> write',
    '<<meetings>> read',
    '<<meetings:12>> write',
    '<<meetings>> read',
  ]);
});

it.each(['$0<<meetings:**>>', '<<meetings:*$0*>>', '<<meetings:**>>$0'])(
  'finds the tag at the cursor in %j',
  (first) => {
    expect(highlights(report(first))).toHaveLength(4);
  },
);

it('shows a tag that is used once alone', () => {
  expect(highlights('会议<<meetings:12>>次，专题<<top$0ics:3>>次。')).toEqual(['<<topics:3>> write']);
});

it('shows a mask alone: another of the same unit is another figure', () => {
  expect(highlights('研讨*$0*次、调研**次。')).toEqual(['** text']);
});

it('shows nothing in words, in code and in the id of a section', () => {
  expect(highlights('召开$0会议<<meetings:12>>次。')).toEqual([]);
  expect(highlights(report('').replace('`<<meetings:3>>', '`<<meet$0ings:3>>'))).toEqual([]);
  expect(highlights(report('').replace('{#meetings', '{#meet$0ings'))).toEqual([]);
});

it('shows tags as they are typed, each for itself while it has no id', () => {
  expect(highlights('会议《《会$0议：12》》次，共<<会议>>次。')).toEqual(['《《会议：12》》 write', '<<会议>> read']);
  expect(highlights('会议<<:1$02>>次，调研<<:3>>次。')).toEqual(['<<:12>> write']);
});

const kinds = ['', 'text', 'read', 'write'];

function highlights(text: string): string[] {
  const question: Question = { text };
  return ask(documentHighlight, question).map(({ range, kind = 0 }) => `${textAt(question, range)} ${kinds[kind]}`);
}
