/** What GitHub Flavored Markdown adds means with our extension what it means without; so do front matter and Chinese emphasis. */
import { expect, it } from 'vitest';
import { gfmExamples } from './gfmExamples';
import { reportNodes, treeOfReport, treeWithoutReports } from './reference';

it.each(gfmExamples)('leaves alone $title', ({ markdown }) => {
  expectSame(markdown);
  expectSame(`Text before.\n\n${markdown}\nText after.\n`);
});

it.each([
  { title: 'front matter', markdown: '---\nreport: monthly\ntitle: "*a*"\n---\n\n# A\n' },
  { title: 'empty front matter', markdown: '---\n---\nA\n' },
  { title: 'front matter that is not closed', markdown: '---\nreport: monthly\n\nA\n' },
  { title: 'lines of hyphens after the beginning', markdown: 'A\n\n---\nreport: monthly\n---\n' },
  { title: 'front matter with spaces after its fences', markdown: '---  \nreport: monthly\n--- \n***\n' },
  { title: 'four hyphens', markdown: '----\nreport: monthly\n----\n' },
])('leaves alone $title', ({ markdown }) => expectSame(markdown));

it.each([
  { title: 'emphasis next to Chinese marks', markdown: '**“重点”**工作，*（一）*要求，**强调。**然后\n' },
  { title: 'emphasis between Chinese characters', markdown: '这是**重点**工作，*次要*的和***特别***的\n' },
  { title: 'strikethrough next to Chinese marks', markdown: '这是~~“取消”~~的，~~删除。~~然后\n' },
  { title: 'underscores next to Chinese marks', markdown: '（__重点__）与“_引用_”，这__不是__强调\n' },
  { title: 'emphasis in Japanese and Korean', markdown: '**「強調」**です。**강조**합니다.\n' },
])('leaves alone $title', ({ markdown }) => expectSame(markdown));

it.each([
  { title: 'boxes of tasks', markdown: '- [X] done\n- [x] done\n- [ ] open\n\n1. [X] done\n' },
  {
    title: 'links on single letters and short words',
    markdown: '[X](/x), [TBD](/t "t"), [Name](<n m>) and [N][n]\n\n[n]: /n\n',
  },
  { title: 'images of the same names', markdown: '![X](x.png) ![Name][n]\n\n[n]: n.png\n' },
])('takes no placeholder from $title', ({ markdown }) => expectSame(markdown));

function expectSame(markdown: string): void {
  const tree = treeOfReport(markdown);
  expect(reportNodes(tree)).toEqual([]);
  expect(tree).toEqual(treeWithoutReports(markdown));
}
