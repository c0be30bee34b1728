/** Executes the examples of the dialect's specification. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { treeOfReport, treeWithoutReports } from '../markdown/reference';
import { readExamples, writeExample, type SpecExample } from './examples';
import { resultOf } from './result';

const file = 'report-syntax.md';
const examples = readExamples(readFileSync(new URL(file, import.meta.url), 'utf8'));

it.each(examples)('example $number of $section, line $line', (example) => {
  const actual = resultOf(example);
  const place = `Example ${example.number} of "${example.section}", ${file}:${example.line}. As it is now:\n\n`;
  expect(actual, place + writeExample(example, actual)).toBe(example.expected);
});

it('shows enough, and a third of it is what is not ours', () => {
  const negative = examples.filter((example) => !showsOurs(example));
  expect(examples.length).toBeGreaterThanOrEqual(250);
  expect(negative.length).toBeGreaterThanOrEqual(examples.length / 3);
});

it('leaves a text without tags and masks as Markdown has it', () => {
  const ordinary = examples.filter(
    ({ kind, mode, expected }) => mode === 'markdown' && kind !== 'dropped' && !blank.test(expected),
  );
  expect(ordinary.length).toBeGreaterThan(100);
  for (const { number, input } of ordinary) {
    expect({ number, tree: treeOfReport(input) }).toEqual({ number, tree: treeWithoutReports(input) });
  }
});

/** A tag or a mask in the HTML, in a tree, and in what a report is made of. */
const blank = /<mark class=|<data class=|^ *(?:metric|mask) /m;

/** Whether tags, masks, or parts of a report are found in an example, or figures that were dropped. */
function showsOurs({ kind, expected }: SpecExample): boolean {
  return kind === 'html' || kind === 'tree' ? blank.test(expected) : expected !== '';
}
