/** The examples for pre-commit and GitHub Actions: their commands run as they stand, against the bundle. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { read, root } from '../tidy/project';
import { createProgram } from '../../server/src/cli/program';
import { createTerminal } from '../../server/src/cli/terminal';
import { inFolder } from './run';

const passing = '# Status\n\nHeld <<meetings:12>> meetings.\n';
const draft = '# Status\n\nHeld <<meetings:**>> meetings.\n';
const failing = '# Status\n\nHeld <<meetings:12>> meetings, later <<meetings:13>>.\n';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly files: string;
}

const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[];
const { repos } = parse(read('examples/ci/pre-commit-config.yaml')) as { repos: readonly { hooks: readonly Hook[] }[] };
const workflow = parse(read('examples/ci/github-actions.yml')) as {
  jobs: { check: { steps: readonly { name?: string; run?: string }[] } };
};
const stepNamed = (name: string): string =>
  workflow.jobs.check.steps.find((step) => step.name === name)?.run ?? `There is no step "${name}".`;

// Made here, so that no other test finds it half written.
const bundles = join(root, 'node_modules/.tallymark-ci');

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', `--to=${bundles}`, 'cli'], { cwd: root });
});

afterAll(() => rmSync(bundles, { recursive: true, force: true }));

/** Runs a command with `tallymark` on the path and the bundle where the workflow builds it. */
function run(command: string, folder: string): { readonly exitCode: number | null; readonly output: string } {
  const env = { ...process.env, PATH: `${join(folder, '.bin')}${delimiter}${process.env['PATH'] ?? ''}`, LC_ALL: 'C' };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { exitCode: status, output: stdout + stderr };
}

async function inRepository(files: Readonly<Record<string, string>>, test: (path: string) => void): Promise<void> {
  await inFolder(files, async ({ path }) => {
    mkdirSync(join(path, '.bin'));
    mkdirSync(join(path, '.tallymark'));
    symlinkSync(join(bundles, 'cli.js'), join(path, '.bin/tallymark'));
    symlinkSync(bundles, join(path, '.tallymark/dist'));
    test(path);
  });
}

describe('pre-commit', () => {
  const files = { 'a.report.md': passing, 'b.report.md': draft, 'c.report.md': failing, 'README.md': failing };
  const runHook = (hook: Hook, staged: readonly string[], folder: string): ReturnType<typeof run> => {
    const names = staged.filter((name) => new RegExp(hook.files).test(name));
    return run([hook.entry, ...(hook.args ?? []), ...names].join(' '), folder);
  };

  const cases = [
    ['the hook that is offered', hooks.find(({ id }) => id === 'tallymark')],
    ['the example', repos[0]?.hooks[0]],
  ] as const;
  it.each(cases)('%s lets drafts pass and errors not', async (_title, hook) => {
    if (hook === undefined) throw new Error('There is no such hook.');
    await inRepository(files, (folder) => {
      expect(runHook(hook, ['a.report.md', 'b.report.md', 'README.md'], folder).exitCode).toBe(0);
      const { exitCode, output } = runHook(hook, ['a.report.md', 'c.report.md'], folder);
      expect(exitCode).toBe(1);
      expect(output).toContain('conflicting-metric');
    });
  });

  it('the hook for final reports lets no blank pass', async () => {
    const final = hooks.find(({ id }) => id === 'tallymark-final');
    if (final === undefined) throw new Error('There is no such hook.');
    await inRepository(files, (folder) => {
      expect(runHook(final, ['a.report.md'], folder).exitCode).toBe(0);
      expect(runHook(final, ['b.report.md'], folder).exitCode).toBe(1);
    });
  });
});

describe('GitHub Actions', () => {
  it('fails on errors and shows them at their lines', async () => {
    await inRepository({ 'a.report.md': passing, 'b.report.md': draft }, (folder) => {
      const { exitCode, output } = run(stepNamed('Fail on errors'), folder);
      expect(exitCode).toBe(0);
      expect(output).toContain('::warning file=b.report.md,line=3,');
    });
    await inRepository({ 'a.report.md': passing, 'c.report.md': failing }, (folder) => {
      const { exitCode, output } = run(stepNamed('Fail on errors'), folder);
      expect(exitCode).toBe(1);
      expect(output).toContain('::error file=c.report.md,line=3,');
      expect(output).not.toContain('a.report.md');
    });
  });

  it('collects the findings without failing, and fails where there is nothing to check', async () => {
    await inRepository({ 'c.report.md': failing }, (folder) => {
      expect(run(stepNamed('Collect all findings'), folder).exitCode).toBe(0);
      const log = JSON.parse(readFileSync(join(folder, 'tallymark.sarif'), 'utf8'));
      expect(log.runs[0].results.length).toBeGreaterThan(0);
      expect(log.runs[0].tool.driver.version).toBe(JSON.parse(read('package.json')).version);
    });
    await inRepository({}, (folder) => {
      expect(run(stepNamed('Collect all findings'), folder).exitCode).not.toBe(0);
    });
  });

  it('builds as this repository is built', () => {
    const [, script = ''] = /npm run (\w+)/.exec(stepNamed('Build Tallymark')) ?? [];
    expect(JSON.parse(read('package.json')).scripts[script]).toBe('node esbuild.mjs');
  });
});

describe('the bundle', () => {
  it('checks many files on several threads as it checks few', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [
        `r${String(index).padStart(2, '0')}.report.md`,
        index % 2 === 0 ? failing : draft,
      ]),
    );
    await inRepository({ ...many, 'tallymark.yaml': 'rules:\n  unfilled-metric: error\n' }, (folder) => {
      const { output, exitCode } = run('tallymark check --summary --format sarif', folder);
      expect(exitCode).toBe(1);
      const { results } = JSON.parse(output).runs[0];
      const few = JSON.parse(run('tallymark check r0*.report.md --summary --format sarif', folder).output).runs[0]
        .results;
      expect(results.slice(0, few.length)).toEqual(few);
      expect(new Set(results.map(({ level }: { level: string }) => level))).toEqual(new Set(['error']));
      expect(results).toHaveLength(80);
    });
  });

  it('runs the commands that it loads when they run', async () => {
    await inRepository({ 'a.report.md': draft }, (folder) => {
      expect(run('tallymark explain unfilled-metric', folder).output).toContain('What it checks');
      expect(run('tallymark derive a.report.md --id own', folder).output).toContain('\nid: own\n');
      expect(run('tallymark questions a.report.md', folder).output).toContain('| meetings | How much is');
      const answer = 'printf "id,answer\\nmeetings,12\\n" | tallymark answers - a.report.md';
      expect(run(answer, folder).output).toContain('<<meetings:12>>');
      expect(run('tallymark check --fail-on eror', folder).exitCode).toBe(2);
    });
  });
});

it('every command, argument and option is explained in two languages, and the readme has them all', () => {
  const readme = read('README.md');
  const section = readme.slice(readme.indexOf('## On the command line'), readme.indexOf('## The dialect'));
  const { program } = createProgram(createTerminal(process), []);
  expect(program.commands.map((command) => command.name())).toHaveLength(8);
  for (const command of program.commands) {
    expect(section).toContain(`| \`${command.name()}`);
    for (const { description } of [...command.registeredArguments, ...command.options])
      expect(description).toMatch(/\p{Script=Han}/u);
    expect(command.description()).toMatch(/[a-z].* · .*\p{Script=Han}/u);
    for (const { long } of command.options)
      expect(section, `${command.name()} ${long}`).toMatch(new RegExp(`${long}\\b`));
  }
});
