/** How a selection grows in a report, from what is nearest to the cursor to the whole text. `|` stands for a line's end. */
import { describe, expect, it } from 'vitest';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import selectionRange from '../../server/src/features/selectionRange';
import { ask, open, textAt, type Question } from './harness';

const annual = `# 县水务局2024年工作总结

## 一、主要工作

全年召开会议<<meetings:**>>次，形成制度***项；化解金额**亿元。成效明显。

### （一）供水

检修管网**公里。

## 二、打算

继续努力。
`;

describe('a Chinese report', () => {
  it('grows from a word over clause, sentence, paragraph, own text and section to the whole', () => {
    expect(grown(annual.replace('召开', '召$0开'))).toEqual([
      '召开',
      '全年召开会议<<meetings:**>>次',
      '全年召开会议<<meetings:**>>次，形成制度***项；化解金额**亿元。',
      '全年召开会议<<meetings:**>>次，形成制度***项；化解金额**亿元。成效明显。',
      expect.stringMatching(/^## 一、.*\*\*公里。$/),
      expect.stringMatching(/^# 县水务局.*努力。\|$/),
    ]);
  });

  it('grows from the id or the value of a tag to the tag, and takes its unit in', () => {
    expect(grown(annual.replace('meet', 'me$0et')).slice(0, 4)).toEqual([
      'meetings',
      '<<meetings:**>>',
      '<<meetings:**>>次',
      '全年召开会议<<meetings:**>>次',
    ]);
    expect(grown(annual.replace(':**', ':*$0*'))[0]).toBe('**');
  });

  it('grows from a mask to its unit', () => {
    expect(grown(annual.replace('***', '*$0**')).slice(0, 3)).toEqual(['***', '***项', '形成制度***项']);
    expect(grown(annual.replace('**亿', '*$0*亿')).slice(0, 3)).toEqual(['**', '**亿元', '化解金额**亿元']);
  });

  it('takes in subsections only with their section', () => {
    const inner = grown(annual.replace('检修', '检$0修'));
    expect(inner.slice(1, 4)).toEqual(['检修管网**公里', '检修管网**公里。', '### （一）供水||检修管网**公里。']);
  });

  it('grows from a heading to its section', () => {
    expect(grown(annual.replace('主要', '主$0要')).slice(0, 4)).toEqual([
      '主要',
      '一、主要工作',
      '## 一、主要工作',
      expect.stringMatching(/^## 一、.*\*\*公里。$/),
    ]);
  });
});

describe('plain lines', () => {
  const pasted =
    '某局2024年工作总结\n一、主要工作\n一是抓供水，检修管网**公里；二是抓防汛。储备物资**批。\n其他工作有序推进。\n二、打算\n继续努力。\n';

  it('are sections too, with the items of a series in a line', () => {
    expect(grown(pasted.replace('检修', '检$0修'))).toEqual([
      '检修',
      '检修管网**公里',
      '一是抓供水，检修管网**公里；',
      '一是抓供水，检修管网**公里；二是抓防汛。',
      '一是抓供水，检修管网**公里；二是抓防汛。储备物资**批。',
      '一是抓供水，检修管网**公里；二是抓防汛。储备物资**批。|其他工作有序推进。',
      expect.stringMatching(/^一、主要工作\|.*推进。$/),
      expect.stringMatching(/^某局.*努力。\|$/),
    ]);
  });

  it('are the same with Windows line endings', () => {
    const text = pasted.replace('检修', '检$0修');
    expect(grown(text.replace(/\n/g, '\r\n'))).toEqual(grown(text));
  });

  it('hold items of a series that are paragraphs with what belongs to them', () => {
    const text = '## 一、问题\n\n一是经费不足。\n\n缺口*$0*万元。\n\n二是人手偏少。\n\n现有*人。\n';
    expect(grown(text)).toEqual([
      '**',
      '**万元',
      '缺口**万元',
      '缺口**万元。',
      '一是经费不足。||缺口**万元。',
      '一是经费不足。||缺口**万元。||二是人手偏少。||现有*人。',
      '## 一、问题||一是经费不足。||缺口**万元。||二是人手偏少。||现有*人。',
      '## 一、问题||一是经费不足。||缺口**万元。||二是人手偏少。||现有*人。|',
    ]);
  });
});

describe('an English report', () => {
  const status = `# Status

We held 1,200 meet$0ings, e.g. with Dr. Smith, at 3.5 % less cost (approx. 40
hours each); all were useful. Next steps follow.
`;

  it('grows over clauses and sentences, not over decimals, abbreviations and wrapped lines', () => {
    expect(grown(status)).toEqual([
      'meetings',
      'We held 1,200 meetings',
      'We held 1,200 meetings, e.g. with Dr. Smith, at 3.5 % less cost (approx. 40|hours each); all were useful.',
      expect.stringMatching(/^We held.*follow\.$/),
      expect.stringMatching(/^# Status.*follow\.\|$/),
    ]);
  });

  it.each([
    ['Revenue rose 3.$05 %. Costs fell.', 'Revenue rose 3.5 %.'],
    ['See Fig. 3 and No. 7$0 for it. Costs fell.', 'See Fig. 3 and No. 7 for it.'],
    ['J. Sm$0ith of U.S. Steel agreed. Costs fell.', 'J. Smith of U.S. Steel agreed.'],
    ['Is it do$0ne? Yes! It is.', 'Is it done?'],
    ['He said “do$0ne.” Then he left.', 'He said “done.”'],
    ['We met <<visits:1.5>>. Then$0 we left.', 'Then we left.'],
    ['Rates: 1.5$0 percent etc. were met. Costs fell.', 'Rates: 1.5 percent etc. were met.'],
    ['他说：“完成$0了。”随后离开。', '他说：“完成了。”'],
    ['完成了吗$0？！没有。', '完成了吗？！'],
    ['First do$0ne. `a. B` Second.', 'First done.'],
    ['See `a. B` he$0re now. Second.', 'See `a. B` here now.'],
  ])('%j has the sentence %j', (text, sentence) => {
    expect(grown(`${text}\n`)).toContain(sentence);
  });
});

describe('lists, quotations, tables and code', () => {
  it('grow from a line to its item, the list and so on', () => {
    expect(grown('- 甲\n  - 供$0水\n  - 排水\n- 乙\n')).toEqual([
      '供水',
      '- 供水',
      '- 供水|  - 排水',
      '- 甲|  - 供水|  - 排水',
      '- 甲|  - 供水|  - 排水|- 乙',
      '- 甲|  - 供水|  - 排水|- 乙|',
    ]);
  });

  it('grow from a cell to its row and the table', () => {
    const table = '| 事项 | 数量 |\n| --- | --- |\n| 走$0访企业 | <<visits:**>> |\n';
    expect(grown(table)).toEqual([
      '走访',
      '走访企业',
      '| 走访企业 | <<visits:**>> |',
      '| 事项 | 数量 ||| --- | --- ||| 走访企业 | <<visits:**>> |',
      '| 事项 | 数量 ||| --- | --- ||| 走访企业 | <<visits:**>> ||',
    ]);
  });

  it('grow from the address of a link to its line', () => {
    expect(grown('见[附表](附$0件/t.xlsx)。\n').slice(0, 2)).toEqual(['附件', '附件/t.xlsx']);
  });

  it('grow in code by word, line and block', () => {
    expect(grown('```\nfirst li$0ne\nsecond\n```\n').slice(0, 3)).toEqual([
      'line',
      'first line',
      '```|first line|second|```',
    ]);
  });
});

describe('front matter', () => {
  it('grows from the value to its line, to what stands between the fences, and to the whole of it', () => {
    expect(grown('---\nreport: annual-summary\ndata: "q1 fig$0ures.yaml" # 局\n---\n\n# 总结\n')).toEqual([
      'figures.yaml',
      'q1 figures.yaml',
      '"q1 figures.yaml"',
      'data: "q1 figures.yaml" # 局',
      'report: annual-summary|data: "q1 figures.yaml" # 局',
      '---|report: annual-summary|data: "q1 figures.yaml" # 局|---',
      '---|report: annual-summary|data: "q1 figures.yaml" # 局|---||# 总结|',
    ]);
  });

  it('knows keys and lists of values', () => {
    expect(grown('---\nda$0ta: a.csv\n---\n').slice(0, 2)).toEqual(['data', 'data: a.csv']);
    expect(grown('---\ndata:\n  - 数据$0/a.csv\n---\n').slice(1, 3)).toEqual(['数据/a.csv', '- 数据/a.csv']);
  });
});

it('answers for several cursors, each for itself', () => {
  const { snapshot } = open({ text: annual });
  const positions = ['召开', '检修', '努力'].map((word) => snapshot.lines.positionAt(annual.indexOf(word)));
  const answer = ask(selectionRange, { text: annual }, { positions });
  expect(answer.map(({ range }) => textAt({ text: annual }, range))).toEqual(['召开', '检修', '努力']);
});

it.each(['', '\n', ' ', '$0\n\n', '\ufeff$0', '# $0', '<<$0', '\ud83d$0\ude00', '---\n$0\n---\n'])(
  'has an answer in %j',
  (text) => {
    expect(ask(selectionRange, { text }, { positions: [open({ text }).position] })).toHaveLength(1);
  },
);

it('holds at every place of a report what it held before, and more', () => {
  const text = `---\nreport: annual-summary\n---\n\n${annual}\n- 甲，乙；\n- 见[附表](t.md)。\n\n| a | <<b>> |\n| - | - |\n| **次 | 一是，二是 |\n`;
  const { snapshot } = open({ text });
  for (let offset = 0; offset <= text.length; offset++) {
    const [first] = ask(selectionRange, { text }, { positions: [snapshot.lines.positionAt(offset)] });
    const spans = chain(first).map(({ start, end }) => [snapshot.lines.offsetAt(start), snapshot.lines.offsetAt(end)]);
    let [from = offset, to = offset] = [offset, offset];
    for (const [start = 0, end = 0] of spans) {
      expect(start <= from && to <= end && end - start > to - from, `at ${offset}`).toBe(true);
      [from, to] = [start, end];
    }
    expect([from, to]).toEqual([0, text.length]);
  }
});

function chain(selection: SelectionRange | undefined): Range[] {
  return selection === undefined ? [] : [selection.range, ...chain(selection.parent)];
}

function grown(text: string): string[] {
  const question: Question = { text };
  const [selection] = ask(selectionRange, question, { positions: [open(question).position] });
  return chain(selection).map((range) => textAt(question, range).replace(/\r?\n/g, '|'));
}
