/** `tallymark.yaml`: what it sets, what goes before it, and what is said of its faults. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/cli/check';
import { readConfiguration } from '../../server/src/service';
import { inFolder } from './run';

const draft = '全年召开会议**次。\n';
const codes = (output: string): string[] =>
  JSON.parse(output).files.flatMap((file: { path: string; diagnostics: { code: string; severity: string }[] }) =>
    file.diagnostics.map(({ code, severity }) => `${file.path} ${severity} ${code}`),
  );
const templates = (output: string): string[] =>
  JSON.parse(output).files.map(({ path, template }: { path: string; template: string }) => `${path} ${template}`);

describe('settings', () => {
  it('severities and units hold, and the command line goes before them', async () => {
    const files = {
      'tallymark.yaml': 'rules:\n  untagged-mask: error\nunits: [喵]\n',
      'a.report.md': '完成**喵。\n',
    };
    await inFolder(files, async ({ check }) => {
      expect(codes((await check([], { format: 'json' })).output)).toEqual(['a.report.md error untagged-mask']);
      const { output } = await check([], { format: 'json', rule: ['untagged-mask=hint'] });
      expect(codes(output)).toEqual(['a.report.md hint untagged-mask']);
    });
  });

  it('fail-on and language hold, and the command line goes before them', async () => {
    const files = { '.tallymark.yaml': 'fail-on: error\nlanguage: zh\n', 'a.report.md': draft };
    await inFolder(files, async ({ check }) => {
      const usual = await check([], { failOn: undefined, language: undefined });
      expect(usual.exitCode).toBe(0);
      expect(usual.output).toContain('还差 1 处空缺');
      const chosen = await check([], { failOn: 'warning', language: 'en' });
      expect(chosen.exitCode).toBe(1);
      expect(chosen.output).toContain('1 blank left');
    });
  });

  it('ignores what it says, from its own folder, in addition to the command line', async () => {
    const files = {
      'tallymark.yaml': 'ignore: [drafts/]\n',
      'a.report.md': draft,
      'b.report.md': draft,
      'drafts/c.report.md': draft,
    };
    await inFolder(files, async ({ check }) => {
      const { output } = await check(['.', 'drafts/c.report.md'], { format: 'json', ignore: ['b.*'] });
      expect(JSON.parse(output).files.map(({ path }: { path: string }) => path)).toEqual(['a.report.md']);
    });
  });

  it('is found from a folder below, and its globs stay relative to its own', async () => {
    const files = {
      'tallymark.yaml': 'ignore: [reports/old/**]\nrules: {untagged-mask: info}\n',
      'reports/a.report.md': draft,
      'reports/old/b.report.md': draft,
    };
    await inFolder(files, async ({ path, terminal }) => {
      const { at, output } = terminal(join(path, 'reports'));
      await check([], { format: 'json', language: 'en' }, at);
      expect(codes(output())).toEqual(['a.report.md info untagged-mask']);
    });
  });
});

describe('templates', () => {
  const files = {
    'tallymark.yaml': `templates:
  - {files: 'monthly/special.*', template: incident-postmortem}
  - {files: ['monthly/*.md'], template: project-status}
`,
    'monthly/a.md': 'Held <<meetings:12>> meetings.\n',
    'monthly/b.md': '---\nreport: annual-summary\n---\n\n召开会议<<meetings:12>>次。\n',
    'monthly/c.md': '---\ntitle: 2024年工作总结\n---\n\n召开会议<<meetings:12>>次。\n',
    'monthly/special.md': '# 2024年工作总结\n',
    'yearly.md': '# 2024年工作总结\n',
  };
  const names = Object.keys(files).filter((name) => name.endsWith('.md'));

  it('are those of the first glob that matches; the front matter goes before it, and it before the title', async () => {
    await inFolder(files, async ({ check }) => {
      expect(templates((await check(names, { format: 'json' })).output)).toEqual([
        'monthly/a.md project-status',
        'monthly/b.md annual-summary',
        'monthly/c.md project-status',
        'monthly/special.md incident-postmortem',
        'yearly.md annual-summary',
      ]);
      const { output } = await check(names, { format: 'json', template: 'annual-summary' });
      expect(new Set(templates(output).map((line) => line.split(' ')[1]))).toEqual(new Set(['annual-summary']));
    });
  });

  it('must exist, those of the workspace among them', async () => {
    const wrong = "templates:\n  - files: '*.md'\n    template: project-statu\n";
    await inFolder({ ...files, 'tallymark.yaml': wrong }, async ({ check, write }) => {
      const { exitCode, errors } = await check(['yearly.md']);
      expect(exitCode).toBe(2);
      expect(errors).toContain(
        'tallymark.yaml:3:15: there is no template "project-statu", did you mean "project-status"?',
      );
      write('own.template.yaml', 'id: project-statu\ntitle: Own\n');
      expect(templates((await check(['yearly.md'], { format: 'json' })).output)).toEqual(['yearly.md project-statu']);
    });
  });
});

describe('faults', () => {
  const cases: readonly [string, string, string][] = [
    ['a key that there is not', 'rule:\n  a: off\n', 'tallymark.yaml:1:1: rule: no such key (did you mean "rules"?)'],
    [
      'a rule that there is not',
      'rules:\n  untaged-mask: off\n',
      'tallymark.yaml:2:3: rules.untaged-mask: there is no such rule (did you mean "untagged-mask"?)',
    ],
    [
      'a severity that there is not',
      'rules:\n  untagged-mask: eror\n',
      'tallymark.yaml:2:18: rules.untagged-mask: found "eror", expected one of off, error, warning, info, hint (did you mean "error"?)',
    ],
    ['a list that is none', 'units: 喵\n', 'tallymark.yaml:1:8: units: found "喵", expected a list'],
    ['a level that there is not', 'fail-on: unfiled\n', '(did you mean "unfilled"?)'],
    [
      'a language that there is not',
      'language: fr\n',
      'tallymark.yaml:1:11: language: found "fr", expected one of en, zh',
    ],
    [
      'an association without its template',
      "templates:\n  - files: '*.md'\n",
      'tallymark.yaml:2:5: templates[0].template: this key is missing',
    ],
    ['a mapping that is none', '- a\n', 'tallymark.yaml:1:1: found a list, expected a mapping'],
    ['a key given twice', 'units: [a]\nunits: [b]\n', 'tallymark.yaml:2:1: units: this key is given twice'],
    ['broken YAML', 'units: [\n', 'tallymark.yaml:2:1: '],
    [
      'brackets past all use',
      `units: ${'['.repeat(100_000)}\n`,
      'tallymark.yaml:1:1: the file is nested more than 50 levels deep and is not read',
    ],
    ['list marks past all use', `${'- '.repeat(100_000)}a\n`, 'nested more than 50 levels deep'],
  ];
  it.each(cases)('%s', async (_title, text, message) => {
    await inFolder({ 'tallymark.yaml': text, 'a.report.md': draft }, async ({ check }) => {
      const { exitCode, errors, output } = await check([]);
      expect(errors).toContain(message);
      expect(output).toBe('');
      expect(exitCode).toBe(2);
      expect((await check([], { language: 'zh' })).errors).toMatch(/\p{Script=Han}/u);
    });
  });

  it('are all said at once', async () => {
    await inFolder({ 'tallymark.yaml': 'rule: 1\nunits: 2\nlanguage: fr\n' }, async ({ check }) => {
      expect((await check([])).errors.split('\n')).toHaveLength(3);
    });
  });

  it.each(['', '# nothing yet\n', '---\n', 'rules:\nunits:\n'])('%j holds at most empty keys', (text) => {
    const { configuration } = readConfiguration(text);
    expect(configuration.rules.size).toBe(0);
    expect(configuration.units).toEqual([]);
  });
});
