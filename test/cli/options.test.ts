/** Options of `check`: which files and rules count, what is shown, and when a person is told how far it is. */
import { describe, expect, it } from 'vitest';
import { anyOf } from '../../server/src/cli/globs';
import { createProgress } from '../../server/src/cli/progress';
import { createTerminal, wantsColours } from '../../server/src/cli/terminal';
import { inFolder } from './run';

const draft = '全年召开会议**次。\n';
const broken = '今年<<calls:5>次，走访**户。\n';
const paths = (output: string): string[] => JSON.parse(output).files.map(({ path }: { path: string }) => path);
const codes = (output: string): string[] =>
  JSON.parse(output).files.flatMap((file: { diagnostics: { code: string; severity: string }[] }) =>
    file.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
  );

describe('--ignore', () => {
  const files = { 'a.report.md': draft, 'old/b.report.md': draft, 'old/deep/c.report.md': draft, 'd.txt': draft };

  const cases: readonly [string, readonly string[], readonly string[], readonly string[]][] = [
    ['a name at any depth', ['b.report.md'], ['.'], ['a.report.md', 'old/deep/c.report.md']],
    ['a folder', ['old'], ['.'], ['a.report.md']],
    ['a folder with a slash', ['old/'], ['.'], ['a.report.md']],
    ['a folder at its path', ['old/deep'], ['.'], ['a.report.md', 'old/b.report.md']],
    ['a glob', ['**/[bc].report.md'], ['.'], ['a.report.md']],
    ['several', ['a.*', 'old/*.md'], ['.'], ['old/deep/c.report.md']],
    ['a file that is named', ['*.txt'], ['a.report.md', 'd.txt'], ['a.report.md']],
    ['nothing that resembles it', ['ol', 'deep/c.report.md'], ['old'], ['old/b.report.md', 'old/deep/c.report.md']],
  ];
  it.each(cases)('leaves out %s', async (_title, ignore, names, expected) => {
    await inFolder(files, async ({ check }) => {
      expect(paths((await check(names, { ignore, format: 'json' })).output)).toEqual(expected);
    });
  });

  it('may leave nothing, which is no fault', async () => {
    await inFolder(files, async ({ check }) => {
      const { exitCode, errors } = await check(['d.txt'], { ignore: ['*.txt'] });
      expect(exitCode).toBe(0);
      expect(errors).toContain('every file is ignored');
    });
  });

  it('looks at what is outside the folder only where it is told so', () => {
    expect(anyOf(['*.md'], '/reports/june')('/reports/may/a.md')).toBe(true);
    expect(anyOf(['june/*.md'], '/reports/june')('/reports/may/june/a.md')).toBe(false);
    expect(anyOf(['../may/*.md'], '/reports/june')('/reports/may/a.md')).toBe(true);
    expect(anyOf(['/reports/june/a.md'], '/reports/june')('/reports/june/a.md')).toBe(true);
    expect(anyOf([], '/reports')('/reports/a.md')).toBe(false);
  });
});

describe('--rule', () => {
  it('sets severities, also of rules that are off, and the report itself goes before it', async () => {
    const files = { 'a.report.md': draft, 'b.report.md': `---\nrules:\n  untagged-mask: info\n---\n\n${draft}` };
    await inFolder(files, async ({ check }) => {
      const rule = ['untagged-mask=error', 'half-width-mark=hint'];
      expect(codes((await check(['a.report.md'], { rule, format: 'json' })).output)).toEqual(['error untagged-mask']);
      expect(codes((await check(['b.report.md'], { rule, format: 'json' })).output)).toEqual(['info untagged-mask']);
      expect((await check(['a.report.md'], { rule: ['untagged-mask=off'] })).exitCode).toBe(0);
    });
  });

  const faults: readonly [string, string][] = [
    ['untaged-mask=off', 'did you mean "untagged-mask"'],
    ['untagged-mask=eror', 'did you mean "error"'],
    ['untagged-mask', 'ID=SEVERITY'],
    ['', 'there is no rule ""'],
  ];
  it.each(faults)('%s is refused', async (rule, message) => {
    await inFolder({ 'a.report.md': draft }, async ({ check }) => {
      const { exitCode, errors } = await check(['a.report.md'], { rule: [rule] });
      expect(exitCode).toBe(2);
      expect(errors).toContain(message);
    });
  });
});

describe('--fail-on', () => {
  const levels = ['error', 'warning', 'info', 'hint'] as const;
  it.each(levels)('a finding that is a matter of "%s" fails at this level and those below', async (severity) => {
    await inFolder({ 'a.report.md': draft }, async ({ check }) => {
      for (const failOn of levels) {
        const { exitCode } = await check(['a.report.md'], { failOn, rule: [`untagged-mask=${severity}`] });
        expect(exitCode, failOn).toBe(levels.indexOf(severity) <= levels.indexOf(failOn) ? 1 : 0);
      }
      const silent = { failOn: 'unfilled', rule: ['untagged-mask=off'] } as const;
      expect((await check(['a.report.md'], silent)).exitCode, 'a blank is a blank').toBe(1);
    });
  });
});

