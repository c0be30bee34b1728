/** Executes the examples of the dialect's specification. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderHtml } from '../../server/src/export/html';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { treeOfReport, treeWithoutReports } from '../markdown/reference';
import { compactReport, compactTree } from './compact';
import { readExamples, writeExample, type SpecExample } from './examples';

const file = 'report-syntax.md';
const lexicon = createLexicon();
const examples = readExamples(readFileSync(new URL(file, import.meta.url), 'utf8'));

it.each(examples)('example $number of $section, line $line', (example) => {
  const actual = resultOf(example);
  const place = `Example ${example.number} of "${example.section}", ${file}:${example.line}. As it is now:\n\n`;
  expect(actual, place + writeExample(example, actual)).toBe(example.expected);
});

it('leaves a text without tags and masks as Markdown has it', () => {
  const ordinary = examples.filter(({ mode, expected }) => mode === 'markdown' && !ours.test(expected));
  expect(ordinary.length).toBeGreaterThan(60);
  for (const { number, input } of ordinary) {
    expect({ number, tree: treeOfReport(input) }).toEqual({ number, tree: treeWithoutReports(input) });
  }
});

/** In the HTML, in a tree, and in what a report is made of. */
const ours = /<mark class=|<data class=|^ *(?:metric|mask) /m;

function resultOf({ input, kind, mode }: SpecExample): string {
  const tree = parse(input, { mode, lexicon });
  switch (kind) {
    case 'html':
      return renderHtml(tree, { positions: false });
    case 'tree':
      return compactTree(tree);
    case 'report':
      return compactReport(tree);
  }
}
