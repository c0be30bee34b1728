/** Completion where a line or a sentence begins: sections, heading numbers, series, and set phrases at the end. */
import { describe, expect, it } from 'vitest';
import { accept, item, labelsOf } from './completions';

const status = (body: string): string => `---\nreport: project-status\n---\n\n# Site status\n\n${body}\n`;
const duty = (body: string): string => `---\nreport: party-governance-responsibility\n---\n\n# 责任报告\n\n${body}\n`;

describe('missing sections', () => {
  it('are offered after # and write heading and body', () => {
    const question = { text: status('## Summary\n\nAll is well.\n\n## $0') };
    expect(labelsOf(question)).toContain('Risks and issues');
    expect(labelsOf(question)).not.toContain('Executive summary');
    expect(accept(question, 'Risks and issues')).toMatch(/\n## [^\n]*Risks and issues\n\nThere are <</);
  });

  it('are offered on an empty line when asked, and not in the midst of one', () => {
    expect(labelsOf({ text: status('$0') })).toContain('Risks and issues');
    expect(labelsOf({ text: status('We see $0 nothing.') })).toEqual([]);
    expect(labelsOf({ text: status('$0') }, 'typed')).toEqual([]);
  });

  it('stop at their blanks in order, those of one metric together', () => {
    const { textEdit } = item({ text: duty('## 一、$0') }, '制度建设');
    expect(textEdit?.newText).toBe(
      '## 一、制度建设\n\n坚持用制度管权管事管人，新建制度<<systems-made:${1:**}>>项，' +
        '废止制度<<systems-abolished:${2:*}>>项，对制度执行情况开展检查<<system-checks:${3:*}>>次。$0',
    );
    const plain = item({ text: duty('## 一、$0'), client: { snippets: false } }, '制度建设');
    expect(plain.textEdit?.newText).toContain('<<systems-made:**>>项');
    expect(plain.insertTextFormat).toBe(1);
  });

  it('are numbered to the place where they are written', () => {
    const text = duty('## 一、作风建设\n\n抓作风。\n\n## $0\n\n## 二、下一步打算\n\n再努力。');
    expect(accept({ text }, '制度建设')).toContain('\n## 二、制度建设\n');
  });

  it('answer to 一、 in a text without marks, with its ends of lines', () => {
    const text = duty('一、作风建设\n抓作风。\n二、$0').replace(/\n/g, '\r\n');
    const after = accept({ text }, '制度建设', 'typed');
    expect(after).toContain('抓作风。\r\n\r\n二、制度建设\r\n\r\n坚持');
    expect(after).not.toMatch(/[^\r]\n/);
  });

  it('are dropped by the editor where another title is typed', () => {
    expect(item({ text: status('## Ri$0') }, 'Risks and issues').filterText).toBe('## Risks and issues');
    expect(item({ text: duty('一、作$0') }, '作风建设').filterText).toBe('一、作风建设');
  });

  it('put first those that belong here', () => {
    const text = duty('## 一、$0\n\n## 二、作风建设\n\n抓作风。');
    expect(labelsOf({ text })[0]).toBe('党的政治建设');
    expect(labelsOf({ text: duty('## 一、作风建设\n\n抓作风。\n\n## $0') })[0]).not.toBe('党的政治建设');
  });

  it('offer the body for a heading that is there and empty', () => {
    expect(accept({ text: duty('## 制度建设$0') }, '制度建设')).toContain('## 制度建设\n\n坚持用制度');
    expect(labelsOf({ text: duty('## 制度建设$0\n\n有制度。') })).not.toContain('制度建设');
  });

  it('offer subsections in their section alone', () => {
    const text = '---\nreport: work-plan\n---\n\n# 整治方案\n\n## 一、实施步骤\n\n$0\n\n## 二、工作要求\n\n抓落实。\n';
    expect(accept({ text: text.replace('$0', '### $0') }, '动员部署阶段')).toContain(
      '\n### 动员部署阶段\n\n制定细化方案',
    );
    expect(labelsOf({ text: text.replace('$0', '### $0') })[0]).toBe('动员部署阶段');
    expect(item({ text }, '动员部署阶段').labelDetails).toEqual({ description: '实施步骤' });
    expect(labelsOf({ text: text.replace('$0', '分步走。').replace('抓落实。', '$0') })).not.toContain('动员部署阶段');
  });

  it('are not offered in code', () => {
    expect(labelsOf({ text: status('```\n## $0\n```') })).toEqual([]);
  });
});

describe('the next number of a heading', () => {
  it('follows the last of its rank', () => {
    const text = duty('## 一、作风建设\n\n### （一）抓早\n\n抓。\n\n### （二）抓小\n\n抓。\n\n$0');
    expect(accept({ text: text.replace('$0', '## $0') }, '二、')).toContain('\n## 二、\n');
    expect(accept({ text: text.replace('$0', '###$0') }, '（三）', 'typed')).toContain('\n### （三）\n');
  });

  it('begins anew below the next heading', () => {
    const text = duty('## 一、作风建设\n\n### （一）抓早\n\n抓。\n\n## 二、队伍建设\n\n### $0');
    expect(labelsOf({ text })).toContain('（一）');
    expect(labelsOf({ text: text.replace('（一）', '') })).not.toContain('（一）');
  });

  it('is offered in a text without marks', () => {
    const text = '---\nreport: x\n---\n\n某局报告\n\n一、作风建设\n\n（一）抓早。抓了。\n\n$0\n';
    expect(labelsOf({ text })).toEqual(expect.arrayContaining(['（二）', '二、']));
    expect(labelsOf({ text: text.replace('$0', '二$0') })).toEqual(['二、']);
  });
});

describe('series', () => {
  it('goes on at the beginning of a line', () => {
    expect(labelsOf({ text: duty('一是抓早。抓了。\n\n$0') })).toContain('二是');
    expect(labelsOf({ text: duty('一是抓早。\n二是抓小。\n二$0') })).not.toContain('三是');
    expect(labelsOf({ text: duty('一是抓早。\n二是抓小。\n三$0') })).toContain('三是');
    expect(labelsOf({ text: duty('一要抓早；二要抓小。\n$0') })).toContain('三要');
  });

  it('goes on behind a sentence of the same line', () => {
    const question = { text: duty('一是抓早；$0') };
    expect(accept(question, '二是')).toContain('一是抓早；二是');
    expect(labelsOf({ text: duty('抓早；$0') })).toEqual([]);
    expect(labelsOf(question, 'typed')).toEqual([]);
  });

  it('knows the other kinds', () => {
    expect(labelsOf({ text: duty('首先，抓早。$0') })).toEqual(['其次']);
    expect(labelsOf({ text: duty('首先，抓早。其次，抓小。$0') })).toEqual(['再次', '最后']);
    expect(labelsOf({ text: duty('首先，抓早。最后，抓小。$0') })).toEqual([]);
    expect(labelsOf({ text: duty('第一，抓早。$0') })).toEqual(['第二，']);
  });

  it('ends with its section', () => {
    expect(labelsOf({ text: duty('## 作风\n\n一是抓早。\n\n## 队伍\n\n$0') })).not.toContain('二是');
  });
});

describe('set phrases at the end', () => {
  const request = (body: string): string => `---\nreport: request\n---\n\n# 关于经费的请示\n\n${body}`;
  const phrase = '妥否，请批示';

  it('are offered on a line near the end', () => {
    expect(accept({ text: request('经费不足。\n\n$0\n\n某局\n2024年6月1日\n') }, phrase)).toContain(
      `\n\n${phrase}。\n\n某局`,
    );
  });

  it('are not offered again, nor far from the end', () => {
    expect(labelsOf({ text: request(`经费不足。\n\n${phrase}。\n\n$0\n`) })).not.toContain(phrase);
    expect(labelsOf({ text: request(`$0\n\n${'经费不足。\n\n'.repeat(20)}`) })).not.toContain(phrase);
  });
});
