/** What a hover says of a tag, a mask, a heading and a finding in one report. */
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import hover from '../../server/src/features/hover';
import { ask, textAt, type Question } from './harness';

const zh = { language: 'zh' as const };
const statusReport = (body: string): string =>
  `---\nreport: project-status\n---\n\n# Website status report\n\n${body}\n`;
const summary = (body: string): string =>
  `---\nreport: annual-summary\n---\n\n# 2025年工作总结\n\n## 一、主要工作\n\n${body}\n`;

describe('a metric', () => {
  it('is named first, and its value comes next', () => {
    const [title, value] = linesOf({ text: statusReport('Closed <<issues$0-closed:42>> issues.') });
    expect(title).toBe('**Issues closed** (issues\\-closed): whole number, in issues');
    expect(value).toBe('Value: 42 issues');
  });

  it('covers the whole tag', () => {
    const question = { text: statusReport('Closed <<issues$0-closed:42>> issues.') };
    const answer = ask(hover, question);
    expect(answer?.range && textAt(question, answer.range)).toBe('<<issues-closed:42>>');
  });

  it('is told to be filled elsewhere', () => {
    const lines = linesOf({ text: statusReport('Closed <<issues-closed:42>>.\n\nAll <<issues-closed:*$0*>>.') });
    expect(lines[1]).toBe('Not filled here; line 7 gives 42.');
    expect(lines[2]).toContain('- 1 more tag in this report');
  });

  it('is told to be blank', () => {
    expect(hoverOf({ text: statusReport('Closed <<issues-closed:*$0*>>.') })).toContain('Not filled yet');
  });

  it('names the value that a reference repeats, or says that there is none', () => {
    const given = linesOf({
      text: summary('印发文件<<documents:12>>份，比上年多；上述<<docu$0ments>>份均已归档。'),
      settings: zh,
    });
    expect(given[1]).toBe('引用第 9 行的数值：12。');
    const missing = linesOf({ text: summary('上述<<docu$0ments>>份文件均已归档。'), settings: zh });
    expect(missing[1]).toBe('引用的数值尚未给出。');
  });

  it('shows the values that contradict it, and none that agrees', () => {
    const others = '又印发文件<<documents:15>>份，即<<documents:１２>>份';
    const text = hoverOf({ text: summary(`印发文件<<docu$0ments:12>>份。\n\n${others}。`), settings: zh });
    expect(text).toContain('本报告另有 2 处使用；其他数值：15（第 11 行）');
    const alike = hoverOf({
      text: summary('印发文件<<docu$0ments:12>>份。\n\n即<<documents:１２>>份。'),
      settings: zh,
    });
    expect(alike).toContain('本报告另有 1 处使用');
    expect(alike).not.toContain('其他数值');
  });

  it('shows which values fit, and who has them', () => {
    const text = hoverOf({ text: summary('完成率达<<completion$0-rate:**>>%。'), settings: zh });
    expect(text).toContain('- 通常 2 位数；范围 0 至 100');
    expect(text).toContain('- 责任人：办公室');
  });

  it('shows what must hold of it, and nothing that must hold of others', () => {
    const text = hoverOf({ text: summary('开展安全检查<<safety-che$0cks:12>>次。'), settings: zh });
    expect(text).not.toContain('应满足');
    const related = hoverOf({ text: summary('整改隐患<<hazards-rem$0oved:12>>处。'), settings: zh });
    expect(related).toContain('- 应满足：hazards\\-removed \\<= hazards（整改隐患不会多于排查出的隐患）');
  });

  it('goes by its id alone without a template', () => {
    const [title, value] = linesOf({ text: '# 总结\n\n召开会议<<会$0议:12>>次。\n', settings: zh });
    expect(title).toBe('**会议**');
    expect(value).toBe('数值：12 次');
  });

  it('says what is wrong with a damaged tag', () => {
    expect(hoverOf({ text: '# 总结\n\n召开会议《《会$0议：**》》次。\n', settings: zh })).toContain(
      'malformed-metric：',
    );
  });

  it('cannot smuggle Markdown into the hover', () => {
    const text = hoverOf({ text: statusReport('By <<author:[me](command:run)$0>>.') });
    expect(text).toContain('\\[me\\]\\(command:run\\)');
  });

  it('cuts what is too long to read', () => {
    const text = hoverOf({ text: statusReport(`By <<author:${'Anna'.repeat(400)}$0>>.`) });
    expect(text).toContain('…');
    expect(text.length).toBeLessThan(1000);
  });
});

