/** Formatting of a report and of some of its lines, as an author sees it. */
import { describe, expect, it } from 'vitest';
import formatting from '../../server/src/features/formatting';
import rangeFormatting from '../../server/src/features/rangeFormatting';
import { widthOfLine } from '../columns';
import { applyEdits, ask, type Question } from './harness';

describe('numbers of headings', () => {
  it.each([
    ['## 一、学习\n\n## 三、落实\n\n## 四、问题\n', '## 一、学习\n\n## 二、落实\n\n## 三、问题\n'],
    [
      '## 一、学\n\n### （一）甲\n\n### （三）乙\n\n## 二、干\n\n### （一）丙\n',
      '## 一、学\n\n### （一）甲\n\n### （二）乙\n\n## 二、干\n\n### （一）丙\n',
    ],
    ['## 1. Plan\n\n## 3. Risks\n', '## 1. Plan\n\n## 2. Risks\n'],
    ['### （1）学\n\n### （1）干\n', '### （1）学\n\n### （2）干\n'],
    ['# 第一章 总则\n\n# 第三章 附则\n', '# 第一章 总则\n\n# 第二章 附则\n'],
    ['某局总结\n一、学习\n开会**次。\n三、落实\n', '某局总结\n一、学习\n开会**次。\n二、落实\n'],
    ['某局总结\n（一）学习。开会。\n（四）落实。检查。\n', '某局总结\n（一）学习。开会。\n（二）落实。检查。\n'],
  ])('%j are made consecutive', (text, wanted) => check(text, wanted));

  it.each([
    ['## 一、学习\n\n## 二、落实\n'],
    ['## 三、落实\n\n开会**次。\n'],
    ['## 1. 学\n\n## <<a:12>>. 干\n'],
    ['## 一、学\n\n## 二、干\n\n## 附件\n\n## 一、表\n'],
    ['```\n## 一、学\n## 三、干\n```\n'],
    ['## 一、学习\n\n<!-- tallymark-ignore heading-number-gap -->\n\n## 三、落实\n'],
    ['<!-- tallymark-ignore-file heading-number-gap -->\n\n## 一、学习\n\n## 三、落实\n'],
    ['---\nrules:\n  heading-number-gap: off\n---\n\n## 一、学习\n\n## 三、落实\n'],
  ])('%j are left as they are', (text) => check(text, text));

  it('go on from a number that is meant', () => {
    const ignore = '<!-- tallymark-ignore heading-number-gap -->\n\n';
    check(`## 一、学\n\n${ignore}## 三、干\n\n## 六、问题\n`, `## 一、学\n\n${ignore}## 三、干\n\n## 四、问题\n`);
  });

  it('are left to the settings too', () => {
    const text = '## 一、学习\n\n## 三、落实\n';
    check({ text, settings: { rules: new Map([['heading-number-gap', 'off']]) } }, text);
  });
});

describe('series', () => {
  it.each([
    ['一是抓学习。三是抓落实。\n', '一是抓学习。二是抓落实。\n'],
    ['一要学。\n\n二要看。\n\n四要干。\n', '一要学。\n\n二要看。\n\n三要干。\n'],
    ['首先，学习。再次，落实。\n', '首先，学习。其次，落实。\n'],
    ['第一，学习。第三，落实。\n', '第一，学习。第二，落实。\n'],
    ['**一是**学习。**三是**落实。\n', '**一是**学习。**二是**落实。\n'],
  ])('%j are renumbered in their own style', (text, wanted) => check(text, wanted));

  it.each([
    ['一是学习。第二，落实。三是检查。\n'],
    ['首先，学习。第二，落实。\n'],
    ['突出重点，三要素齐全。\n'],
    ['三是抓落实。四是抓督查。\n'],
    ['一是学习。`三是`落实。\n'],
    ['首先，学。其次，看。再次，干。第五，想。\n'],
    ['<!-- tallymark-ignore series-gap -->\n\n一是抓学习。三是抓落实。\n'],
  ])('%j are left as they are', (text) => check(text, text));
});

describe('tables', () => {
  it('have their columns under one another, wide characters counted as two', () => {
    const text = '|指标|数量|rate|\n|:--|--:|:-:|\n|召开会议|<<meetings:12>>|**%|\n|Training|3||\n';
    const wanted = [
      '| 指标     |           数量 | rate |',
      '| :------- | -------------: | :--: |',
      '| 召开会议 | <<meetings:12>> | **%  |',
      '| Training |              3 |      |',
    ];
    const after = format(text);
    const lines = after.trimEnd().split('\n');
    expect(new Set(lines.map(widthOfLine)).size).toBe(1);
    expect(lines.map((line) => line.replace(/ +/g, ' ').replace(/-+/g, '-'))).toEqual(
      wanted.map((line) => line.replace(/ +/g, ' ').replace(/-+/g, '-')),
    );
    check(after, after);
  });

  it.each([
    ['|a\\|b|`c\\|d`|\n|-|-|\n|x|y|\n', '| a\\|b | `c\\|d` |\n| ---- | ------ |\n| x    | y      |\n'],
    ['| <<a: **>> | b |\n|---|---|\n| x | y |\n', '| <<a:**>> | b   |\n| -------- | --- |\n| x        | y   |\n'],
    ['| a       | b   |\n|---------|-----|\n| x | y |\n', '| a   | b   |\n| --- | --- |\n| x   | y   |\n'],
    ['| a | b |\r\n|-|-|\r\n| xyz | y |\r\n', '| a   | b   |\r\n| --- | --- |\r\n| xyz | y   |\r\n'],
    ['  | a | b |\n  |-|-|\n', '  | a   | b   |\n  | --- | --- |\n'],
  ])('%j are aligned', (text, wanted) => check(text, wanted));

  it.each([
    ['| a | b |\n|---|---|\n| x |\n'],
    ['| a | b |\n|---|---|\n| x | y | z |\n'],
    ['a | b\n---|---\nx | y\n'],
    ['- | a | b |\n  |---|---|\n  | xx | y |\n'],
    ['> | a | b |\n> |---|---|\n> | xx | y |\n'],
    ['| a | b |\n  |---|---|\n| xx | y |\n'],
    ['| a | b\\|\n|---|---|\n| xx | y |\n'],
    ['```\n| a | b |\n|---|---|\n| xx | y |\n```\n'],
    [`| a | b |\n|---|---|\n| x | ${'落实'.repeat(60)} |\n`],
  ])('%j are left as they are', (text) => check(text, text));
});

