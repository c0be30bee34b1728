/** `tallymark check`: what it prints, in which shape, and how it ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../../server/src/cli/check';
import { inFolder, type Run } from './run';

const draft = '全年召开会议**次，形成制度***项，化解金额**亿元，惠及**市群众。\n';
const clean =
  '---\nreport: project-status\ntitle: Notes\nrules:\n  missing-section: off\n---\n\nHeld <<meetings:12>> meetings.\n';

describe('json', () => {
  it('has the shape that others rely on, with zero-based ranges in UTF-16 units', async () => {
    await inFolder({ 'a.report.md': `😀${draft}` }, async ({ check }) => {
      const { exitCode, output } = await check(['a.report.md'], { format: 'json' });
      const [file] = JSON.parse(output).files;
      expect(exitCode).toBe(1);
      expect(file.path).toBe('a.report.md');
      expect(file.template).toBe(null);
      expect(file.metrics).toEqual({ total: 0, filled: 0 });
      expect(file.masks.map((mask: { kind: string; text: string }) => `${mask.kind} ${mask.text}`)).toEqual([
        'figure **',
        'figure ***',
        'figure **',
        'name **',
      ]);
      expect(file.masks[0].range).toEqual({ start: { line: 0, character: 8 }, end: { line: 0, character: 10 } });
      expect(Object.keys(file.diagnostics[0])).toEqual(['code', 'severity', 'message', 'range']);
      expect(JSON.parse(output).summary).toEqual({ files: 1, errors: 0, warnings: 3, blanks: 4 });
    });
  });

  it('counts tags and what is filled, and lists their masks with their ids', async () => {
    await inFolder(
      { 'a.report.md': 'Held <<meetings:12>> and <<calls:**>>, <<meetings>> in all.\n' },
      async ({ check }) => {
        const [file] = JSON.parse((await check(['a.report.md'], { format: 'json' })).output).files;
        expect(file.metrics).toEqual({ total: 3, filled: 2 });
        expect(file.masks).toEqual([{ kind: 'figure', text: '**', range: expect.anything(), metric: 'calls' }]);
      },
    );
  });
});

describe('stylish', () => {
  it('gives line and column as an editor counts them, the rule, and what is left', async () => {
    await inFolder({ 'a.report.md': `# 总结\n\n${draft}` }, async ({ check }) => {
      const { output } = await check(['a.report.md']);
      expect(output).toContain('3:7');
      expect(output).toContain('untagged-mask');
      expect(output).toContain('4 blanks left');
    });
  });

  it('speaks Chinese', async () => {
    await inFolder({ 'a.report.md': draft }, async ({ check }) => {
      expect((await check(['a.report.md'], { language: 'zh' })).output).toContain('还差 4 处空缺');
    });
  });

  it('says so where no template applied', async () => {
    await inFolder({ 'a.report.md': 'Nothing to see.\n' }, async ({ check }) => {
      const { exitCode, output } = await check(['a.report.md']);
      expect(output).toContain('no template applies');
      expect(exitCode).toBe(0);
    });
  });
});

describe('files', () => {
  it('takes names, folders, globs and standard input', async () => {
    await inFolder({ 'a.report.md': draft, 'b.report.md': draft, 'c.md': draft, 'd.txt': draft }, async ({ check }) => {
      const paths = async (names: string[], input?: string): Promise<string[]> =>
        JSON.parse((await check(names, { format: 'json' }, input)).output).files.map(
          (file: { path: string }) => file.path,
        );
      expect(await paths(['a.report.md'])).toEqual(['a.report.md']);
      expect(await paths(['*.report.md'])).toEqual(['a.report.md', 'b.report.md']);
      expect(await paths(['c.md', 'd.txt'])).toEqual(['c.md', 'd.txt']);
      expect(await paths(['.']), 'Markdown that is no report is left alone').toEqual(['a.report.md', 'b.report.md']);
      expect(await paths([])).toEqual(['a.report.md', 'b.report.md']);
      expect(await paths(['-'], draft)).toEqual(['-']);
    });
  });

  it('reads a .txt line by line, so that a line of stars or hashes is text', async () => {
    await inFolder({ 'a.txt': '# 召开**次\n    走访**户\n' }, async ({ check }) => {
      expect(JSON.parse((await check(['a.txt'], { format: 'json' })).output).files[0].masks).toHaveLength(2);
      expect(
        JSON.parse((await check(['-'], { format: 'json', stdinPath: 'x.txt' }, '    走访**户\n')).output).files[0]
          .masks,
      ).toHaveLength(1);
      expect(
        JSON.parse((await check(['-'], { format: 'json' }, '    走访**户\n')).output).files[0].masks,
        'indented code',
      ).toHaveLength(0);
    });
  });
});

describe('exit code', () => {
  const cases: readonly [string, string, Partial<CheckOptions>, number][] = [
    ['nothing found', clean, {}, 0],
    ['a finding', draft, {}, 1],
    ['only warnings, errors asked for', draft, { failOn: 'error' }, 0],
    ['warnings asked for', draft, { failOn: 'warning' }, 1],
    ['a blank, blanks asked for', draft, { failOn: 'unfilled' }, 1],
    ['no blank, blanks asked for', clean, { failOn: 'unfilled' }, 0],
    ['a template that there is not', clean, { template: 'project-statu' }, 2],
  ];
  it.each(cases)('%s', async (_title, text, options, exitCode) => {
    await inFolder({ 'a.report.md': text }, async ({ check }) => {
      expect((await check(['a.report.md'], options)).exitCode).toBe(exitCode);
    });
  });

  it('names the template that was probably meant', async () => {
    await inFolder({ 'a.report.md': clean }, async ({ check }) => {
      expect((await check(['a.report.md'], { template: 'project-statu' })).errors).toContain(
        'did you mean "project-status"',
      );
    });
  });
});

describe('--fix', () => {
  it('repairs what leaves no choice, in the file, and nothing else', async () => {
    const damaged = `${clean}\n今年<<calls:5>次，<<visits:__**>>次，**重点**工作**次。\r\n`;
    await inFolder({ 'a.report.md': damaged }, async ({ check, path }) => {
      await check(['a.report.md'], { fix: true });
      expect(readFileSync(join(path, 'a.report.md'), 'utf8')).toBe(
        damaged.replace('<<calls:5>次', '<<calls:5>>次').replace('<<visits:__**>>', '<<visits:****>>'),
      );
    });
  });
});

describe('bad input', () => {
  const failures: readonly [string, Readonly<Record<string, string | Buffer>>, string, string][] = [
    ['a missing file', {}, 'none.report.md', 'there is no such file'],
    ['a binary file', { 'a.report.md': Buffer.from([0, 1, 2, 255]) }, 'a.report.md', 'not UTF-8 text'],
    ['a text in another encoding', { 'a.txt': Buffer.from([0xd5, 0xd9, 0xbf, 0xaa]) }, 'a.txt', 'not UTF-8 text'],
    ['a pattern that matches nothing', {}, '*.report.md', 'no file matches'],
  ];
  it.each(failures)('%s', async (_title, files, name, message) => {
    await inFolder(files, async ({ check }) => {
      const { exitCode, errors } = await check([name]);
      expect(errors).toContain(message);
      expect(exitCode).toBe(2);
    });
  });

  it('checks the files that can be read all the same', async () => {
    await inFolder({ 'a.report.md': draft }, async ({ check }) => {
      const { exitCode, output } = await check(['none.md', 'a.report.md']);
      expect(output).toContain('4 blanks left');
      expect(exitCode).toBe(2);
    });
  });

  const texts: readonly [string, string, (run: Run) => void][] = [
    ['an empty file', '', ({ exitCode }) => expect(exitCode).toBe(0)],
    ['a byte order mark alone', '\ufeff', ({ exitCode }) => expect(exitCode).toBe(0)],
    ['broken YAML', '---\nreport: [\n---\n\nText.\n', ({ output }) => expect(output).toContain('not valid YAML')],
    [
      'an unknown template',
      '---\nreport: anual-summary\n---\n',
      ({ output }) => expect(output).toContain('annual-summary'),
    ],
    ['front matter that never ends', '---\nreport: x\n\nText **次\n', ({ exitCode }) => expect(exitCode).toBe(1)],
    ['a lone surrogate', 'a\ud800**次', ({ exitCode }) => expect(exitCode).toBe(1)],
  ];
  it.each(texts)('%s', async (_title, text, holds) => {
    await inFolder({ 'a.report.md': text }, async ({ check }) => holds(await check(['a.report.md'])));
  });
});
