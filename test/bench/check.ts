/** Checking many files from the command line: `tallymark check` beside markdownlint-cli2 and remark-cli, with time and memory. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withFolder } from './lsp/fixture';
import { here, ms, progress, root, runPart, times, type Goal, type Options, type Outcome } from './part';
import { locate } from './parsers';
import { makeReport } from './reports';
import { summarise } from './timing';

interface Checker {
  readonly name: string;
  /** Arguments of Node, to check all reports in the folder. */
  arguments(folder: string): readonly string[];
  /** With more files than this it takes too long. */
  readonly most: number;
}

interface Result {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const mine = 'tallymark check';
const rival = 'markdownlint-cli2';

await runPart({ quick: [], full: [] }, (options) =>
  withFolder(async (folder): Promise<Outcome> => {
    const rows: string[][] = [];
    const goals: Goal[] = [];
    for (const count of options.quick ? [100, 1_000] : [100, 1_000, 10_000]) {
      const results = await checkAll(count, folder, options);
      const speed = (name: string): number =>
        count / (summarise(results.get(name)?.map(millisecondsOf) ?? []).median / 1000);
      for (const [name, runs] of results) {
        const { median, samples } = summarise(runs.map(millisecondsOf));
        const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
        rows.push([
          `${name}, ${count.toLocaleString('en')} files`,
          ms(median),
          speed(name).toFixed(0),
          times(speed(name) / speed(rival)),
          peak.toFixed(0),
          String(samples),
        ]);
      }
      const ratio = speed(mine) / speed(rival);
      const peak = Math.max(...(results.get(mine) ?? []).map(({ megabytes }) => megabytes));
      const what = `check of ${count.toLocaleString('en')} files`;
      goals.push({ what: `${what}: files a second × ${rival}`, value: ratio, goal: 'at least 3×', isMet: ratio >= 3 });
      goals.push({ what: `${what}: peak MB`, value: peak, goal: 'at most 500', isMet: peak <= 500 });
    }
    return {
      tables: [
        {
          title: 'Checking reports of 10 KB (rich findings), output to a file',
          columns: ['Program', 'time', 'files/s', `× ${rival}`, 'peak MB', 'runs'],
          rows,
          notes: [
            'markdownlint-cli2 with its default rules; remark-cli with GFM, front matter and the recommended lint rules.',
            'remark-cli is run on 1,000 files at most.',
          ],
        },
      ],
      goals,
    };
  }),
);

function checkers({ quick }: Options): readonly Checker[] {
  return [
    {
      name: mine,
      arguments: (folder) => [join(root, 'dist/cli.js'), 'check', `${folder}/**/*.report.md`, '--format', 'json'],
      most: Infinity,
    },
    {
      name: rival,
      arguments: (folder) => [
        join(dirname(locate('markdownlint-cli2')), 'markdownlint-cli2-bin.mjs'),
        `${folder}/**/*.report.md`,
      ],
      most: Infinity,
    },
    {
      name: 'remark-cli',
      arguments: (folder) => [
        join(here, 'node_modules/remark-cli/cli.js'),
        folder,
        '--quiet',
        '--no-stdout',
        '--no-config',
        ...['remark-gfm', 'remark-frontmatter', 'remark-preset-lint-recommended'].flatMap((name) => [
          '--use',
          locate(name),
        ]),
      ],
      most: quick ? 100 : 1_000,
    },
  ];
}

/** In turn; the fewer the files, the more often. */
async function checkAll(
  count: number,
  folder: string,
  options: Options,
): Promise<ReadonlyMap<string, readonly Result[]>> {
  const reports = join(folder, `reports-${count}`);
  progress(`making ${count.toLocaleString('en')} reports`);
  for (let at = 0; at < count; at++) {
    const directory = join(reports, String(Math.floor(at / 500)));
    if (at % 500 === 0) mkdirSync(directory, { recursive: true });
    const text = makeReport({ size: 9_000, findings: 'rich', seed: at });
    writeFileSync(join(directory, `${at}.report.md`), text);
  }
  const results = new Map<string, Result[]>();
  const rounds = options.quick || count >= 10_000 ? (count > 100 ? 1 : 2) : count >= 1_000 ? 3 : 5;
  for (let round = 0; round < rounds; round++) {
    for (const { name, arguments: argumentsFor, most } of checkers(options)) {
      if (count > most) continue;
      progress(`${name}, ${count.toLocaleString('en')} files, run ${round + 1} of ${rounds}`);
      results.set(name, [...(results.get(name) ?? []), await run(argumentsFor(reports), folder)]);
    }
  }
  return results;
}

async function run(command: readonly string[], folder: string): Promise<Result> {
  const memory = join(folder, 'peak-memory');
  const output = openSync(join(folder, 'output'), 'w');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(join(here, 'servers/peakMemory.mjs')).href, ...command],
    { cwd: folder, stdio: ['ignore', output, output], env: { ...process.env, PEAK_MEMORY: memory, NO_COLOR: '1' } },
  );
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    });
    const milliseconds = performance.now() - start;
    // Findings make the programs end with 1; anything else is a fault of the measurement.
    if (code !== 0 && code !== 1)
      throw new Error(
        `${command.join(' ')} ended with ${code}: ${readFileSync(join(folder, 'output'), 'utf8').slice(-500)}`,
      );
    return { milliseconds, megabytes: (Number(readFileSync(memory, 'utf8')) * 1024) / 1_000_000 };
  } finally {
    process.removeListener('exit', kill);
    closeSync(output);
  }
}

function millisecondsOf({ milliseconds }: Result): number {
  return milliseconds;
}
