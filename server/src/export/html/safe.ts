/** What of a tree may stand in a page: known elements and attributes, links that lead somewhere harmless, no foreign images. */
import type { Element, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { never } from '../../base/never';

/** The same tree without anything that could run, load or clash with the page around it. */
export function makeSafe(root: Root): Root {
  const tree = sanitize({ ...root, children: root.children.map(tame) }, schema);
  return tree.type === 'root' ? tree : never('a sanitized root is a root');
}

const idPrefix = 'user-content-';
const place = ['dataStart', 'dataLine'];

/** Nothing but what our own handlers make. */
const schema: Schema = {
  tagNames: [
    ...[
      'a',
      'blockquote',
      'br',
      'code',
      'data',
      'del',
      'em',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'img',
      'input',
      'li',
      'mark',
    ],
    ...['ol', 'p', 'pre', 'section', 'span', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  attributes: {
    '*': [...place],
    a: ['href', 'title', 'id', 'dataFootnoteBackref', 'dataFootnoteRef', 'ariaDescribedBy', 'ariaLabel'],
    code: [['className', /^language-[\w+#.-]+$/]],
    data: [['className', 'metric'], 'value', 'dataId', 'dataStart', 'dataEnd'],
    h1: ['id'],
    h2: ['id', ['className', 'sr-only']],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['src', 'alt', 'title'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: ['id', ['className', 'task-list-item']],
    mark: [['className', 'blank', 'reference', 'fault'], 'dataKind', 'dataId', 'dataStart', 'dataEnd'],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', 'image'], 'title'],
    td: ['align'],
    th: ['align'],
    ul: [['className', 'contains-task-list']],
  },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  clobber: ['ariaDescribedBy', 'id'],
  clobberPrefix: idPrefix,
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  required: { input: { disabled: true, type: 'checkbox' } },
};

function tame(node: RootContent): RootContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'img' && !isBesideTheReport(node.properties['src'])) return describeImage(node);
  const href = node.properties['href'];
  const isInner = node.tagName === 'a' && typeof href === 'string' && href.startsWith('#') && href.length > 1;
  return {
    ...node,
    properties: isInner ? { ...node.properties, href: `#${idPrefix}${href.slice(1)}` } : node.properties,
    // The children of an element are never the document type, so the cast loses nothing.
    children: node.children.map(tame) as Element['children'],
  };
}

/** A relative path. Anything with a scheme, a host or a root is foreign, since loading it would tell others of the report. */
function isBesideTheReport(src: unknown): boolean {
  return typeof src === 'string' && src !== '' && !/^[/\\]|^[^/?#]*:|\\/.test(src);
}

function describeImage({ properties }: Element): Element {
  const { alt, src } = properties;
  const text = typeof alt === 'string' && alt !== '' ? alt : String(src ?? '');
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['image'], title: String(src ?? '') },
    children: [{ type: 'text', value: text }],
  };
}