describe('tags', () => {
  it.each([
    ['会议<< meetings : 12 >>次。\n', '会议<<meetings:12>>次。\n'],
    ['《《会议：**》》次。\n', '<<会议:**>>次。\n'],
    ['<<会议：12>>次，＜＜人数：3＞＞人。\n', '<<会议:12>>次，<<人数:3>>人。\n'],
  ])('%j are written in their usual form', (text, wanted) => check(text, wanted));

  it.each([
    ['`<< meetings : 12 >>`次。\n'],
    ['印发《《条例》实施办法》。\n'],
    ['a << b : c >> d\n'],
    ['损失<<loss:_>>万元，<<a:“12”>>。\n'],
    ['<!-- tallymark-ignore malformed-metric -->\n\n《《会议：**》》次。\n'],
  ])('%j are left as they are', (text) => check(text, text));

  it('lose no more than their spaces and signs', () => {
    const edits = ask(formatting, { text: '会议<< meetings : 12 >>次。\n' });
    expect(edits.map(({ newText }) => newText).join('')).toBe(':');
  });
});

describe('white space', () => {
  it.each([
    ['会议**次。 \n\t\n完。\t\n', '会议**次。\n\n完。\n'],
    ['## 一、学习  \n', '## 一、学习\n'],
    ['- 学习 \n- 落实\t\n', '- 学习\n- 落实\n'],
    ['会议。 \r\n完。  \r\n', '会议。\r\n完。\r\n'],
  ])('at the end of lines of %j goes', (text, wanted) => check(text, wanted));

  it.each([
    ['联系人：张三  \n电话：**\n'],
    ['```\ncode  \n```\n'],
    ['    code  \n'],
    ['---\ntitle: x  \n---\n\n完。\n'],
    ['<div>  \n</div>\n'],
    ['路径\\ \n完。\n'],
    ['一`a  \nb`二\n'],
    ['- 学习\n- \n'],
    ['完。\r  \n再见。\n'],
  ])('that breaks a line or stands in code stays in %j', (text) => check(text, text));

  it('stays where the editor keeps it', () => {
    const text = '会议。 \n';
    check(text, text, { trimTrailingWhitespace: false });
  });

  it('at the end of the text is as the editor asks', () => {
    check('完。', '完。');
    check('完。\n\n\n', '完。\n\n\n');
    check('完。', '完。\n', { insertFinalNewline: true });
    check('完。\r\n再见。', '完。\r\n再见。\r\n', { insertFinalNewline: true });
    check('完。\n  ', '完。\n', { insertFinalNewline: true });
    check('', '', { insertFinalNewline: true });
    check('完。\n \n\n', '完。\n', { trimFinalNewlines: true });
    check('完。  \r\n\r\n\r\n', '完。\r\n', { trimFinalNewlines: true });
    check('```\ncode\n\n\n', '```\ncode\n\n\n', { trimFinalNewlines: true });
  });
});

describe('a range', () => {
  it.each([
    ['会议$0<<a: 1>>次。 $0\n\n培训<<b: 2>>人。 \n', '会议<<a:1>>次。\n\n培训<<b: 2>>人。 \n'],
    [
      '会议<<a: 1>>次。\n$0培训<<b: 2>>人。\n$0宣讲<<c: 3>>场。\n',
      '会议<<a: 1>>次。\n培训<<b:2>>人。\n宣讲<<c: 3>>场。\n',
    ],
    ['$0|a|b|$0\n|-|-|\n|xx|y|\n\n|c|d|\n|-|-|\n', '| a   | b   |\n| --- | --- |\n| xx  | y   |\n\n|c|d|\n|-|-|\n'],
    ['## 一、学\n\n$0## 三、干\n$0\n## 四、问题\n', '## 一、学\n\n## 二、干\n\n## 四、问题\n'],
    ['$0会议。$0\n\n## 一、学\n\n## 三、干\n', '会议。\n\n## 一、学\n\n## 三、干\n'],
  ])('%j is formatted alone', (text, wanted) => {
    const question = { text };
    expect(applyEdits(question, ask(rangeFormatting, question, { options: {} }))).toBe(wanted);
  });
});

it('another Markdown file is left alone', () => {
  const question: Question = { text: '|a|b|\n|-|-|\n', uri: 'file:///notes.md' };
  expect(ask(formatting, question)).toEqual([]);
});

function check(given: Question | string, wanted: string, options: Readonly<Record<string, boolean>> = {}): void {
  const question = typeof given === 'string' ? { text: given } : given;
  expect(applyEdits(question, ask(formatting, question, { options }))).toBe(wanted);
}

function format(text: string): string {
  return applyEdits({ text }, ask(formatting, { text }));
}
