/** Markdown's own emphasis, in documents full of it: no rule has more to say than a hint. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnose } from '../check';

const documents = ['emphasis-1.zh.md', 'emphasis-1.en.md', 'emphasis-2.zh.md', 'emphasis-2.en.md', 'emphasis-3.zh.md'];

it.each(documents)('nothing is reported in %s', (name) => {
  const text = readFileSync(new URL(`../masks/tuned/${name}`, import.meta.url), 'utf8');
  expect(text.match(/\*/g)?.length).toBeGreaterThan(50);
  const found = diagnose(text, { path: name });
  const said = found.filter(({ severity }) => severity !== 'hint');
  expect(said.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([]);
});
