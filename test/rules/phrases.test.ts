/** Lists of set phrases that a workspace has: what they add and take away, and what is wrong in them. */
import { describe, expect, it } from 'vitest';
import { readPhrases } from '../../server/src/rules/support/phraseFile';
import { combinePhrases, phrasePattern, shippedPhrases, usualFor } from '../../server/src/rules/support/phrases';

const shown = (text: string): readonly string[] =>
  combinePhrases([readPhrases(text)]).problems.flatMap((problems) =>
    problems.map(({ message, span }) => `${message.en} @ ${text.slice(span.start, span.end)}`),
  );

it.each([
  '河湖长负责制 → 河湖长制',
  '河湖长负责制→河湖长制',
  '河湖长负责制 => 河湖长制',
  '\ufeff河湖长负责制\t河湖长制\r\n',
])('a line may be written as %j', (line) => {
  const { added, removed, problems } = readPhrases(line);
  expect({ added, removed, problems }).toMatchObject({
    added: [{ wrong: '河湖长负责制', usual: '河湖长制' }],
    removed: [],
    problems: [],
  });
});

it('lines that say nothing are left out', () => {
  expect(readPhrases('# 本单位\n\n// 说明\n#\n   \n')).toEqual({ added: [], removed: [], problems: [] });
});

describe('a line without its right form is reported', () => {
  it.each([
    ['河湖长负责制\n', 'This line has no usual wording; … @ 河湖长负责制'],
    ['甲乙 → \n', 'This line has no usual wording; … @ 甲乙 →'],
    [' → 河湖长制', 'The wrong form is shorter than two characters … @ → 河湖长制'],
    ['甲乙 → 丙丁 → 戊己', 'This line has more than two parts, … @ 甲乙 → 丙丁 → 戊己'],
    ['制 → 河湖长制', 'The wrong form is shorter than two characters … @ 制 → 河湖长制'],
    ['#大 → #项', 'The wrong form is shorter than two characters … @ #大 → #项'],
    [`${'长'.repeat(61)} → 河湖长制`, `A form has more than 60 characters; … @ ${'长'.repeat(61)} → 河湖长制`],
    ['#大#建设 → #项建设', '"#" stands for one numeral, … @ #大#建设 → #项建设'],
    ['三大建设 → #项建设', '"#" stands for one numeral, … @ 三大建设 → #项建设'],
    ['河湖长 → 河湖长制', 'The usual wording holds the wrong form, … @ 河湖长 → 河湖长制'],
    ['甲乙 → 丙丁\n甲乙 → 戊己', 'An earlier line has this wrong form too; … @ 甲乙 → 戊己'],
    ['-', 'Nothing stands after "-"; … @ -'],
    ['-甲乙 → 丙丁', 'A line with "-" takes a wrong form away … @ -甲乙 → 丙丁'],
    ['甲乙 → \ufffd\ufffd', 'The file holds signs that are no text; … @ \ufffd'],
    ['- 甲乙', '"甲乙" is not in the list, … @ 甲乙'],
  ])('%j', (text, expected) => {
    const [start = '', end = ''] = expected.split('…');
    const found = shown(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(start), found[0]).toBe(true);
    expect(found[0]?.endsWith(end), found[0]).toBe(true);
  });

  it('and the other lines count', () => {
    const { added, problems } = readPhrases('河湖长负责制\n甲乙 → 丙丁\n');
    expect([added.length, problems.length]).toEqual([1, 1]);
  });
});

describe('several lists', () => {
  it('count together, the later one where they differ, and what one takes away is gone', () => {
    const { list, problems } = combinePhrases(
      ['甲乙 → 丙丁\n-全会会议精神\n', '甲乙 → 戊己\n丑寅 → 卯辰\n', '-丑寅\n'].map((text) => readPhrases(text)),
    );
    expect(problems.flat()).toEqual([]);
    expect(usualFor('甲乙', list)).toBe('戊己');
    const found = (text: string): string | undefined => phrasePattern(list).exec(text)?.[0];
    expect(['全会会议精神', '丑寅', '甲乙', '两会会议精神'].map(found)).toEqual([
      undefined,
      undefined,
      '甲乙',
      '两会会议精神',
    ]);
  });

  it('may leave nothing to look for', () => {
    const { list } = combinePhrases([readPhrases(shippedPhrases.map(({ wrong }) => `-${wrong}\n`).join(''))]);
    expect(list).toEqual([]);
    expect(phrasePattern(list).test('全会会议精神')).toBe(false);
  });
});

it('the shipped list is found as it is written, and its usual wordings are not', () => {
  const pattern = phrasePattern(shippedPhrases);
  for (const { wrong, usual } of shippedPhrases) {
    const written = wrong.replace('#', '二十');
    expect(pattern.exec(written)?.[0]).toBe(written);
    expect(usualFor(written, shippedPhrases)).toBe(usual.replace('#', '二十'));
    expect(pattern.test(usual.replace('#', '二十')), usual).toBe(false);
  }
});

it('signs that mean something in a pattern are those of the phrase', () => {
  const { list } = combinePhrases([readPhrases('A+B(甲) → 甲乙\n[丙^ → 丙丁\n-]戊 → 戊己\n\\己- → 己庚\n')]);
  for (const wrong of ['A+B(甲)', '[丙^', '\\己-']) expect(phrasePattern(list).exec(`x${wrong}y`)?.[0]).toBe(wrong);
});

it('a thousand phrases are looked for in a long text at once', () => {
  const sign = (index: number): string => String.fromCharCode(0x4e00 + index);
  const lines = Array.from({ length: 1200 }, (_, index) => `${sign(index)}${sign(index + 1)}甲 → 乙${sign(index)}`);
  const file = readPhrases(lines.join('\n'));
  expect(file.added).toHaveLength(1000);
  expect(file.problems.at(-1)?.message.en).toMatch(/^The file has more than 1000 phrases/);
  const pattern = new RegExp(phrasePattern(combinePhrases([file]).list).source, 'gu');
  const text = Array.from({ length: 1000 }, (_, index) => sign(index))
    .join('')
    .repeat(200);
  const start = performance.now();
  expect([...text.matchAll(pattern)]).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5000);
});