describe('a mask', () => {
  it('is shown with its kind and what to do', () => {
    const text = hoverOf({ text: '# 总结\n\n全年召开会议*$0*次。\n', settings: zh });
    expect(text).toContain('**待填数字**：\\*\\*次');
    expect(text).toContain('快速修复');
    expect(text).not.toContain('模板');
  });

  it('is shown with the metric that the template would make of it', () => {
    const [, metric] = linesOf({ text: summary('全年共印发文件*$0*份。'), settings: zh });
    expect(metric).toBe('按模板应为“印发文件”（documents）。');
  });

  it('is no metric of the template where other words stand before it', () => {
    expect(hoverOf({ text: summary('全年共种树*$0*棵。'), settings: zh })).not.toContain('按模板');
  });

  it('is not seen in genuine emphasis', () => {
    expect(ask(hover, { text: '# 总结\n\n这是**重$0点**工作。\n' })).toBeNull();
  });
});

describe('a heading', () => {
  const risks = statusReport('## Ri$0sks\n\nThere are <<open-risks:**>> open risks.');

  it("is shown with the template's guidance, what is left to say, and its blanks", () => {
    const [title, guidance, left] = linesOf({ text: risks });
    expect(title).toMatch(/^\*\*Risks and issues\*\*: a required section$/);
    expect(guidance).toContain('its owner');
    expect(left).toContain('1 blank to fill');
  });

  it('counts the blanks of its subsections, and not those of the next section', () => {
    const text = '# 总结\n\n## 一、工$0作\n\n会议**次。\n\n### （一）学习\n\n学习**次。\n\n## 二、打算\n\n再开**次。\n';
    expect(linesOf({ text, settings: zh })).toEqual(['**工作**', '待填 2 处']);
  });

  it('is seen where a report has no Markdown', () => {
    const text = '某局总结\n一、主要工$0作\n全年召开会议**次。\n二、打算\n再开会。\n';
    const question = { text, settings: zh };
    expect(linesOf(question)).toEqual(['**主要工作**', '待填 1 处']);
    const { range } = ask(hover, question) ?? {};
    expect(range && textAt(question, range)).toBe('一、主要工作');
  });

  it('names what it does not say yet, as long as it does not', () => {
    const text = (body: string): string =>
      `---\nreport: party-building-duty\n---\n\n# 2025年度抓党建述职报告\n\n## 一、履职工作$0及成效\n\n${body}\n`;
    const silent = hoverOf({ text: text('专题研究党建工作3次。'), settings: zh });
    expect(silent).toContain('- 尚未写到：支部组织生活');
    expect(hoverOf({ text: text('严格落实三会一课制度。'), settings: zh })).not.toContain('尚未写到');
  });

  it('says nothing where the template asks for none such', () => {
    expect(hoverOf({ text: statusReport('## Weather$0\n\nFine.') })).not.toContain('Weather');
  });
});

describe('a finding', () => {
  it('is explained by its rule, at the end', () => {
    const last = linesOf({ text: statusReport('Closed <<issues-closed:*$0*>>.') }).at(-1);
    expect(last).toBe(
      '- unfilled-metric: A tagged figure is not filled in yet (more: tallymark explain unfilled-metric)',
    );
  });

  it('is explained in prose too, and in Chinese', () => {
    const question = { text: '# 总结\n\n一是抓学习。三$0是抓落实。\n', settings: zh };
    expect(linesOf(question)).toEqual([
      '- series-gap：“一是……二是……三是”之类的序列跳号、重号或缺项（详见 tallymark explain series-gap）',
    ]);
    const { range } = ask(hover, question) ?? {};
    expect(range && textAt(question, range)).toBe('三是');
  });

  it('is not explained away from its place', () => {
    expect(ask(hover, { text: '# 总结\n\n一是抓学$0习。三是抓落实。\n' })).toBeNull();
  });
});

it('is plain text for a client that shows no Markdown', () => {
  const answer = ask(hover, { text: statusReport('<<issues-closed$0:42>>'), client: { markdown: false } });
  expect(answer?.contents).toMatchObject({ kind: 'plaintext' });
  const { value } = answer?.contents as MarkupContent;
  expect(value).toMatch(/^Issues closed \(issues-closed\)/);
  expect(value).not.toMatch(/\\|\*\*/);
});

function hoverOf(question: Question): string {
  return (ask(hover, question)?.contents as MarkupContent | undefined)?.value ?? '';
}

/** Paragraph by paragraph. */
function linesOf(question: Question): string[] {
  return hoverOf(question).split('\n\n');
}
