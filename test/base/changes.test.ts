/** Changes one after another are the same as all at once, and none is longer than what it changes. */
import { expect, it } from 'vitest';
import { composeChanges, moveSpan, trimChange } from '../../server/src/base/changes';
import { applyChanges, type TextChange } from '../../server/src/base/problem';
import { createRandom, type Random } from '../markdown/random';

it('changes one after another are the same as all at once', () => {
  const random = createRandom(1);
  for (let round = 0; round < 2000; round++) {
    const text = '全年召开会议**次。'.slice(0, random.below(11));
    const first = randomChanges(text, random);
    const between = applyChanges(text, first);
    const second = randomChanges(between, random);
    const composed = composeChanges(first, second, text.length);
    expect(applyChanges(text, composed)).toBe(applyChanges(between, second));
    let done = 0;
    for (const { span } of composed) {
      expect(span.start).toBeGreaterThanOrEqual(done);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      done = span.end;
    }
  }
});

it('a change is cut to what it changes', () => {
  const text = '召开会议3次';
  const change = (newText: string): TextChange | undefined => trimChange(text, { span: { start: 2, end: 6 }, newText });
  expect(change('会议5次')).toEqual({ span: { start: 4, end: 5 }, newText: '5' });
  expect(change('会议13次')).toEqual({ span: { start: 4, end: 4 }, newText: '1' });
  expect(change('会次')).toEqual({ span: { start: 3, end: 5 }, newText: '' });
  expect(change('会议3次')).toBeUndefined();
});

it('a stretch moves with what stands before it and grows with what is put into it', () => {
  const insertion = (at: number): TextChange => ({ span: { start: at, end: at }, newText: '是' });
  expect(moveSpan({ start: 4, end: 6 }, [insertion(1)])).toEqual({ start: 5, end: 7 });
  expect(moveSpan({ start: 4, end: 6 }, [insertion(5)])).toEqual({ start: 4, end: 7 });
  expect(moveSpan({ start: 4, end: 6 }, [insertion(7)])).toEqual({ start: 4, end: 6 });
});

function randomChanges(text: string, random: Random): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (let at = 0; at <= text.length; at += 1 + random.below(4)) {
    const end = Math.min(text.length, at + random.below(3));
    changes.push({ span: { start: at, end }, newText: ['', '一', '<<a>>'][random.below(3)] ?? '' });
    at = end;
  }
  return changes;
}
