/** Parsing and reparsing in one process: ours beside remark-parse, micromark, markdown-it, commonmark and @lezer/markdown. */
import { parseEdit, parseText, parseTrees } from './ours';
import { kilobytes, ms, progress, ratioGoal, runPart, times, type Goal, type Options, type Outcome } from './part';
import { incrementalLezer, loadParsers } from './parsers';
import { createRandom } from './random';
import { makeReport } from './reports';
import { createForecast, race, type Contender, type Summary } from './timing';

const ours = 'Tallymark';
const withTrees = `${ours}, with the tree of every block`;
const remark = 'remark-parse + GFM + front matter';

await runPart({ quick: [10, 100], full: [10, 100, 1000] }, async (options): Promise<Outcome> => {
  const full = await parseFull(options);
  const edits = await parseEdits(options);
  return {
    tables: [
      {
        title: 'Full parse of a report (rich in blanks)',
        columns: ['Parser', ...full.flatMap(({ size }) => [kilobytes(size), 'p95', '× ours'])],
        rows: rowsOf(full),
        notes: full.flatMap(({ omitted }) => omitted),
      },
      {
        title: 'After one keystroke',
        columns: ['Parser', ...edits.flatMap(({ size }) => [kilobytes(size), 'p95', '× ours'])],
        rows: rowsOf(edits),
        notes: ['All parsers that are not named here parse the whole text again.'],
      },
    ],
    goals: [...full.flatMap(goalOf), ...edits.flatMap(editGoalOf)],
  };
});

interface Result {
  readonly size: number;
  readonly times: ReadonlyMap<string, Summary>;
  readonly omitted: readonly string[];
}

async function parseFull({ quick, sizes }: Options): Promise<readonly Result[]> {
  const parsers = await loadParsers();
  const forecast = createForecast();
  const limit = quick ? 4_000 : 40_000;
  const results: Result[] = [];
  for (const size of sizes) {
    progress(`full parse of ${kilobytes(size)}`);
    const text = makeReport({ size: size * 1000, findings: 'rich' });
    const all: Contender[] = [
      { name: ours, run: () => parseText(text) },
      { name: withTrees, run: () => parseTrees(text) },
      ...parsers.map(({ name, parse }): Contender => ({ name, run: () => parse(text) })),
    ];
    const isLate = ({ name }: Contender): boolean => forecast.expected(name, size) > limit;
    const measured = await race(
      all.filter((contender) => !isLate(contender)),
      { rounds: quick ? 15 : 60, budget: quick ? 1_500 : 10_000 },
    );
    for (const [name, { median }] of measured) forecast.note(name, size, median);
    const omitted = all
      .filter(isLate)
      .map(({ name }) => `${name} at ${kilobytes(size)}: left out, about ${ms(forecast.expected(name, size))}.`);
    results.push({ size, times: measured, omitted });
  }
  return results;
}

/** Characters are put in at seeded places, each into the text that the ones before have left. */
async function parseEdits({ quick, sizes }: Options): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const size of sizes) {
    progress(`keystrokes in ${kilobytes(size)}`);
    const text = makeReport({ size: size * 1000, findings: 'rich' });
    const random = createRandom(size);
    const places = Array.from({ length: 997 }, () => 1_000 + random.below(text.length - 2_000));
    const placeOf = (turn: number): number => places[turn % places.length] ?? 0;
    let parsed = parseText(text);
    const lezer = await incrementalLezer(text);
    const measured = await race(
      [
        {
          name: ours,
          run: (turn) => (parsed = parseEdit(parsed, placeOf(turn), placeOf(turn), '字')),
        },
        { name: '@lezer/markdown, incremental', run: (turn) => lezer.insert(placeOf(turn), '字') },
      ],
      { rounds: quick ? 60 : 300, budget: quick ? 1_500 : 10_000 },
    );
    results.push({ size, times: measured, omitted: [] });
  }
  return results;
}

function rowsOf(results: readonly Result[]): readonly (readonly string[])[] {
  const names = new Set(results.flatMap((result) => [...result.times.keys()]));
  return [...names].map((name) => [
    name,
    ...results.flatMap((result) => {
      const time = result.times.get(name);
      if (time === undefined) return ['–', '–', '–'];
      return [ms(time.median), ms(time.p95), times(time.median / (result.times.get(ours)?.median ?? NaN))];
    }),
  ]);
}

function goalOf({ size, times: measured }: Result): readonly Goal[] {
  const theirs = measured.get(remark);
  return [ours, withTrees].flatMap((name) => {
    const mine = measured.get(name);
    if (mine === undefined || theirs === undefined) return [];
    return [ratioGoal(`${name}, ${kilobytes(size)}, beside remark-parse`, mine.median / theirs.median, 1)];
  });
}

function editGoalOf({ size, times: measured }: Result): readonly Goal[] {
  const [mine, theirs] = [measured.get(ours), measured.get('@lezer/markdown, incremental')];
  if (mine === undefined || theirs === undefined) return [];
  const value = mine.median / theirs.median;
  return [{ what: `reparse, ${kilobytes(size)}, beside @lezer/markdown`, value, goal: '(no goal)', isMet: true }];
}
