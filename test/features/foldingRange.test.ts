/** What can be folded in a report, told by the first and the last line of each fold. */
import { describe, expect, it } from 'vitest';
import type { ClientAbilities } from '../../server/src/features/feature';
import foldingRange from '../../server/src/features/foldingRange';
import { ask } from './harness';

const annual = `---
report: annual-summary
period: 2024
---

# 县水务局2024年工作总结

## 一、主要工作

### （一）供水保障

检修管网**公里。

### （二）防汛抗旱

储备物资**批。

## 二、存在问题

一是经费不足。

二是人手偏少。
`;

describe('sections', () => {
  it('fold with their subsections up to their last line of text, front matter between its fences', () => {
    expect(folds(annual)).toEqual([
      '--- … ---',
      '## 一、主要工作 … 储备物资**批。',
      '### （一）供水保障 … 检修管网**公里。',
      '### （二）防汛抗旱 … 储备物资**批。',
      '## 二、存在问题 … 二是人手偏少。',
    ]);
  });

  it('fold where lines such as 一、 begin them, and with Windows line endings', () => {
    const text = '某局总结\n一、主要工作\n召开会议**次。\n二、存在问题\n无。\n\n\n';
    const expected = ['一、主要工作 … 召开会议**次。', '二、存在问题 … 无。'];
    expect(folds(text)).toEqual(expected);
    expect(folds(text.replace(/\n/g, '\r\n'))).toEqual(expected);
  });

  it('do not fold where nothing follows their heading', () => {
    expect(folds('## 一、主要工作\n\n## 二、存在问题\n')).toEqual([]);
  });
});

describe('a run-in heading', () => {
  const text = '一、主要工作\n（一）供水。检修管网12公里。\n（二）防汛。储备物资**批，\n\n演练*次。\n';

  it('folds by lines only where its text has several', () => {
    expect(folds(text)).toEqual(['一、主要工作 … 演练*次。', '（二）防汛。储备物资**批， … 演练*次。']);
  });

  it('folds behind its full stop for a client that folds parts of lines', () => {
    const answer = ask(foldingRange, { text, client: { lineFolding: false } });
    expect(answer[1]).toEqual({ startLine: 1, startCharacter: 6, endLine: 1, endCharacter: 15 });
    expect(answer[0]).toEqual({ startLine: 0, endLine: 4 });
  });
});

describe('blocks', () => {
  it.each([
    ['items of a list that run over lines', '- 供水\n  检修**处\n- 防汛\n', ['- 供水 …   检修**处']],
    ['a list whose items are a line each', '- 供水\n- 防汛\n', ['- 供水 … - 防汛']],
    ['nested lists', '- 供水\n  - 一期\n  - 二期\n', ['- 供水 …   - 二期', '  - 一期 …   - 二期']],
    ['numbered lists', '1. Plan\n   first\n2. Do\n', ['1. Plan …    first']],
    ['a table', '| 事项 | 数 |\n| --- | --- |\n| 会议 | ** |\n', ['| 事项 | 数 | … | 会议 | ** |']],
    ['a quotation', '> 摘自通知\n> 第二行\n', ['> 摘自通知 … > 第二行']],
    ['code', '```\nx\n```\n', ['``` … ```']],
    ['a footnote', '见注[^1]。\n\n[^1]: 数据来自\n    年报。\n', ['[^1]: 数据来自 …     年报。']],
    ['a paragraph', 'Visited **12\nfirms.\n', []],
    ['one item', '- 供水\n', []],
  ])('%s', (_, text, expected) => {
    expect(folds(text)).toEqual(expected);
  });

  it('a comment folds as one, a comment of one line does not', () => {
    const comment = ask(foldingRange, { text: '会议。\n\n<!-- 待核实：\n数据来自年报 -->\n\n<!-- 附表 -->\n' });
    expect(comment).toEqual([{ startLine: 2, endLine: 3, kind: 'comment' }]);
  });

  it('fold in their own lines, whatever stands before them', () => {
    expect(folds(`新增一段。\n\n${annual.slice(annual.indexOf('##'))}- 甲\n- 乙\n`)).toContain('- 甲 … - 乙');
  });
});

describe('series', () => {
  const inParagraphs = `## 二、存在问题

一是经费不足。

- 缺口**万元

二是人手偏少。

现有*人。

三是设备老化。

需更换*台。
`;

  it('fold item by item where an item takes in more than its paragraph', () => {
    expect(folds(inParagraphs)).toEqual([
      '## 二、存在问题 … 需更换*台。',
      '一是经费不足。 … - 缺口**万元',
      '二是人手偏少。 … 现有*人。',
      '三是设备老化。 … 需更换*台。',
    ]);
  });

  it('do not fold where each item is a paragraph, so that what follows the last stays its own', () => {
    const text = '## 二、存在问题\n\n一是经费不足。\n\n二是人手偏少。\n\n以上问题将逐项整改。\n';
    expect(folds(text)).toEqual(['## 二、存在问题 … 以上问题将逐项整改。']);
  });

  it('end with their section', () => {
    const text = '## 一、工作\n\n一是供水。\n\n甲。\n\n二是防汛。\n\n乙。\n\n## 二、打算\n\n一是增收。\n';
    expect(folds(text)).toContain('二是防汛。 … 乙。');
    expect(folds(text)).not.toContain('一是增收。 … 一是增收。');
  });
});

it('keeps the longest folds for a client that takes only so many', () => {
  expect(folds(annual, { foldingLimit: 2 })).toEqual([
    '## 一、主要工作 … 储备物资**批。',
    '## 二、存在问题 … 二是人手偏少。',
  ]);
});

it('begins at most one fold in a line', () => {
  const lines = ask(foldingRange, { text: '- > 甲\n  > 乙\n- 丙\n\n> - 丁\n>   戊\n> - 己\n' }).map(
    ({ startLine }) => startLine,
  );
  expect(lines).toEqual([...new Set(lines)]);
  expect(lines).toEqual([0, 4]);
});

function folds(text: string, client: Partial<ClientAbilities> = {}): string[] {
  const lines = text.split(/\r?\n/);
  return ask(foldingRange, { text, client }).map(({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]}`);
}
