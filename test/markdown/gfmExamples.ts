/** Examples of what GitHub Flavored Markdown adds to CommonMark (tables, task lists, strikethrough, autolinks, footnotes), by its rules. */

export interface Example {
  readonly title: string;
  readonly markdown: string;
}

export const gfmExamples: readonly Example[] = [
  { title: 'a table', markdown: '| foo | bar |\n| --- | --- |\n| baz | bim |\n' },
  {
    title: 'a table with alignment and without outer pipes',
    markdown: '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
  },
  {
    title: 'an escaped pipe in a cell, in code too',
    markdown: '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
  },
  { title: 'a table that a block quote ends', markdown: '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n' },
  {
    title: 'a row without pipes, and a paragraph after a blank line',
    markdown: '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
  },
  { title: 'a delimiter row of another width makes no table', markdown: '| abc | def |\n| --- |\n| bar |\n' },
  { title: 'short and long rows', markdown: '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n' },
  { title: 'a header alone', markdown: '| abc | def |\n| --- | --- |\n' },
  { title: 'a task list', markdown: '- [ ] foo\n- [x] bar\n' },
  { title: 'nested task lists', markdown: '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n' },
  { title: 'a box in the middle is text', markdown: '- foo [x] bar\n- [X] baz\n' },
  { title: 'strikethrough with two and with one tilde', markdown: '~~Hi~~ Hello, ~there~ world!\n' },
  { title: 'strikethrough does not cross paragraphs', markdown: 'This ~~has a\n\nnew paragraph~~.\n' },
  { title: 'three tildes are no strikethrough', markdown: 'This will ~~~not~~~ strike.\n' },
  { title: 'an address that begins with www', markdown: 'www.commonmark.org\n' },
  { title: 'an address inside a sentence', markdown: 'Visit www.commonmark.org/help for more information.\n' },
  { title: 'full stops after an address', markdown: 'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n' },
  {
    title: 'parentheses around addresses',
    markdown: 'www.google.com/search?q=Markup+(business)\n\n(www.google.com/search?q=Markup+(business))\n',
  },
  {
    title: 'an entity after an address',
    markdown: 'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n',
  },
  { title: 'a less-than sign ends an address', markdown: 'www.commonmark.org/he<lp\n' },
  {
    title: 'addresses with a scheme',
    markdown: 'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))\n',
  },
  {
    title: 'e-mail addresses',
    markdown: 'foo@bar.baz\n\nhello@mail+xyz.example is not it, but hello+xyz@mail.example is.\n',
  },
  {
    title: 'e-mail addresses that end in marks',
    markdown: 'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n',
  },
  { title: 'a footnote and its call', markdown: 'A call.[^1]\n\n[^1]: The note.\n' },
  {
    title: 'a footnote of several paragraphs',
    markdown: 'A call.[^long]\n\n[^long]: First.\n\n    Second.\n\nText.\n',
  },
  { title: 'a call without a note is text', markdown: 'No note.[^none]\n' },
  {
    title: 'raw HTML that GitHub filters',
    markdown: '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.\n</blockquote>\n',
  },
  {
    title: 'a table between paragraphs without blank lines',
    markdown: 'text\n| a | b |\n| - | - |\n| *c* | `d` |\n\nend\n',
  },
];
