/** What a server's process holds after it has opened a report, and after 200 keys in it. */
import { echo, ours, unifiedServer, vscodeMarkdown, ways } from './lsp/contenders';
import { withFolder } from './lsp/fixture';
import { residentMegabytes } from './lsp/residentMemory';
import { startSession, type Contender } from './lsp/session';
import { createTypist } from './lsp/typist';
import { kilobytes, progress, runPart, type Goal, type Outcome } from './part';
import { createRandom } from './random';
import { makeReport } from './reports';

/** In megabytes, after opening a report of so many kilobytes. */
const wanted: ReadonlyMap<number, number> = new Map([
  [10, 60],
  [100, 60],
  [1000, 70],
  [10_000, 100],
]);

await runPart({ quick: [10, 100, 1000], full: [10, 100, 1000, 10_000] }, ({ sizes, quick }) =>
  withFolder(async (folder): Promise<Outcome> => {
    const [way] = ways;
    if (way === undefined) throw new Error('No way to speak to the server is known.');
    const mine = ours(way);
    const rows: string[][] = [];
    const goals: Goal[] = [];
    const notes = [
      'In MB: after opening / after 200 keys / at most. A peer gets no more keys than fit into some seconds.',
    ];
    for (const contender of [mine, echo(way), unifiedServer(false), await vscodeMarkdown()]) {
      const row = [contender.name];
      for (const size of sizes) {
        progress(`memory of ${contender.name} at ${kilobytes(size)}`);
        const isPeer = contender !== mine && !contender.name.startsWith('echo');
        if (isPeer && size > (quick ? 100 : 1000)) {
          row.push('–', '–', '–');
          continue;
        }
        try {
          const found = await memoryOf(contender, size, folder);
          row.push(...[found.opened, found.edited, found.peak].map((value) => value.toFixed(0)));
          const goal = wanted.get(size);
          if (contender === mine && goal !== undefined)
            goals.push({
              what: `memory after opening ${kilobytes(size)}, MB`,
              value: found.opened,
              goal: `at most ${goal}`,
              isMet: found.opened <= goal,
            });
        } catch (error) {
          row.push('–', '–', '–');
          notes.push(`${contender.name} at ${kilobytes(size)}: ${String(error).slice(0, 120)}`);
        }
      }
      rows.push(row);
    }
    return {
      tables: [
        {
          title: 'Resident memory (few findings)',
          columns: ['Server', ...sizes.flatMap((size) => [kilobytes(size), '200 keys', 'peak'])],
          rows,
          notes,
        },
      ],
      goals,
    };
  }),
);

async function memoryOf(
  contender: Contender,
  size: number,
  folder: string,
): Promise<{ readonly opened: number; readonly edited: number; readonly peak: number }> {
  const text = makeReport({ size: size * 1000, findings: 'few' });
  const session = await startSession(contender, folder, 60_000);
  try {
    await session.open(text);
    const opened = residentMegabytes(session.pid).now;
    const typist = createTypist(text, createRandom(size));
    for (let count = 0, spent = 0; count < 200 && spent < 10_000; count++) {
      const { change } = typist.next();
      spent += (await session.type(change, typist.text)).time;
    }
    const { now, peak } = residentMegabytes(session.pid);
    return { opened, edited: now, peak };
  } finally {
    await session.stop();
  }
}
