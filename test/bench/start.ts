/** From starting the process to the answer to `initialize`, in turn: our server, the echo server, and the peers. */
import { echo, ours, unifiedServer, vscodeMarkdown, ways } from './lsp/contenders';
import { withFolder } from './lsp/fixture';
import { startSession, type Contender } from './lsp/session';
import { ms, progress, ratioGoal, runPart, times, type Outcome } from './part';
import { makeReport } from './reports';
import { summarise } from './timing';

interface Times {
  readonly initialize: number[];
  readonly ready: number[];
}

await runPart({ quick: [], full: [] }, ({ quick }) =>
  withFolder(async (folder): Promise<Outcome> => {
    const [stdio, , ipc] = ways;
    const contenders: Contender[] = [];
    for (const way of [stdio, ipc]) if (way !== undefined) contenders.push(ours(way), echo(way));
    contenders.push(unifiedServer(false), await vscodeMarkdown());
    const text = makeReport({ size: 10_000, findings: 'few' });
    const all = new Map<Contender, Times>(contenders.map((one) => [one, { initialize: [], ready: [] }]));
    progress('starts');
    for (let round = 0; round < (quick ? 15 : 40); round++) {
      for (const [contender, { initialize, ready }] of all) {
        const session = await startSession(contender, folder, 20_000);
        try {
          const { time } = await session.open(text);
          // The first start of each reads files that the later ones find in the system's cache.
          if (round > 0) initialize.push(session.initializeTime);
          if (round > 0) ready.push(session.initializeTime + time);
        } finally {
          await session.stop();
        }
      }
    }
    const base = (contender: Contender): Times | undefined =>
      [...all].find(([{ name, transport }]) => name.startsWith('echo') && transport === contender.transport)?.[1];
    const rows = [...all].map(([contender, { initialize, ready }]) => {
      const start = summarise(initialize);
      const first = summarise(ready);
      const echoed = base(contender);
      return {
        name: contender.name,
        ratio: start.median / summarise(echoed?.initialize ?? []).median,
        cells: [ms(start.median), ms(start.p95), ms(first.median), ms(first.p95)],
      };
    });
    return {
      tables: [
        {
          title:
            'Start: from starting the process to the answer to `initialize`, and to the first diagnostics of a report of 10 KB',
          columns: ['Server', 'initialize', 'p95', '× echo', 'first diagnostics', 'p95'],
          rows: rows.map(({ name, ratio, cells: [a = '', b = '', c = '', d = ''] }) => [
            name,
            a,
            b,
            times(ratio),
            c,
            d,
          ]),
          notes: ['The echo publishes nothing here.'],
        },
      ],
      goals: rows
        .filter(({ name }) => name.startsWith('Tallymark'))
        .map(({ name, ratio }) => ratioGoal(`start, ${name.slice(11)}: × echo`, ratio, 1.5)),
    };
  }),
);
