/** From a keystroke to its diagnostics: our server beside an echo of the same diagnostics and beside the peers, over standard streams and IPC. */
import { oursAndEcho, withFolder } from './lsp/fixture';
import { unifiedServer, vscodeMarkdown } from './lsp/contenders';
import { typeInto, type Effort, type Lane } from './lsp/typing';
import {
  kilobytes,
  ms,
  progress,
  ratioGoal,
  runPart,
  times,
  type Goal,
  type Options,
  type Outcome,
  type Table,
} from './part';
import { makeReport } from './reports';
import { summarise } from './timing';

type Findings = 'rich' | 'few';

interface Run {
  readonly size: number;
  readonly findings: Findings;
  readonly lanes: readonly Lane[];
}

await runPart({ quick: [10, 100, 1000], full: [10, 100, 1000, 10_000] }, (options) =>
  withFolder(async (folder): Promise<Outcome> => {
    const runs: Run[] = [];
    for (const findings of ['few', 'rich'] as const) {
      for (const size of options.sizes) {
        progress(`keystrokes at ${kilobytes(size)}, ${findings} findings`);
        runs.push({ size, findings, lanes: await runOne(size, findings, options, folder) });
      }
    }
    return {
      tables: [...runs.map(tableOf), kindTable(runs), beyondTable(runs)],
      goals: [...runs.flatMap(goalsOf), ...flatness(runs)],
    };
  }),
);

async function runOne(size: number, findings: Findings, { quick }: Options, folder: string): Promise<readonly Lane[]> {
  const text = makeReport({ size: size * 1000, findings });
  const effort: Effort = quick
    ? { warmUp: 40, keys: 100, budget: 3_000, patience: 15_000, specials: 3 }
    : { warmUp: 100, keys: 400, budget: 20_000, patience: 40_000, specials: 7 };
  const contenders = await oursAndEcho(text, folder, effort.patience);
  // At 10 MB the peers take minutes for a key, or end for lack of memory.
  const peers = size > 1000 ? [] : [unifiedServer(false), unifiedServer(true), await vscodeMarkdown()];
  return typeInto([...contenders, ...peers], text, folder, effort);
}

function tableOf({ size, findings, lanes }: Run): Table {
  return {
    title: `Keystroke to diagnostics, ${kilobytes(size)}, ${findings} findings`,
    columns: [
      'Server',
      'found',
      'keys',
      'median',
      'p95',
      '× echo',
      'p95 × echo',
      'opening',
      'burst of 50',
      'fence',
      'fence p95',
    ],
    rows: lanes.map((lane) => {
      const { median, p95, samples } = summarise(lane.keys.map(({ time }) => time));
      const base = echoOf(lane, lanes);
      const bursts = summarise(lane.bursts);
      const fences = summarise(lane.fences);
      return [
        lane.contender.name,
        String(lane.diagnostics),
        String(samples),
        ms(median),
        ms(p95),
        times(median / (base?.median ?? NaN)),
        times(p95 / (base?.p95 ?? NaN)),
        ms(lane.opening),
        ms(bursts.median),
        ms(fences.median),
        ms(fences.p95),
      ];
    }),
    notes: [
      'Burst: from the last of 50 keys sent at once to its diagnostics. Fence: a line ``` put in and taken out again.',
      ...lanes.flatMap(({ contender, remark }) => (remark === undefined ? [] : [`${contender.name}: ${remark}.`])),
      ...lanes.flatMap(({ contender, extraPushes }) =>
        extraPushes > 0 ? [`${contender.name} pushed ${extraPushes} times more for a version it had answered.`] : [],
      ),
      ...(size > 1000
        ? []
        : ['vscode-markdown-languageserver spends most of its time on looking for autolinks in a text full of `<<`.']),
      ...(size > 1000
        ? ['The peers are left out: what they take at 1 MB says that a key would take them more than 20 s.']
        : []),
    ],
  };
}

/** The echo that goes the same way; the peers are set beside the one over standard streams. */
function echoOf(
  { contender: { transport, diagnostics } }: Lane,
  lanes: readonly Lane[],
): { readonly median: number; readonly p95: number } | undefined {
  const echo = lanes.find(
    ({ contender }) =>
      contender.name.startsWith('echo') && contender.transport === transport && contender.diagnostics === diagnostics,
  );
  return echo && summarise(echo.keys.map(({ time }) => time));
}

/** What each kind of key costs in ours and in the echo, pushed over standard streams. */
function kindTable(runs: readonly Run[]): Table {
  const kinds = [...new Set(runs.flatMap(({ lanes }) => lanes.flatMap(({ keys }) => keys.map(({ kind }) => kind))))];
  return {
    title: 'What each kind of key costs, pushed over standard streams: ours, p95, echo (few findings)',
    columns: ['Key', ...runs.flatMap((run) => (run.findings === 'few' ? [kilobytes(run.size), 'p95', 'echo'] : []))],
    rows: kinds.map((kind) => [
      kind,
      ...runs.flatMap((run) => {
        if (run.findings !== 'few') return [];
        const [mine, echo] = ['Tallymark, push', 'echo, push'].map((name) =>
          summarise(
            run.lanes
              .filter(({ contender }) => contender.name === name)
              .flatMap(({ keys }) => keys.flatMap((key) => (key.kind === kind ? [key.time] : []))),
          ),
        );
        return [ms(mine?.median ?? NaN), ms(mine?.p95 ?? NaN), ms(echo?.median ?? NaN)];
      }),
    ]),
    notes: [],
  };
}

function beyondTable(runs: readonly Run[]): Table {
  return {
    title: 'What ours takes beyond the echo, medians',
    columns: ['Way', ...runs.map(({ size, findings }) => `${kilobytes(size)}, ${findings}`)],
    rows: ['push', 'pull', 'push, IPC'].map((way) => [way, ...runs.map((run) => ms(beyond(run, way)))]),
    notes: [],
  };
}

function beyond({ lanes }: Run, way: string): number {
  const [mine, echo] = [`Tallymark, ${way}`, `echo, ${way}`].map((name) => {
    const lane = lanes.find(({ contender }) => contender.name === name);
    return summarise((lane?.keys ?? []).map(({ time }) => time)).median;
  });
  return (mine ?? NaN) - (echo ?? NaN);
}

function goalsOf({ size, findings, lanes }: Run): readonly Goal[] {
  return lanes
    .filter(({ contender }) => contender.name.startsWith('Tallymark'))
    .flatMap((lane) => {
      const base = echoOf(lane, lanes);
      if (base === undefined) return [];
      const { median, p95 } = summarise(lane.keys.map(({ time }) => time));
      const what = `keystroke, ${kilobytes(size)}, ${findings}, ${lane.contender.name.slice(11)}`;
      return [
        ratioGoal(`${what}: median × echo`, median / base.median, 1.5),
        ratioGoal(`${what}: p95 × echo`, p95 / base.p95, 2),
      ];
    });
}

/** The cost beyond the echo at the largest size over that at 100 KB, where the findings are few at both. */
function flatness(runs: readonly Run[]): readonly Goal[] {
  const few = runs.filter(({ findings, size }) => findings === 'few' && size >= 100);
  const [first, last] = [few[0], few.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return ['push', 'push, IPC'].map((way) => {
    const [before, after] = [beyond(first, way), beyond(last, way)];
    const what = `cost beyond the echo, ${way}: ${kilobytes(last.size)} over ${kilobytes(first.size)}, in ms`;
    return { what, value: after - before, goal: 'flat: at most 1 ms more', isMet: after - before <= 1 };
  });
}