describe('--quiet', () => {
  it('says nothing of what is no error, and counts nothing else', async () => {
    await inFolder({ 'a.report.md': draft, 'b.report.md': broken }, async ({ check }) => {
      const { output, exitCode } = await check(['a.report.md', 'b.report.md'], { quiet: true });
      expect(output).not.toContain('a.report.md');
      expect(output).toContain('malformed-metric');
      expect(output).not.toContain('untagged-mask');
      expect(output).toContain('1 finding (1 error, 0 warnings, 0 other) in 2 files');
      expect(exitCode).toBe(1);
      expect((await check(['a.report.md'], { quiet: true })).exitCode).toBe(0);
      expect((await check(['a.report.md'], { quiet: true, failOn: 'unfilled' })).exitCode).toBe(1);
    });
  });
});

describe('--summary', () => {
  const report = (figures: string): string =>
    `---\nreport: own\n---\n\n# Report\n\n## 1. Work\n\n${figures}\n\n## 2. Money\n\nSpent <<cost:12>> USD.\n`;
  const files = {
    'own.template.yaml':
      'id: own\ntitle: Own\nmetrics:\n  - {id: meetings, label: Meetings, type: integer, owner: Office}\n  - {id: cost, label: Cost, type: money, owner: Finance}\n',
    'a.report.md': report('Held <<meetings:12>> meetings, <<calls:**>> calls and XX visits.'),
    'b.report.md': report('Held <<meetings:**>> meetings. All <<meetings>> of them.'),
  };

  it('adds what is filled by section and by owner, over all files', async () => {
    await inFolder(files, async ({ check }) => {
      const { output } = await check(['a.report.md', 'b.report.md'], { summary: true });
      expect(output).toContain('Filled by section\n  Work      1/5  20%\n  Money     2/2  100%\n');
      expect(output).toContain('Filled by owner\n  Office    1/3  33%\n  Finance   2/2  100%\n  no owner  0/2  0%\n');
      expect((await check(['a.report.md'])).output).not.toContain('Filled by');
    });
  });

  it('only adds keys to JSON', async () => {
    await inFolder(files, async ({ check }) => {
      const plain = JSON.parse((await check(['a.report.md'], { format: 'json' })).output);
      const whole = JSON.parse((await check(['a.report.md'], { format: 'json', summary: true })).output);
      expect(whole.summary.filled).toEqual({
        sections: [
          { name: 'Work', total: 3, filled: 1 },
          { name: 'Money', total: 1, filled: 1 },
        ],
        owners: [
          { name: 'Office', total: 1, filled: 1 },
          { name: 'Finance', total: 1, filled: 1 },
          { name: null, total: 2, filled: 0 },
        ],
      });
      expect(whole.files[0].filled).toEqual(whole.summary.filled);
      delete whole.summary.filled;
      delete whole.files[0].filled;
      expect(whole).toEqual(plain);
    });
  });
});

describe('progress', () => {
  it('is told after a second, ten times a second at most, and taken away at the end', () => {
    const told: string[] = [];
    let now = 0;
    const progress = createProgress({ total: 9, language: 'en', status: (line) => told.push(line), now: () => now });
    for (const time of [500, 900, 1000, 1050, 1100, 1200]) {
      now = time;
      progress.step();
    }
    progress.stop();
    expect(told).toEqual(['checked 3 of 9 files', 'checked 5 of 9 files', 'checked 6 of 9 files', '']);
  });

  it('goes to the terminal of the errors alone, and is gone before anything else is written', () => {
    const streams = (isTTY: boolean): { written: string[]; process: NodeJS.Process } => {
      const written: string[] = [];
      const stream = (name: string): object => ({
        isTTY,
        write: (text: string) => void written.push(`${name} ${text}`),
      });
      const process = { env: {}, stdin: undefined, stdout: stream('out'), stderr: stream('err'), cwd: () => '.' };
      return { written, process: process as unknown as NodeJS.Process };
    };
    expect(createTerminal(streams(false).process).status).toBe(undefined);
    const { written, process } = streams(true);
    const terminal = createTerminal(process);
    terminal.status?.('checked 1 of 2 files');
    terminal.write('a finding\n');
    terminal.flush();
    terminal.status?.('');
    expect(written).toEqual(['err \r\u001b[2Kchecked 1 of 2 files', 'err \r\u001b[2K', 'out a finding\n']);
  });
});

describe('colours', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, boolean, boolean][] = [
    ['on a terminal', {}, true, true],
    ['in a pipe', {}, false, false],
    ['on a terminal that has none', { TERM: 'dumb' }, true, false],
    ['where NO_COLOR is set', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['where NO_COLOR is empty', { NO_COLOR: '' }, true, true],
    ['in a pipe, forced', { FORCE_COLOR: '1' }, false, true],
    ['on a terminal, refused by force', { FORCE_COLOR: '0' }, true, false],
  ];
  it.each(cases)('%s', (_title, env, isTerminal, expected) => {
    expect(wantsColours(env, isTerminal)).toBe(expected);
  });
});
