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
  {
    title: 'cells of every kind of inline content',
    markdown:
      '| *em* | `a` | [l](/u) | ~~d~~ |\n| --- | :-- | :-: | --: |\n| **s** | <b>h</b> | ![i](/u) | www.example.org |\n',
  },
  { title: 'empty cells and rows', markdown: '| a | b |\n| --- | --- |\n| | |\n|| x |\n' },
  { title: 'a table with one column', markdown: '| a |\n| - |\n| b |\n' },
  { title: 'a line of hyphens without pipes makes a heading', markdown: 'a\n---\nb\n' },
  {
    title: 'a heading and a list end a table',
    markdown: '| a | b |\n| - | - |\n| 1 | 2 |\n# Heading\n\n| a | b |\n| - | - |\n- item\n',
  },
  {
    title: 'a table in a quotation and in a list',
    markdown: '> | a | b |\n> | - | - |\n> | 1 | 2 |\n\n- | a | b |\n  | - | - |\n  | 1 | 2 |\n',
  },
  {
    title: 'an indented delimiter row, and one that is code',
    markdown: '| a | b |\n   | - | - |\n| 1 | 2 |\n\n    | a | b |\n    | - | - |\n',
  },
  { title: 'pipes that are no table', markdown: 'a | b\n\n|\n\n| a | b |\n' },
  { title: 'emphasis does not cross cells', markdown: '| *a | b* |\n| - | - |\n| **c | d** |\n' },
  { title: 'a code span takes no pipe', markdown: '| `a | b` |\n| - | - |\n| `c \\| d` | e |\n' },
  { title: 'tasks with other marks and numbers', markdown: '* [ ] a\n+ [x] b\n\n1. [ ] c\n2) [x] d\n' },
  { title: 'boxes that are none', markdown: '- [] a\n- [  ] b\n- [y] c\n- [ ]d\n- \\[ ] e\n- [x]\n' },
  { title: 'a task with a paragraph, a quotation and code', markdown: '- [x] a\n\n  b\n\n  > c\n\n- [ ] `d`\n' },
  { title: 'a task in a quotation', markdown: '> - [x] done\n> - [ ] open\n' },
  {
    title: 'a box with emphasis and a link after it',
    markdown: '- [x] **done** and [linked](/x)\n- [ ] *open*, www.example.org\n',
  },
  {
    title: 'strikethrough inside words and with emphasis',
    markdown: 'a~~b~~c, **~~d~~**, ~~*e* `f` [g](/u)~~, *~h~*\n',
  },
  { title: 'tildes that are no strikethrough', markdown: '~~ a ~~, ~a~~, a~b, \\~~c~~, `~~d~~`\n' },
  { title: 'strikethrough over a line ending', markdown: '~~first\nsecond~~ third\n' },
  { title: 'fenced code by tildes', markdown: '~~~\n~~a~~\n~~~\n' },
  {
    title: 'an address with underscores and stars',
    markdown: 'http://example.org/a_b_c/**/d and https://example.org/x__y__z*\n',
  },
  { title: 'domains that make no address', markdown: 'http://a_b.c_d www. http:// https://.org wwwx.example.org\n' },
  {
    title: 'addresses in brackets, quotes and emphasis',
    markdown: '"https://example.org", [https://example.org/a], *https://example.org/b*, (www.example.org)\n',
  },
  {
    title: 'no address inside a link or code',
    markdown: '[www.example.org](/u) `www.example.org` <a href="http://example.org">b</a>\n',
  },
  { title: 'ftp and other schemes', markdown: 'ftp://example.org/file mailto:a@example.org xmpp:a@example.org/b\n' },
  {
    title: 'addresses after letters and in Chinese text',
    markdown: 'xhttp://example.org 见https://example.org/路径 与 www.example.org。\n',
  },
  {
    title: 'two calls of a note, and notes out of order',
    markdown: 'A[^b] and B[^a] and A again[^b].\n\n[^a]: One.\n[^b]: Two.\n',
  },
  { title: 'a note with a list and code', markdown: 'Call[^n].\n\n[^n]:\n    - item\n\n        code\n' },
  {
    title: 'calls in headings, cells and emphasis',
    markdown: '# Title[^1]\n\n| a[^1] |\n| - |\n| *b*[^1] |\n\n**c[^1]**\n\n[^1]: *Note* with a call[^1].\n',
  },
  { title: 'labels with spaces are no notes', markdown: 'Call[^a b].\n\n[^a b]: Text.\n\n[^]: Text.\n' },
  { title: 'a note in a quotation', markdown: '> Call[^q].\n>\n> [^q]: Note.\n' },
];
