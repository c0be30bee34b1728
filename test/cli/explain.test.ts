/** `tallymark explain`: the page of every rule, in the reader's language. */
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { explain } from '../../server/src/cli/explain';
import { rules } from '../../server/src/rules/registry';
import { inFolder } from './run';

describe('a rule', () => {
  it('is explained in English, with its examples set in', async () => {
    await inFolder({}, async ({ explain }) => {
      const { exitCode, output } = await explain('unfilled-metric');
      expect(exitCode).toBe(0);
      expect(output).toMatch(/^unfilled-metric {2}warning\nA tagged figure is not filled in yet\n\nWhat it checks\n\n/);
      expect(output).toContain('\nHow to fix\n');
      expect(output).toContain('\n    We held <<meetings:**>> meetings.\n            ^^^^');
      expect(output).not.toContain('检查什么');
      expect(output).not.toContain('```');
    });
  });

  it('is explained in Chinese', async () => {
    await inFolder({}, async ({ explain }) => {
      const { output } = await explain('unfilled-metric', { language: 'zh' });
      expect(output).toMatch(/^unfilled-metric {2}警告\n已加标签的数字尚未填写\n\n检查什么\n\n/);
      expect(output).toContain('\n示例\n');
      expect(output).not.toContain('What it checks');
    });
  });

  it.each(rules)('$id has prose and an example in both languages, and no fence is left open', async ({ id }) => {
    await inFolder({}, async ({ explain }) => {
      for (const [language, headings] of [
        ['en', ['What it checks', 'Why it matters', 'How to fix', 'Examples']],
        ['zh', ['检查什么', '为什么重要', '怎样改正', '示例']],
      ] as const) {
        const { output } = await explain(id, { language });
        const lines = output.split('\n');
        expect(headings.map((heading) => lines.indexOf(heading)).every((at) => at > 0)).toBe(true);
        expect(lines.filter((line) => line.startsWith('    ')).length).toBeGreaterThan(1);
        expect(output).not.toContain('```');
      }
    });
  });

  it('that there is not ends with 2 and the one that was probably meant', async () => {
    await inFolder({}, async ({ explain }) => {
      const { exitCode, errors } = await explain('unfiled-metric');
      expect(exitCode).toBe(2);
      expect(errors).toContain('did you mean "unfilled-metric"');
      expect((await explain('unfiled-metric', { language: 'zh' })).errors).toContain('是否想写“unfilled-metric”');
    });
  });
});

it('without a rule all of them are listed, those that must be switched on as off', async () => {
  await inFolder({}, async ({ explain }) => {
    const lines = (await explain()).output.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map(({ id }) => id));
    expect(lines.find((line) => line.startsWith('set-phrase '))).toMatch(/ {2}off {6}A set phrase/);
    expect(lines.find((line) => line.startsWith('missing-section '))).toMatch(/ {2}error {4}A section/);
  });
});

it('a terminal with colours gets them', () => {
  let output = '';
  const terminal = {
    locale: 'en',
    folder: '.',
    colours: picocolors.createColors(true),
    write: (text: string) => void (output += text),
    flush: () => undefined,
    error: () => undefined,
    status: undefined,
    readInput: () => Promise.resolve(Buffer.alloc(0)),
  };
  explain('unfilled-metric', { language: 'en' }, terminal);
  expect(output).toContain('\u001b[1munfilled-metric\u001b[22m');
});
