/** What every part of the measurements shares: its options, its tables and goals, and where it writes them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Parts lie in this folder themselves: in a bundled program every module has the address of its entry. */
export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Options {
  /** Fewer samples and smaller sizes: to see that everything works, or a rough figure. */
  readonly quick: boolean;
  /** In KB of 1,000 bytes. */
  readonly sizes: readonly number[];
}

export interface Table {
  readonly title: string;
  /** Said under the table: what was left out and why, how it was measured. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure beside what it should be. Nothing fails by it. */
export interface Goal {
  readonly what: string;
  readonly value: number;
  readonly goal: string;
  readonly isMet: boolean;
}

export interface Outcome {
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
}

/** Runs a part with the options of its command line, and writes its outcome to the file that `--out` names. */
export async function runPart(
  defaultSizes: { readonly quick: readonly number[]; readonly full: readonly number[] },
  measure: (options: Options) => Promise<Outcome>,
): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, sizes: { type: 'string' }, out: { type: 'string' } },
  });
  const { quick, sizes, out } = values;
  const given = sizes?.split(',').map(Number);
  if (given?.some((size) => !(size > 0))) throw new Error(`--sizes takes kilobytes, as in 10,100,1000; not ${sizes}.`);
  const outcome = await measure({ quick, sizes: given ?? (quick ? defaultSizes.quick : defaultSizes.full) });
  for (const table of outcome.tables) console.log(`\n${layOut(table)}`);
  if (out !== undefined) writeFileSync(out, JSON.stringify(outcome, undefined, 2));
}

export function progress(text: string): void {
  console.error(`  … ${text}`);
}

export function ratioGoal(what: string, value: number, limit: number, isMet = value <= limit): Goal {
  return { what, value, goal: `at most ${limit}×`, isMet };
}

/** Three significant digits, with a unit that suits. */
export function ms(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ms`;
}

export function times(value: number): string {
  if (Number.isNaN(value)) return '–';
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)}×`;
}

export function kilobytes(size: number): string {
  return size >= 1000 ? `${size / 1000} MB` : `${size} KB`;
}

export function layOut({ title, notes, columns, rows }: Table): string {
  const widths = columns.map((column, at) => Math.max(...[column, ...rows.map((row) => row[at] ?? '')].map(widthOf)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
        return at === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  const lines = [title, line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
  return [...lines, ...notes.map((note) => `  ${note}`)].join('\n');
}

function widthOf(text: string): number {
  return [...text].length;
}
