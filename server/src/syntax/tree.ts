/** The tree of one block, made by remark when it is first asked for. */
import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { VFile } from 'vfile';
import { lazy, memoised } from '../base/lazy';
import type { Lexicon } from './mask/lexicon';
import { plainRoot } from './plain';
import { remarkReport } from './remarkReport';
import type { Block } from './types';

/** mdast with the nodes of tags and masks. Positions are relative to the block. Always the same object for the same block. */
export const treeOf = memoised((block: Block): Root => {
  const { text, form, masks, refersTo, lexicon } = block;
  if (form === 'flat') return plainRoot(text, masks, lexicon);
  const { body, head } = processorsFor(lexicon);
  const processor = form === 'front-matter' ? head() : body();
  return processor.parse(new VFile({ value: text, data: { block: { masks, labels: refersTo } } }));
});

const processorsFor = memoised((lexicon: Lexicon) => ({
  body: lazy(() => processor(lexicon, false)),
  head: lazy(() => processor(lexicon, true)),
}));

function processor(lexicon: Lexicon, withFrontMatter: boolean): Processor<Root> {
  const base = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
  if (withFrontMatter) base.use(remarkFrontmatter, ['yaml']);
  return base.use(remarkReport, { lexicon, mode: 'markdown' }).use(combined).freeze() as unknown as Processor<Root>;
}

/** Combines the extensions once; the parser would do so for every block. */
function combined(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? [])];
}
