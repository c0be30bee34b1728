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
  /** An earlier parse, made with the same lexicon, whose blocks may be used again. The answer is the same without it. */
  readonly previous?: Parse | undefined;
}

/** A block longer than this is read for tags and masks alone, without Markdown, so that no text can hang the parser. */
export const longestBlock = 60_000;

/** How many star masks make a document one that is full of them. */
const priorThreshold = 3;

/** Parses any text. The positions in each block's tree are relative to the block. */
export function parse(text: string, { mode, lexicon, previous }: ParseOptions): Parse {
  const pieces = mode === 'plain' ? [{ start: 0, end: text.length }] : withoutByteOrderMark(text);
  const known = new Map(previous?.mode === mode ? previous.blocks.map((block) => [block.text, block]) : []);
  const drafts = pieces.map(({ start, end }): Draft => {
    const own = text.slice(start, end);
    const starMasks = known.get(own)?.starMasks;
    if (starMasks !== undefined) return { start, text: own, starMasks };
    const scan = scanMasks(own, { mode, lexicon, prior: false });
    return { start, text: own, starMasks: scan.starMasks, scan };
  });
  const prior = drafts.reduce((sum, draft) => sum + draft.starMasks, 0) >= priorThreshold;
  const parseBlock = blockParser(lexicon);
  const labels = mode === 'plain' ? { definitions: [], footnotes: [] } : collectLabels(drafts, known, parseBlock);
  const context = JSON.stringify([prior, labels]);
  const firstStart = text.startsWith('\ufeff') ? 1 : 0;
  const blocks = drafts.map((draft): Block => {
    const { start, text: own, starMasks } = draft;
    const kept = context === previous?.context ? known.get(own) : undefined;
    // The first block may be front matter, which the same text elsewhere is not.
    if (kept !== undefined && start > firstStart && kept.start > firstStart)
      return kept.start === start ? kept : { ...kept, start };
    const scan = prior || draft.scan === undefined ? scanMasks(own, { mode, lexicon, prior }) : draft.scan;
    const isFlat = mode === 'plain' || own.length > longestBlock;
    const root = isFlat
      ? plainRoot(own, scan.masks, lexicon)
      : parseBlock(own, { masks: scan.masks, ...labels }, start === firstStart);
    return { start, text: own, root, starMasks };
  });
  return { text, mode, blocks, context };
}

interface Draft {
  readonly start: number;
  readonly text: string;
  readonly starMasks: number;
  readonly scan?: ScanResult;
}

type BlockParser = (text: string, context: BlockContext, mayHaveFrontMatter: boolean) => Root;

function blockParser(lexicon: Lexicon): BlockParser {
  const body = processor(lexicon, false);
  // Front matter is rarely what has changed, so its processor is made when it is needed.
  let head: Processor<Root> | undefined;
  return (text, context, mayHaveFrontMatter) => {
    const file = new VFile({ value: text, data: { block: context } });
    return (mayHaveFrontMatter && frontMatterEnd(text) > 0 ? (head ??= processor(lexicon, true)) : body).parse(file);
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

/** Link and footnote definitions act from every block on every other. */
function collectLabels(
  drafts: readonly Draft[],
  known: ReadonlyMap<string, Block>,
  parseBlock: BlockParser,
): Omit<BlockContext, 'masks'> {
  const definitions = new Set<string>();
  const footnotes = new Set<string>();
  for (const { text } of drafts) {
    if (!text.includes(']:') || text.length > longestBlock) continue;
    const root = known.get(text)?.root ?? parseBlock(text, { masks: [], definitions: [], footnotes: [] }, false);
    visitBlocks(root, (node) => {
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
