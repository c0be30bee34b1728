/** What twice the text costs: the time for 2n over the time for n, on texts that have made parsers slow and on plain ones. */
import { countFindings, parseText } from './ours';
import { ms, progress, ratioGoal, runPart, times, type Goal, type Outcome } from './part';
import { makeReport } from './reports';

/** Makes a text of about so many characters. */
type Maker = (length: number) => string;

const repeated =
  (piece: string, before = ''): Maker =>
  (length) =>
    before + piece.repeat(Math.max(1, Math.round((length - before.length) / piece.length)));

/** A line that cannot hold so many levels ends with them. */
const nested =
  (level: string): Maker =>
  (length) =>
    `${level.repeat(Math.max(1, Math.round(length / level.length)))}甲`;

/** Each level of a list stands two columns further in, so the text grows with the square of its levels. */
const steps: Maker = (length) => {
  const levels = Math.max(1, Math.round(Math.sqrt(length)));
  return Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- 甲`).join('\n');
};

const makers: Readonly<Record<string, { readonly make: Maker; readonly length: number }>> = {
  '`<<`': { make: repeated('<<'), length: 200_000 },
  '`<<a:1`': { make: repeated('<<a:1'), length: 200_000 },
  '`*`': { make: repeated('*'), length: 200_000 },
  '`**a `': { make: repeated('**a '), length: 200_000 },
  '`a**`': { make: repeated('a**'), length: 200_000 },
  '`_a `': { make: repeated('_a '), length: 200_000 },
  '`[`': { make: repeated('['), length: 200_000 },
  '`![](`': { make: repeated('![]('), length: 200_000 },
  'backticks of growing length': {
    make: (length) => Array.from({ length: Math.sqrt(length * 2) }, (_, at) => '`'.repeat(at + 1)).join(' '),
    length: 200_000,
  },
  'list in list in a line': { make: nested('- '), length: 20_000 },
  'list in list by steps': { make: steps, length: 40_000 },
  'quote in quote': { make: nested('> '), length: 20_000 },
  'quotes and lists by turns': { make: nested('> - '), length: 20_000 },
  'a list of many items': { make: repeated('- 召开会议3次\n'), length: 400_000 },
  'many lists': { make: repeated('- 召开会议3次\n- 印发文件2份\n\n段落。\n\n'), length: 400_000 },
  'a table of many rows': {
    make: repeated('| 会议 | <<a>> |\n', '| 甲 | 乙 |\n| --- | --- |\n'),
    length: 400_000,
  },
  'a quote of many lines': { make: repeated('> 召开会议3次\n'), length: 400_000 },
  'one paragraph of many lines': { make: repeated('召开会议3次，\n'), length: 400_000 },
  'an open fence': { make: repeated('召开会议**次\n\n', '```\n'), length: 400_000 },
  'one line of text': { make: repeated('全年召开会议3次，印发文件2份。'), length: 5_000_000 },
  'one line of masks': { make: repeated('召开**次，'), length: 500_000 },
  'one line of tags': { make: repeated('召开<<a:**>>次，'), length: 500_000 },
  paragraphs: { make: repeated('全年召开会议3次，印发文件2份，均已办结。\n\n'), length: 500_000 },
  'paragraphs of masks': { make: repeated('全年召开会议**次，印发文件*份，均已办结。\n\n'), length: 500_000 },
  'paragraphs of tags': {
    make: (length) =>
      Array.from({ length: length / 22 }, (_, at) => `召开会议<<m-${at}:**>>次，均已办结。\n\n`).join(''),
    length: 500_000,
  },
  headings: {
    make: (length) => Array.from({ length: length / 14 }, (_, at) => `## ${at + 1}. 工作\n\n正文。\n\n`).join(''),
    length: 200_000,
  },
  'definitions and references': {
    make: (length) => Array.from({ length: length / 24 }, (_, at) => `[r${at}]: /u\n\n[r${at}]见前。\n\n`).join(''),
    length: 200_000,
  },
  'a made report': { make: (length) => makeReport({ size: length * 2, findings: 'rich' }), length: 500_000 },
};

/** In milliseconds; the ratio of shorter times is that of the noise in them. */
const shortestTime = 20;

await runPart({ quick: [], full: [] }, async ({ quick }): Promise<Outcome> => {
  const rows: string[][] = [];
  const goals: Goal[] = [];
  const notes = [
    'Times of the processor. n is lowered where 2n would take too long; 2 is linear, 4 is quadratic. Worst: of all doublings up to 2n that take 20 ms or more.',
  ];
  // The compiler must have seen all of the product before the first case is timed.
  for (let count = 0; count < 5; count++) countFindings(makeReport({ size: 50_000, findings: 'rich' }));
  for (const [name, { make, length }] of Object.entries(makers)) {
    progress(`growth: ${name}`);
    const row = [name];
    for (const [what, work] of [
      ['parse', parseText],
      ['check', countFindings],
    ] as const) {
      const found = attempt(() => growthOf(work, make, quick ? length / 4 : length, quick ? 3_000 : 15_000));
      if ('failure' in found) {
        row.push('fails', '–', '–', '–', '–');
        notes.push(`${name}, ${what}: ${found.failure}`);
        goals.push(ratioGoal(`growth of ${what}: ${name} (fails)`, NaN, 2.2));
        continue;
      }
      row.push(
        count(found.length),
        ms(found.once),
        ms(found.twice),
        times(found.twice / found.once),
        times(found.worst),
      );
      goals.push(ratioGoal(`growth of ${what}: ${name}`, found.worst, 2.2));
    }
    rows.push(row);
  }
  return {
    tables: [
      {
        title: 'Growth: time for n characters and for 2n, parsing alone and reading as `check` does',
        columns: ['Text', 'n', 'parse n', '2n', 'ratio', 'worst', 'n', 'check n', '2n', 'ratio', 'worst'],
        rows,
        notes,
      },
    ],
    goals,
  };
});

function attempt<Value>(work: () => Value): Value | { readonly failure: string } {
  try {
    return work();
  } catch (error) {
    return { failure: String(error).slice(0, 120) };
  }
}

/** The times of the last doubling, and the worst ratio of any doubling whose times are long enough to be told apart. */
interface Growth {
  readonly length: number;
  readonly once: number;
  readonly twice: number;
  readonly worst: number;
}

/** Goes up by doubling, so that a text which takes forever is found out while it is short. */
function growthOf(work: (text: string) => unknown, make: Maker, wanted: number, limit: number): Growth {
  let [length, once, twice] = [0, 0, 0];
  let worst = NaN;
  for (const part of [16, 8, 4, 2, 1, 0.5]) {
    const next = Math.round(wanted / part);
    const time = leastTime(work, make(next), limit);
    const ratio = time / twice;
    if (twice >= shortestTime && !(ratio <= worst)) worst = ratio;
    [length, once, twice] = [Math.round(next / 2), twice, time];
    // What grew fourfold will do so again, and is run three times. Two lengths are needed in any case.
    if (once > 0 && time * Math.max(2, once > shortestTime ? time / once : 2) * 3 > limit) break;
  }
  return { length, once, twice, worst: Number.isNaN(worst) ? twice / once : worst };
}

/** The least of a few times has the least noise. What takes very long is run once. */
function leastTime(work: (text: string) => unknown, text: string, limit: number): number {
  let least = Infinity;
  const start = performance.now();
  for (let round = 0; round < 7; round++) {
    const spent = performance.now() - start;
    if (round > 0 && spent > limit / 2) break;
    if (round > 2 && spent > limit / 10) break;
    least = Math.min(least, timeOf(work, text));
  }
  return least;
}

/** Of the processor, so that what else the machine does counts less. */
function timeOf(work: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
