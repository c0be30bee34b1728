/** Text to tree, block by block: micromark is quadratic in long lists and tables, so it never sees a whole document. */
import type { Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { VFile } from 'vfile';
import { cutBlocks, frontMatterEnd } from './blocks';
import type { Lexicon } from './mask/lexicon';
import { scanMasks, type ScanResult } from './mask/scan';
import { plainRoot } from './plain';
import { remarkReport, type BlockContext } from './remarkReport';
import type { Block, Mode, Parse } from './types';

export interface ParseOptions {
  readonly mode: Mode;
  readonly lexicon: Lexicon;
}

/** A block longer than this is read for tags and masks alone, without Markdown, so that no text can hang the parser. */
export const longestBlock = 60_000;

/** How many star masks make a document one that is full of them. */
const priorThreshold = 3;

/** Parses any text. The positions in each block's tree are relative to the block. */
export function parse(text: string, { mode, lexicon }: ParseOptions): Parse {
  const pieces = mode === 'plain' ? [{ start: 0, end: text.length }] : withoutByteOrderMark(text);
  const texts = pieces.map((piece) => text.slice(piece.start, piece.end));
  let scans = texts.map((piece) => scanMasks(piece, { mode, lexicon, prior: false }));
  const starMasks = scans.reduce((sum, scan) => sum + scan.starMasks, 0);
  if (starMasks >= priorThreshold) {
    scans = scans.map((scan, index) => rescan(scan, texts[index] ?? '', { mode, lexicon }));
  }
  if (mode === 'plain') {
    return { text, mode, blocks: [{ start: 0, text, root: plainRoot(text, scans[0]?.masks ?? [], lexicon) }] };
  }
  const parseBlock = blockParser(lexicon);
  const labels = collectLabels(texts, parseBlock);
  const blocks = pieces.map(({ start }, index): Block => {
    const blockText = texts[index] ?? '';
    const masks = scans[index]?.masks ?? [];
    if (blockText.length > longestBlock) {
      return { start, text: blockText, root: plainRoot(blockText, masks, lexicon) };
    }
    return { start, text: blockText, root: parseBlock(blockText, { masks, ...labels }, start === 0) };
  });
  return { text, mode, blocks };
}

type BlockParser = (text: string, context: BlockContext, mayHaveFrontMatter: boolean) => Root;

function blockParser(lexicon: Lexicon): BlockParser {
  const body = processor(lexicon, false);
  const head = processor(lexicon, true);
  return (text, context, mayHaveFrontMatter) => {
    const file = new VFile({ value: text, data: { block: context } });
    return (mayHaveFrontMatter && frontMatterEnd(text) > 0 ? head : body).parse(file);
  };
}

function processor(lexicon: Lexicon, withFrontMatter: boolean): Processor<Root> {
  const base = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
  if (withFrontMatter) base.use(remarkFrontmatter, ['yaml']);
  return base.use(remarkReport, { lexicon, mode: 'markdown' }).freeze() as unknown as Processor<Root>;
}

/** A byte order mark is no Markdown; it stands before the first block. */
function withoutByteOrderMark(text: string): readonly { start: number; end: number }[] {
  if (!text.startsWith('\ufeff')) return cutBlocks(text);
  const pieces = cutBlocks(text.slice(1)).map(({ start, end }) => ({ start: start + 1, end: end + 1 }));
  return [{ start: 0, end: 1 }, ...pieces];
}

function rescan(scan: ScanResult, text: string, options: ParseOptions): ScanResult {
  return text.includes('*') || text.includes('_') ? scanMasks(text, { ...options, prior: true }) : scan;
}

/** Link and footnote definitions act from every block on every other. */
function collectLabels(texts: readonly string[], parseBlock: BlockParser): Omit<BlockContext, 'masks'> {
  const definitions = new Set<string>();
  const footnotes = new Set<string>();
  for (const text of texts) {
    if (!text.includes(']:') || text.length > longestBlock) continue;
    visitBlocks(parseBlock(text, { masks: [], definitions: [], footnotes: [] }, false), (node) => {
      if (node.type === 'definition') definitions.add(node.identifier.toUpperCase());
      if (node.type === 'footnoteDefinition') footnotes.add(node.identifier.toUpperCase());
    });
  }
  return { definitions: [...definitions], footnotes: [...footnotes] };
}

function visitBlocks(root: Root, visit: (node: RootContent) => void): void {
  const waiting: RootContent[] = [...root.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    if (
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
    ) {
      waiting.push(...node.children);
    }
  }
}
