/** Texts that no author writes are read for their masks and tags alone, and in time. */
import { describe, expect, it } from 'vitest';
import { longestBlock } from '../../server/src/syntax/block';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { treeOf } from '../../server/src/syntax/tree';

const lexicon = createLexicon();
const blank = '召开会议**次，印发文件<<files:**>>份';

describe.each([
  ['quotations within each other', '> '.repeat(5000) + blank],
  ['quotations within each other without spaces', '>'.repeat(5000) + blank],
  ['lists within each other in a line', '- '.repeat(5000) + blank],
  ['quotations and lists by turns', '> - '.repeat(2500) + blank],
  ['numbered lists within each other', '1. '.repeat(5000) + blank],
  ['lists within each other by indents', `${steps(200)}${' '.repeat(400)}- ${blank}`],
  ['a paragraph longer than a book', `${'全年工作平稳有序，\n'.repeat(longestBlock / 10)}${blank}`],
])('%s', (_, text) => {
  it('are read for masks and tags alone', () => {
    const { blocks } = parse(text, { mode: 'markdown', lexicon });
    const trees = [...blocks].map(treeOf);
    expect([...blocks].map(({ form }) => form)).toContain('flat');
    expect(trees.flatMap(({ children }) => children.map(({ type }) => type))).not.toContain('list');
    expect(JSON.stringify(trees)).toContain('"type":"mask"');
    expect(JSON.stringify(trees)).toContain('"id":"files"');
  });
});

it.each([
  ['quotations', '> '.repeat(49) + blank, 'blockquote'],
  ['lists by indents', steps(40), 'list'],
  ['a long paragraph', `${'全年工作平稳有序，\n'.repeat(1000)}${blank}`, 'paragraph'],
  ['code with deep indents', `甲\n\n${' '.repeat(200)}x > y\n`, 'paragraph'],
])('%s of a depth that somebody may write are Markdown', (_, text, type) => {
  const { blocks } = parse(text, { mode: 'markdown', lexicon });
  expect([...blocks].map(({ form }) => form)).not.toContain('flat');
  expect([...blocks].map(treeOf)[0]?.children[0]?.type).toBe(type);
});

function steps(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- 甲\n`).join('');
}
