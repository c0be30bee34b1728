/** `check --format sarif|github|junit`: what other programs read must be what their formats demand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { noFiles, type Checked, type Range } from '../../server/src/cli/formats/format';
import { github } from '../../server/src/cli/formats/github';
import { junit } from '../../server/src/cli/formats/junit';
import { rules } from '../../server/src/rules/registry';
import { inFolder, type Folder } from './run';

const draft = '全年召开会议**次，形成制度***项。\n';
const clean = '---\nreport: project-status\nrules:\n  missing-section: off\n---\n\nHeld <<meetings:12>> meetings.\n';

describe('sarif', () => {
  const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv as unknown as Parameters<typeof addFormats>[0]);
  const isSarif = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

  const run = async ({ check }: Folder, names: readonly string[]): Promise<Sarif> => {
    const { output } = await check(names, { format: 'sarif' });
    const log = JSON.parse(output);
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    return log;
  };

  it('validates, with and without findings, and where a file cannot be read', async () => {
    await inFolder({ 'a b.report.md': `😀${draft}`, '报告.report.md': draft, 'c.report.md': clean }, async (folder) => {
      const log = await run(folder, ['c.report.md', 'a b.report.md', 'c.report.md', '报告.report.md', 'none.md']);
      const [{ results, columnKind, invocations }] = log.runs;
      expect(columnKind).toBe('utf16CodeUnits');
      expect(results.map(({ ruleId }) => ruleId)).toEqual(Array(4).fill('untagged-mask'));
      expect(results.map(placeOf)).toEqual([
        'a%20b.report.md 1:9-1:11',
        'a%20b.report.md 1:17-1:20',
        `${encodeURIComponent('报告')}.report.md 1:7-1:9`,
        `${encodeURIComponent('报告')}.report.md 1:15-1:18`,
      ]);
      expect(invocations[0].executionSuccessful).toBe(false);
      expect(invocations[0].toolExecutionNotifications[0]?.message.text).toBe('there is no such file');
      expect((await run(folder, ['c.report.md'])).runs[0].results).toEqual([]);
      expect((await run(folder, ['c.report.md'])).runs[0].invocations[0].executionSuccessful).toBe(true);
    });
  });

  it('knows every rule with its help and its usual level', async () => {
    await inFolder({ 'a.report.md': draft }, async (folder) => {
      const { driver } = (await run(folder, ['a.report.md'])).runs[0].tool;
      expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
      for (const { help, fullDescription } of driver.rules) {
        expect(help.markdown).toMatch(/^## Why it matters\n\n[^]+\n\n## How to fix\n\n/);
        expect(fullDescription.text).toMatch(/^[A-Z`"][^\n]+\.$/);
      }
      const configured = Object.fromEntries(
        driver.rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration]),
      );
      expect(configured['set-phrase']?.enabled).toBe(false);
      expect(configured['missing-section']).toEqual({ enabled: true, level: 'error' });
    });
  });

  it('names a finding the same wherever its line moves to, and two on equal lines apart', async () => {
    const names = async (text: string): Promise<readonly string[]> => {
      let found: readonly string[] = [];
      await inFolder({ 'a.report.md': text }, async (folder) => {
        const { results } = (await run(folder, ['a.report.md'])).runs[0];
        found = results.map(({ partialFingerprints }) => partialFingerprints['ruleAndLine/v1'] ?? '');
      });
      return found;
    };
    const before = await names(`# 总结\n\n${draft}\n走访**户。\n`);
    expect(new Set(before).size).toBe(3);
    expect(await names(`# 总结\n\n另起一段。\n\n${draft}\n新的一段。\n\n走访**户。\n`)).toEqual(before);
    expect(await names(`# 总结\n\n${draft}\n走访***户。\n`)).not.toEqual(before);
    expect(new Set(await names(`走访**户。\n\n走访**户。\n`)).size).toBe(2);
  });
});

describe('github', () => {
  const lines = async (
    files: Readonly<Record<string, string>>,
    names: readonly string[],
  ): Promise<readonly string[]> => {
    let found: readonly string[] = [];
    await inFolder(files, async ({ check }) => {
      found = (await check(names, { format: 'github' })).output.trimEnd().split('\n');
    });
    return found;
  };

  it('gives each finding as a command with its place, and the sum in words', async () => {
    expect(await lines({ 'a.report.md': `# 总结\n\n${draft}` }, ['a.report.md'])).toEqual([
      expect.stringMatching(
        /^::warning file=a\.report\.md,line=3,endLine=3,col=7,endColumn=8,title=untagged-mask::The masked figure "\*\*次" /,
      ),
      expect.stringMatching(/^::warning file=a\.report\.md,line=3,endLine=3,col=15,endColumn=17,title=untagged-mask::/),
      expect.stringMatching(/^2 findings /),
    ]);
  });

  it('escapes what would end a property or the command', async () => {
    const name = 'a,b:c%d.report.md';
    const [first, second] = await lines({ [name]: '完成率<<rate:**>>%。\n' }, [name, 'none.md']);
    expect(first).toContain('file=a%2Cb%3Ac%25d.report.md,line=1,');
    expect(first).toMatch(/::The figure "rate" .*\(%25\)$/);
    expect(second).toBe('::error file=none.md::there is no such file');
  });

  it('leaves out the columns of a finding over several lines', () => {
    const text = github('en').file(
      fileWith('Two\nlines: 5 %', { start: { line: 1, character: 4 }, end: { line: 3, character: 0 } }),
    );
    expect(text).toBe('::error file=a.report.md,line=2,endLine=4,title=malformed-metric::Two%0Alines: 5 %25\n');
  });
});

describe('junit', () => {
  it('is well-formed: a suite a file, a failed case a finding, one passing case where there is none', async () => {
    await inFolder({ 'a&<"b.report.md': draft, 'c.report.md': clean }, async ({ check }) => {
      const { output } = await check(['a&<"b.report.md', 'c.report.md', 'none.md'], { format: 'junit' });
      const elements = readXml(output);
      const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
      expect(suites).toEqual([
        { name: 'a&<"b.report.md', tests: '2', failures: '2', errors: '0' },
        { name: 'c.report.md', tests: '1', failures: '0', errors: '0' },
        { name: 'none.md', tests: '1', failures: '0', errors: '1' },
      ]);
      expect(elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes['name'])).toEqual([
        'untagged-mask (1:7)',
        'untagged-mask (1:15)',
        'tallymark',
        'tallymark',
      ]);
      expect(elements.find(({ name }) => name === 'failure')?.attributes['message']).toContain('"**次" has no tag');
    });
  });

  it('takes a finding that does not make the run fail for a passed case', async () => {
    await inFolder({ 'a.report.md': draft }, async ({ check }) => {
      const { output, exitCode } = await check(['a.report.md'], { format: 'junit', failOn: 'error' });
      const elements = readXml(output);
      expect(exitCode).toBe(0);
      expect(elements.filter(({ name }) => name === 'failure')).toEqual([]);
      expect(elements.filter(({ name }) => name === 'system-out')).toHaveLength(2);
    });
  });

  it('leaves out what no XML can hold, and keeps the rest', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
    const format = junit('en', 'hint');
    const text = format.file(fileWith('a\u0000\u0008\u000b\u001b\ufffe\ud800b ]]> <!-- 😀 "\'\n\tc', range));
    const elements = readXml(format.head + text + format.tail(noFiles, []));
    expect(elements.find(({ name }) => name === 'failure')?.attributes['message']).toBe('ab ]]> <!-- 😀 "\'\n\tc');
  });
});

function fileWith(message: string, range: Range): Checked {
  return {
    path: 'a.report.md',
    template: null,
    templateTitle: undefined,
    metrics: { total: 0, filled: 0 },
    masks: [],
    diagnostics: [{ code: 'malformed-metric', severity: 'error', message: { en: message, zh: message }, range }],
    lineAt: () => '',
    shares: undefined,
  };
}

interface Result {
  readonly ruleId: string;
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region } },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly results: readonly Result[];
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
        },
      ];
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly help: { readonly markdown: string };
            readonly fullDescription: { readonly text: string };
            readonly defaultConfiguration: { readonly enabled: boolean; readonly level: string };
          }[];
        };
      };
    },
  ];
}

function placeOf({ locations: [{ physicalLocation }] }: Result): string {
  const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
  return `${physicalLocation.artifactLocation.uri} ${startLine}:${startColumn}-${endLine}:${endColumn}`;
}

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All elements in order; throws where the text is not well-formed. */
function readXml(text: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => void elements.push({ name, attributes }));
  parser.write(text).close();
  return elements;
}
