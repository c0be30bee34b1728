/** Tags that formatters and input methods have changed: what they were is known exactly, and costs no more than other text. */
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { tagOpener, tagStarts, tagsIn, type TagReading } from '../../server/src/syntax/metric/read';
import { readExamples } from '../spec/examples';

/** Every tag as it should be written. */
function intended(text: string): readonly (string | undefined)[] {
  return tagsIn(text).map((tag) => (tag.fault === undefined ? written(text, tag) : tag.fault.repaired));
}

function written(text: string, { span }: TagReading): string {
  return text.slice(span.start, span.end);
}

it.each([
  '召开会议<<a:*>>次，印发文件<<b:*>>份。',
  '召开会议<<会议:**>>次，文件<<文件:*>>份，出席<<人数:***>>人。',
  '漏损率<<loss:**.*>>%，办结率<<done:**%>>。',
  '# <<a:*>>市和<<b:*>>市',
  '- <<a:*>>件，<<b:*>>件\n- <<c:**>>件，<<d:*>>件',
  '| 指标 | 数值 |\n| --- | --- |\n| 会议 | <<a:*>>次、<<b:**>>人 |',
  '于<<held:20**年*月*日>>召开，<<due:YYYY-MM-DD>>前完成，<<cases>>件。',
  '> 办结<<a:*>>件，其中<<b:*>>件**按期**完成。',
])('knows the tags of %s after Prettier', async (text) => {
  const formatted = await format(text, { parser: 'markdown' });
  expect(intended(formatted)).toEqual(intended(text));
});

it('repairs every tag to one that needs no repair', () => {
  const examples = readExamples(readFileSync(new URL('../spec/report-syntax.md', import.meta.url), 'utf8'));
  const repaired = examples.flatMap(({ input }) => tagsIn(input).flatMap(({ fault }) => fault?.repaired ?? []));
  expect(repaired.length).toBeGreaterThan(60);
  for (const tag of repaired) {
    expect(tagsIn(tag).map((reading) => ({ text: written(tag, reading), fault: reading.fault }))).toEqual([
      { text: tag, fault: undefined },
    ]);
  }
});

it('begins every tag with one of the openers', () => {
  const examples = readExamples(readFileSync(new URL('../spec/report-syntax.md', import.meta.url), 'utf8'));
  for (const { input } of examples) {
    for (const { span } of tagsIn(input)) {
      expect(tagStarts).toContain(input.charAt(span.start));
      expect(input.slice(span.start)).toMatch(new RegExp(`^(?:${tagOpener})`));
    }
  }
});

it('keeps what is shown of a tag within it', () => {
  const examples = readExamples(readFileSync(new URL('../spec/report-syntax.md', import.meta.url), 'utf8'));
  for (const { input } of examples) {
    for (const { span, idSpan, value, valueSpan } of tagsIn(input)) {
      expect(idSpan.start).toBeGreaterThan(span.start);
      expect(idSpan.end).toBeLessThanOrEqual(span.end);
      if (valueSpan === undefined) continue;
      expect(input.slice(valueSpan.start, valueSpan.end)).toBe(value);
      expect(valueSpan.end).toBeLessThanOrEqual(span.end);
    }
  }
});

it('takes a time that grows with the length of the text, whatever stands in it', () => {
  for (const piece of [
    '<<',
    '<<a:',
    '<',
    '< <',
    '<\\<a',
    '<[a:',
    '《《a',
    '《',
    '«a',
    '<<a b ',
    '<<a:*',
    '<<a\\_',
    '“',
    '＜＜a：1',
  ]) {
    const time = (length: number): number => {
      const text = piece.repeat(length);
      const start = performance.now();
      tagsIn(text);
      return performance.now() - start;
    };
    time(500);
    expect(time(40_000), piece).toBeLessThan(20 * time(10_000) + 200);
  }
  expect(tagsIn(`<<${'a'.repeat(50_000)}`)).toEqual([]);
});
