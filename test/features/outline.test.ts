/** The outline and the folds of a report, with Markdown headings and without. */
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import documentSymbol from '../../server/src/features/documentSymbol';
import foldingRange from '../../server/src/features/foldingRange';
import { ask, textAt } from './harness';

const markdown = `---
report: annual-summary
---

# 2024年工作总结

## 一、主要工作

召开会议**次。

### （一）制度建设

形成制度**项。

## 二、下一步打算

继续努力。
`;

const pasted = `某局2024年工作总结

全年工作情况如下：
一、主要工作
一是召开会议**次。
二、下一步打算
继续努力。
`;

describe('outline', () => {
  it('nests sections as their headings do, with their numbers', () => {
    expect(names(markdown)).toEqual(['一、主要工作', ['（一）制度建设'], '二、下一步打算']);
  });

  it('reads lines that begin with 一、 as sections', () => {
    expect(names(pasted)).toEqual(['一、主要工作', '二、下一步打算']);
  });

  it('counts the blanks of a section with those below it', () => {
    const symbols = ask(documentSymbol, { text: markdown, settings: { language: 'zh' } }) as DocumentSymbol[];
    expect(symbols[0]?.detail).toBe('2 处待填');
    expect(symbols[1]?.detail).toBeUndefined();
  });

  it('selects the heading within the section', () => {
    const section = (ask(documentSymbol, { text: markdown }) as DocumentSymbol[])[1];
    expect(section && textAt({ text: markdown }, section.selectionRange)).toBe('## 二、下一步打算');
  });

  it('never gives an empty name', () => {
    const symbols = ask(documentSymbol, { text: '#\n\n##\n\ntext\n' }) as DocumentSymbol[];
    expect(symbols.length).toBeGreaterThan(0);
    expect(symbols.every(({ name }) => name.trim() !== '')).toBe(true);
  });

  it('is a flat list for a client that takes no tree', () => {
    const symbols = ask(documentSymbol, { text: markdown, client: { symbolTree: false } });
    expect(symbols).toHaveLength(3);
    expect(symbols[1]).toMatchObject({ name: '（一）制度建设', containerName: '一、主要工作' });
  });
});

describe('folds', () => {
  it('cover the front matter and every section up to its last line of text', () => {
    expect(folds(markdown)).toEqual([
      [0, 2],
      [6, 12],
      [10, 12],
      [14, 16],
    ]);
  });

  it('work without Markdown headings', () => {
    expect(folds(pasted)).toEqual([
      [3, 4],
      [5, 6],
    ]);
  });

  it('leave out a section of one line', () => {
    expect(folds('## Empty\n')).toEqual([]);
  });
});

type Names = (string | Names)[];

function names(text: string): Names {
  const walk = (symbols: readonly DocumentSymbol[]): Names =>
    symbols.flatMap(({ name, children = [] }) => (children.length > 0 ? [name, walk(children)] : [name]));
  return walk(ask(documentSymbol, { text }) as DocumentSymbol[]);
}

function folds(text: string): [number, number][] {
  return ask(foldingRange, { text }).map(({ startLine, endLine }) => [startLine, endLine]);
}
