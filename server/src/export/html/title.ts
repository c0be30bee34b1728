/** The report's title as a heading, where the text itself has none. */
import type { Element, Root } from 'hast';
import { createLineIndex } from '../../base/lineIndex';
import type { Report } from '../../report/types';

/** Puts the title of the front matter before everything else, unless the report begins with a heading that says the same. */
export function withTitle(root: Root, { text, title, frontMatter }: Report): Root {
  if (title === undefined || frontMatter === undefined || title.span.start >= frontMatter.span.end) return root;
  const first = root.children.find((node) => node.type === 'element');
  if (first?.tagName === 'h1' && textOf(first).trim() === title.value.trim()) return root;
  const heading: Element = {
    type: 'element',
    tagName: 'h1',
    properties: { dataStart: title.span.start, dataLine: createLineIndex(text).positionAt(title.span.start).line },
    children: [{ type: 'text', value: title.value }],
  };
  return { ...root, children: [heading, { type: 'text', value: '\n' }, ...root.children] };
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
