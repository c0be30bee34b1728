/** The marker language of fixtures. */
import { describe, expect, it } from 'vitest';
import { widthOfLine } from './columns';
import { readFixture, readSingle } from './fixture';

const marked = (source: string): string[] => {
  const { text, marks } = readSingle(source);
  return marks.map(({ span }) => (span === undefined ? '^file' : text.slice(span.start, span.end)));
};

describe('marks', () => {
  it('are taken out of the text, with their kind, code and message', () => {
    const { text, marks } = readSingle('Held <<a:12>>.\n       ^ warning[some-rule]: A message: here\nMore.\n');
    expect(text).toBe('Held <<a:12>>.\nMore.\n');
    expect(marks).toEqual([
      { kind: 'warning', code: 'some-rule', message: 'A message: here', span: { start: 7, end: 8 } },
    ]);
  });

  it('stand under the columns that an editor shows', () => {
    expect(marked('召开会议**次。\n        ^^ warning\n')).toEqual(['**']);
    expect(marked('召开会议**次。\n^^^^ info\n')).toEqual(['召开']);
    expect(marked('“两个”维护\n^^^^^^ info\n')).toEqual(['“两个”']);
    expect(marked('共×个 😀 完\n  ^ info\n      ^^ hint\n')).toEqual(['×', '😀']);
  });

  it('mark the nearest line of text above, several of them the same', () => {
    expect(marked('one two\n^^^ error\n    ^^^ error\nthree\n^^^^^ hint\n')).toEqual(['one', 'two', 'three']);
  });

  it('may have no place in the text', () => {
    expect(marked('Text.\n^file error[missing-section]: The section …\n')).toEqual(['^file']);
    expect(readSingle('^file error\n').text).toBe('');
  });

  it('are nothing but lines that look like marks', () => {
    for (const source of ['^^^ not a kind\n', '^ errors\n', 'a ^^ warning\n', '2 ^ 3\n']) {
      expect(readSingle(source)).toMatchObject({ text: source, marks: [] });
    }
  });

  it('must fit the line that they mark', () => {
    expect(() => readSingle('会议\n ^^ error\n')).toThrow('does not fit');
    expect(() => readSingle('short\n       ^^^ error\n')).toThrow('does not fit');
    expect(() => readSingle('^^^ error\n')).toThrow('No line of text');
  });

  it('leave line endings as they are', () => {
    const { text } = readSingle('one\r\n^^^ error\r\ntwo\r\n');
    expect(text).toBe('one\r\ntwo\r\n');
    expect(marked('one\r\n^^^ error\r\ntwo\r\n^^^ error')).toEqual(['one', 'two']);
  });
});

describe('cursors', () => {
  it('are taken out, and marks still stand under what is shown', () => {
    const { text, cursors } = readSingle('Held $0<<a:12>>.\n');
    expect(text).toBe('Held <<a:12>>.\n');
    expect(cursors).toEqual([5]);
    expect(marked('会$0议召开\n      ^^^^ ref\n')).toEqual(['召开']);
  });

  it('may be two, the ends of a selection', () => {
    expect(readSingle('a$0bc$0d').cursors).toEqual([1, 3]);
  });

  it('are literal after a backslash', () => {
    const { text, cursors } = readSingle('<<id:\\$0>> and\n           ^^^ ref\n');
    expect(text).toBe('<<id:$0>> and\n');
    expect(cursors).toEqual([]);
    expect(marked('<<id:\\$0>> and\n           ^^^ ref\n')).toEqual(['and']);
  });
});

describe('files', () => {
  it('begin at their header', () => {
    const files = readFixture(
      '//- monthly.template.yaml\nid: monthly\n//- march.report.md template:monthly\n# March\n^^ info\n',
    );
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['monthly.template.yaml', 'id: monthly\n'],
      ['march.report.md', '# March\n'],
    ]);
    expect(files[1]?.options.get('template')).toBe('monthly');
    expect(files[1]?.marks).toHaveLength(1);
  });

  it('need no header where there is only one', () => {
    expect(readSingle('Text.\n', 'a.txt')).toMatchObject({ path: 'a.txt', text: 'Text.\n' });
    expect(readSingle('').text).toBe('');
    expect(() => readSingle('one\n//- two.md\ntwo\n')).toThrow('one file');
  });
});

it('a line is as wide as an editor shows it', () => {
  expect(['会议**次', 'ab', '\tx', 'a\tx', '（一）', 'é', 'e\u0301'].map(widthOfLine)).toEqual([8, 2, 5, 5, 6, 1, 1]);
});
