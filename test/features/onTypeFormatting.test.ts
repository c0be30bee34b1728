/** What Enter and the end of a tag do while a report is being written. `↵` is the Enter that was just pressed. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../markdown/random';
import onTypeFormatting from '../../server/src/features/onTypeFormatting';
import { applyEdits, ask } from './harness';

describe('lists', () => {
  it.each([
    ['- 学习↵', '- 学习\n- '],
    ['* 学习\n* 落实↵', '* 学习\n* 落实\n* '],
    ['1. 学习↵', '1. 学习\n2. '],
    ['9) Plan↵', '9) Plan\n10) '],
    ['1. 学习\n1. 落实↵', '1. 学习\n1. 落实\n1. '],
    ['- 学习\n  - 周会↵', '- 学习\n  - 周会\n  - '],
    ['- [x] Draft sent↵', '- [x] Draft sent\n- [ ] '],
    ['> - 学习↵', '> - 学习\n> - '],
    ['- Plan ↵the week', '- Plan \n- the week'],
  ])('%j goes on', (text, wanted) => check(text, wanted));

  it.each([
    ['- 学习\n- ↵', '- 学习\n'],
    ['1. 学习\n2. ↵\n\n完。', '1. 学习\n\n\n完。'],
    ['- 学习\n  - 周会\n  - ↵', '- 学习\n  - 周会\n'],
    ['> - 学习\n> - ↵', '> - 学习\n> '],
  ])('%j ends with its empty item', (text, wanted) => check(text, wanted));

  it('keeps the indent that the editor has made', () => {
    check('- 学习\n  - 周会↵  ', '- 学习\n  - 周会\n  - ');
  });

  it.each([
    ['```\n- a↵\n```'],
    ['---\ndata:\n- a.csv↵\n---\n'],
    ['- - -↵'],
    ['正文\n- ↵'],
    ['- ```↵'],
    ['1986. 是丰收的一年↵'.replace('1986. ', '今年\n1986. ')],
    ['学习。↵'],
    ['↵- 学习'],
    ['- 学习↵- 落实'],
  ])('%j is left as it is', (text) => check(text, text.replace('↵', '\n')));
});

describe('series', () => {
  const lines = '某局工作总结\n一、主要工作\n';

  it.each([
    ['一是抓学习，开会**次。↵', '一是抓学习，开会**次。\n二是'],
    ['一是抓学习；\n二是抓落实；↵', '一是抓学习；\n二是抓落实；\n三是'],
    ['　　一要抓学习。↵', '　　一要抓学习。\n　　二要'],
    ['首先，抓学习。↵', '首先，抓学习。\n其次，'],
    ['第一，抓学习。↵', '第一，抓学习。\n第二，'],
    ['（1）抓学习↵', '（1）抓学习\n（2）'],
  ])('%j goes on where paragraphs stand line under line', (text, wanted) => check(lines + text, lines + wanted));

  it('goes on after the second Enter where blank lines part the paragraphs', () => {
    const before = '## 一、主要工作\n\n一是抓学习。';
    check(`${before}↵`, `${before}\n`);
    check(`${before}\n↵`, `${before}\n\n二是`);
    check(`${before}\n\n二是抓落实。\n↵\n## 二、问题\n`, `${before}\n\n二是抓落实。\n\n三是\n## 二、问题\n`);
  });

  it('ends with the line that holds only its number', () => {
    check(`${lines}一是抓学习。\n二是↵`, `${lines}一是抓学习。\n`);
    check('## 一、工作\n\n首先，学。\n\n其次，↵', '## 一、工作\n\n首先，学。\n\n');
    check(`${lines}（1）学习\n（2）↵`, `${lines}（1）学习\n`);
  });

  it.each([
    ['一是抓学习↵'],
    ['一是抓学习，二是抓落实。↵'],
    ['一是抓学习。↵二是抓落实。'],
    ['一是抓学习。↵\n二是抓落实。'],
    ['首先，学。\n其次，看。\n再次，干。↵'],
    ['最后，抓学习。↵'],
    ['二、存在问题↵'],
    ['（一）学习。全年开会**次。↵'],
    ['全年第一，成绩喜人。↵'],
  ])('%j is left as it is', (text) => check(lines + text, lines + text.replace('↵', '\n')));

  it('is not continued behind a heading', () => {
    check('## 一、主要工作↵', '## 一、主要工作\n');
    check('### 一是抓学习。↵', '### 一是抓学习。\n');
  });
});

describe('the last sign of a tag', () => {
  it.each([
    ['全年《《会议：**》》', '》', '全年<<会议:**>>'],
    ['全年<< meetings : 12 >>', '>', '全年<<meetings:12>>'],
    ['全年<<会议：12>>', '>', '全年<<会议:12>>'],
  ])('%j puts it into its usual form', (text, ch, wanted) => check(`${text}$0次。`, `${wanted}次。`, ch));

  it.each([
    ['印发《工作要点》', '》'],
    ['全年<<a:12>>', '>'],
    ['`《《会议：**》》', '》'],
    ['<!-- tallymark-ignore malformed-metric -->\n\n《《会议：**》》', '》'],
    ['---\nrules:\n  malformed-metric: off\n---\n\n《《会议：**》》', '》'],
  ])('%j is left as it is', (text, ch) => check(`${text}$0次\``, `${text}次\``, ch));
});

it('answers at every place of any text', () => {
  const text = '- a\n1. b\n\n一是学。\n（1）x\n> - \r\n\r\n```\n- \n```\n| a |\n|-|\n《《a：1》》\n😀\n二是\n';
  const random = createRandom(3);
  for (let round = 0; round < 50; round++) {
    const from = random.below(text.length);
    const part = text.slice(from, from + random.below(text.length - from));
    const at = random.below(part.length + 1);
    const question = { text: `${part.slice(0, at)}\n$0${part.slice(at)}` };
    for (const ch of ['\n', '》']) {
      const edits = ask(onTypeFormatting, question, { ch });
      expect(edits.length).toBeLessThanOrEqual(3);
      expect(applyEdits(question, edits)).toBeDefined();
    }
  }
});

function check(marked: string, wanted: string, ch = '\n'): void {
  const text = marked.replace('↵', '\n$0');
  // The cursor stands behind the indent that the editor makes by itself.
  const question = { text: text.replace(/\$0( +)$/, '$1$$0') };
  const edits = ask(onTypeFormatting, question, { ch });
  expect(applyEdits(question, edits)).toBe(wanted);
}
