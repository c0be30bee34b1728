/** A folder of thousands of reports: how long its index takes, what it holds, what is asked of it, and whether typing is held up. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ours, ways } from './lsp/contenders';
import { withFolder } from './lsp/fixture';
import { residentMegabytes } from './lsp/residentMemory';
import { startSession } from './lsp/session';
import { createTypist } from './lsp/typist';
import { ms, progress, runPart, type Goal, type Outcome } from './part';
import { createRandom } from './random';
import { makeReport } from './reports';
import { summarise } from './timing';

/** Different texts. */
const kinds = 8;
/** How many reports use the metric that is renamed. */
const users = 1000;

/** In thousands of reports of 10 KB. */
await runPart({ quick: [1], full: [1, 10] }, ({ sizes }) =>
  withFolder(async (folder): Promise<Outcome> => {
    const rows: string[][] = [];
    const goals: Goal[] = [];
    for (const size of sizes) {
      progress(`a workspace of ${size},000 reports`);
      const found = await measure(size * 1000, join(folder, String(size)));
      rows.push([
        `${size},000`,
        ms(found.cold),
        ms(found.warm),
        ms(found.touched),
        ms(found.references),
        `${ms(found.rename)} (${found.renamed})`,
        ms(found.quiet),
        ms(found.busy),
        `${found.before.toFixed(0)} → ${found.after.toFixed(0)}`,
      ]);
      const limit = (what: string, value: number, most: number, unit: string): void => {
        goals.push({
          what: `${size},000 reports: ${what}`,
          value,
          goal: `at most ${most} ${unit}`,
          isMet: value <= most,
        });
      };
      limit('index, cold, s', found.cold / 1000, 1.5 * size, 's');
      limit('memory with the index, MB', found.after, 300, 'MB');
      limit('rename in 1,000 reports, s', found.rename / 1000, 2, 's');
      limit('a key while the index builds, p95 over that of a quiet server, ms', found.busy - found.quiet, 20, 'ms');
    }
    return {
      tables: [
        {
          title: 'A workspace of reports of 10 KB',
          notes: [
            'Cold: the first search for a symbol, which reads every file. Touched: the same after one file has changed.',
            'Rename: of a metric that 1,000 reports use. Keys: p95 to diagnostics in an open report of 10 KB. Memory in MB.',
          ],
          columns: [
            'Reports',
            'cold',
            'warm',
            'touched',
            'references',
            'rename',
            'key, quiet',
            'key, indexing',
            'memory',
          ],
          rows,
        },
      ],
      goals,
    };
  }),
);

interface Found {
  readonly cold: number;
  readonly warm: number;
  readonly touched: number;
  readonly references: number;
  readonly rename: number;
  readonly renamed: number;
  readonly quiet: number;
  readonly busy: number;
  readonly before: number;
  readonly after: number;
}

async function measure(count: number, folder: string): Promise<Found> {
  mkdirSync(folder, { recursive: true });
  const bodies = Array.from({ length: kinds }, (_, seed) => makeReport({ size: 10_000, findings: 'rich', seed }));
  for (let at = 0; at < count; at++) {
    const body = bodies[at % kinds] ?? '';
    const shared = at % Math.max(1, Math.floor(count / users)) === 0 ? '\n共召开会议<<shared-metric:12>>次。\n' : '';
    // Of no template, so that a name means the same only where a report names it so; each is a little different.
    writeFileSync(
      join(folder, `r${at}.report.md`),
      `${body.replace(/^report: .*$/m, 'report: own-kind')}${shared}\n第${at}份。\n`,
    );
  }
  const [way] = ways;
  if (way === undefined) throw new Error('No way to speak to the server is known.');
  const session = await startSession(ours(way), folder, 180_000);
  try {
    const text = `${bodies[0]?.replace(/^report: .*$/m, 'report: own-kind') ?? ''}\n共召开会议<<shared-metric:12>>次。\n`;
    await session.open(text);
    const typist = createTypist(text, createRandom(1));
    const keys = async (isOver: () => boolean, least: number): Promise<number> => {
      const times: number[] = [];
      while (times.length < least || !isOver()) {
        const { change } = typist.next();
        times.push((await session.type(change, typist.text)).time);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return summarise(times).p95;
    };
    await keys(() => true, 60);
    const quiet = await keys(() => true, 60);
    const before = residentMegabytes(session.pid).now;
    let isOver = false;
    const search = session.ask('workspace/symbol', { query: '工作' }).finally(() => (isOver = true));
    const busy = await keys(() => isOver, 20);
    const cold = (await search).time;
    const after = residentMegabytes(session.pid).now;
    const warm = (await session.ask('workspace/symbol', { query: '工作' })).time;
    writeFileSync(join(folder, 'r1.report.md'), `${bodies[1] ?? ''}\n改过。\n`);
    session.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'r1.report.md')).href, type: 2 }],
    });
    const touched = (await session.ask('workspace/symbol', { query: '工作' })).time;
    const lines = typist.text().split('\n');
    const line = lines.findLastIndex((each) => each.includes('<<shared-metric'));
    const position = { line, character: (lines[line] ?? '').indexOf('<<shared-metric') + 4 };
    const references = (
      await session.ask('textDocument/references', { position, context: { includeDeclaration: true } })
    ).time;
    const renamed = await session.ask('textDocument/rename', { position, newName: 'renamed-metric' });
    const { documentChanges } = renamed.result as { readonly documentChanges: readonly unknown[] };
    return {
      ...{ cold, warm, touched, references, quiet, busy, before, after },
      rename: renamed.time,
      renamed: documentChanges.length,
    };
  } finally {
    await session.stop();
  }
}
