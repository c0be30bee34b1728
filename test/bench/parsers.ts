/** The parsers beside ours, from the packages that this folder installs for itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from './part';

export interface Parser {
  readonly name: string;
  parse(text: string): unknown;
}

/** Whatever a package exports. They are installed on demand, so their types are not there when ours are checked. */
type Loaded = ReturnType<typeof JSON.parse>;

export async function loadParsers(): Promise<readonly Parser[]> {
  const { unified } = await load('unified');
  const remarkParse = (await load('remark-parse')).default;
  const remarkGfm = (await load('remark-gfm')).default;
  const remarkFrontmatter = (await load('remark-frontmatter')).default;
  const remarkCjkFriendly = (await load('remark-cjk-friendly')).default;
  const { parse, postprocess, preprocess } = await load('micromark');
  const { gfm } = await load('micromark-extension-gfm');
  const { frontmatter } = await load('micromark-extension-frontmatter');
  const markdownIt = (await load('markdown-it')).default({ html: true, linkify: true });
  const commonmark = await load('commonmark');
  const lezer = await lezerParser();
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
  const remarkCjk = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(remarkFrontmatter, ['yaml'])
    .freeze();
  const extensions = [gfm(), frontmatter(['yaml'])];
  return [
    { name: 'remark-parse + GFM + front matter', parse: (text) => remark.parse(text) },
    { name: 'the same + CJK-friendly emphasis', parse: (text) => remarkCjk.parse(text) },
    {
      name: 'micromark + GFM + front matter, events only',
      parse: (text) =>
        postprocess(
          parse({ extensions })
            .document()
            .write(preprocess()(text, undefined, true)),
        ),
    },
    { name: 'markdown-it', parse: (text) => markdownIt.parse(text, {}) },
    { name: 'commonmark', parse: (text) => new commonmark.Parser().parse(text) },
    { name: '@lezer/markdown + GFM', parse: (text) => lezer.parse(text) },
  ];
}

/** Keeps a tree up to date with insertions, as an editor of CodeMirror does. */
export async function incrementalLezer(initial: string): Promise<{ insert(at: number, inserted: string): unknown }> {
  const { TreeFragment } = await load('@lezer/common');
  const parser = await lezerParser();
  let text = initial;
  let tree = parser.parse(text);
  return {
    insert(at, inserted) {
      text = text.slice(0, at) + inserted + text.slice(at);
      const change = { fromA: at, toA: at, fromB: at, toB: at + inserted.length };
      tree = parser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]));
      return tree;
    },
  };
}

async function lezerParser(): Promise<Loaded> {
  const { parser, GFM } = await load('@lezer/markdown');
  return parser.configure([GFM]);
}

/** The instance of a markdown-it as VS Code sets it up, to answer the Markdown server's questions. */
export async function markdownItAsInVsCode(): Promise<{ parse(text: string, environment: object): unknown }> {
  return (await load('markdown-it')).default({ html: true });
}

/** Where a package's own module lies; packages that only export for `import` are found too. */
export function locate(name: string): string {
  return createRequire(join(here, 'package.json')).resolve(name);
}

async function load(name: string): Promise<Loaded> {
  return import(pathToFileURL(locate(name)).href);
}
