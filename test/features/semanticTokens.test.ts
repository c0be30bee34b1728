/** Which words of a report are coloured as what. */
import { describe, expect, it } from 'vitest';
import delta from '../../server/src/features/semanticTokensDelta';
import full from '../../server/src/features/semanticTokensFull';
import range from '../../server/src/features/semanticTokensRange';
import { tokenModifiers, tokenTypes } from '../../server/src/features/semanticTokens/legend';
import { ask, open, type Question } from './harness';

describe('tags', () => {
  it('have delimiters, an id, a value and a unit', () => {
    expect(tokensOf('全年召开会议<<meetings:12>>次。\n')).toEqual([
      '<< operator',
      'meetings variable.definition',
      ': operator',
      '12 number',
      '>> operator',
      '次 type',
    ]);
  });

  it('that are blank show it by kind', () => {
    const tokens = tokensOf('开会<<meetings:**>>次，<<day:*月*日>>由<<host:**>>市承办。\n');
    expect(tokens).toContain('** macro.figure');
    expect(tokens).toContain('*月*日 macro.date');
    expect(tokens).toContain('** macro.name');
    expect(tokens).not.toContain('市 type');
  });

  it('with words for a value are strings, and without one repeat it', () => {
    const tokens = tokensOf('The host was <<host:Leeds>>; again <<host>>.\n');
    expect(tokens).toContain('Leeds string');
    expect(tokens.filter((token) => token.startsWith('host '))).toEqual([
      'host variable.definition',
      'host variable.readonly',
    ]);
  });

  it('that are malformed are one token', () => {
    expect(tokensOf('全年《《会议：12》》次。\n')[0]).toBe('《《会议：12》》 variable.malformed');
  });

  it('in code are none', () => {
    expect(tokensOf('用 `<<meetings:12>>` 写指标。\n')).toEqual([]);
  });
});

describe('masks without a tag', () => {
  it('are coloured by kind, with their unit', () => {
    expect(tokensOf('召开会议**次，20**年*月*日在**市召开。\n')).toEqual([
      '** macro.figure',
      '次 type',
      '20**年*月*日 macro.date',
      '** macro.name',
    ]);
  });

  it('are none where stars are emphasis', () => {
    expect(tokensOf('这是**重点**工作。\n')).toEqual([]);
  });
});

describe('headings', () => {
  it('have a number and a title, with tags and masks in their places', () => {
    expect(tokensOf('# 年度总结\n\n## 一、共<<count:3>>项工作\n\n### （二）供水\n')).toEqual([
      '年度总结 namespace.declaration',
      '一、 enumMember.declaration',
      '共 namespace.declaration',
      '<< operator',
      'count variable.definition',
      ': operator',
      '3 number',
      '>> operator',
      '项 type',
      '工作 namespace.declaration',
      '（二） enumMember.declaration',
      '供水 namespace.declaration',
    ]);
  });

  const plain = '某局总结\n\n一、主要工作\n\n（一）供水。全年供水**吨。\n';

  it('are lines where no heading has marks', () => {
    expect(tokensOf(plain)).toEqual([
      '一、 enumMember.declaration',
      '主要工作 namespace.declaration',
      '（一） enumMember.declaration',
      '供水 namespace.declaration',
      '** macro.figure',
      '吨 type',
    ]);
  });

  it('are lines below a title with marks too', () => {
    expect(tokensOf(`# 总结\n\n${plain}`)).toContain('主要工作 namespace.declaration');
  });

  it('are no lines where any other heading has marks', () => {
    const tokens = tokensOf(`${plain}\n## 二、打算\n`);
    expect(tokens).not.toContain('主要工作 namespace.declaration');
    expect(tokens).toContain('打算 namespace.declaration');
  });
});

describe('other marks', () => {
  it('of a series are keywords', () => {
    expect(tokensOf('一是抓学习，二是抓落实。首先，立规矩；最后，见成效。\n')).toEqual([
      '一是 keyword',
      '二是 keyword',
      '首先 keyword',
      '最后 keyword',
    ]);
    expect(tokensOf('最后，感谢大家。\n')).toEqual([]);
  });

  it('of comments for us are seen', () => {
    expect(tokensOf('<!-- tallymark-ignore untagged-mask:\n稍后填 -->\n\n会议**次。\n').slice(0, 5)).toEqual([
      '<!--  comment',
      'tallymark-ignore decorator',
      '  comment',
      'untagged-mask enumMember',
      ': comment',
    ]);
    expect(tokensOf('<!-- a note -->\n')).toEqual([]);
  });

  it('of the front matter are the keys that mean something', () => {
    expect(tokensOf('---\nreport: annual-summary\nauthor: 张三\nrules:\n  title-form: off\n---\n')).toEqual([
      'report property',
      'rules property',
    ]);
  });
});

describe('places', () => {
  it.each([
    ['CR LF', '# 总结\r\n\r\n会议**次。\r\n\r\n<!-- tallymark-ignore\r\n -->\r\n'],
    ['a byte order mark', '\ufeff会议**次，党课**次。\n'],
    ['characters beyond the basic plane', '𠮷田村召开会议**次，𠮷田村**户。\n'],
  ])('are right with %s', (_name, text) => {
    for (const token of tokensOf(text)) expect(token).toMatch(/^(?:\*\* macro|次 type|户 type|.*comment|tally|总结)/);
  });

  it('of some lines are those of the whole', () => {
    const text = '# 总结\n\n会议**次，\n党课**次，\n调研**次。\n\n一是好。\n';
    const lines = { start: { line: 3, character: 0 }, end: { line: 4, character: 2 } };
    const { data } = ask(range, { text }, { range: lines });
    expect(decode({ text }, data)).toEqual(['** macro.figure', '次 type', '** macro.figure', '次 type']);
  });
});

it('asked for the difference to an answer that is not known, all are given', () => {
  const answer = ask(delta, { text: '会议**次。\n' }, { previousResultId: 'long ago' });
  expect('data' in answer && answer.data.length).toBe(10);
});

function tokensOf(text: string): string[] {
  return decode({ text }, ask(full, { text }).data);
}

/** The text of each token with its type and modifiers. */
function decode(question: Question, data: readonly number[]): string[] {
  const { text, snapshot } = open(question);
  let line = 0;
  let column = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, columns = 0, length = 0, type = 0, bits = 0] = data.slice(index * 5, index * 5 + 5);
    line += lines;
    column = lines > 0 ? columns : column + columns;
    const start = snapshot.lines.offsetAt({ line, character: column });
    expect(snapshot.lines.offsetAt({ line, character: column + length })).toBe(start + length);
    const modifiers = tokenModifiers.filter((_name, bit) => (bits & (1 << bit)) !== 0);
    return `${text.slice(start, start + length)} ${[tokenTypes[type], ...modifiers].join('.')}`;
  });
}
