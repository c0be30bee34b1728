/** Lines and columns of a parsed text, reckoned from those of its blocks. */
import { lazy, memoised } from '../base/lazy';
import { createLineIndex, type LineIndex } from '../base/lineIndex';
import type { Found, Sequence } from '../base/sequence';
import type { Block, Extent } from './types';

/** Lines of one block; its first may have begun in the block before, where that is a byte order mark. */
export const linesIn = memoised((block: Block): LineIndex => createLineIndex(block.text));

/** The same answers as the index of the whole text. Costs what one block costs. */
export function blockLines(blocks: Sequence<Block, Extent>): LineIndex {
  const { length, lineBreaks } = blocks.sum;
  const last = lazy(() => blocks.locate(blocks.length - 1));
  const within = ({ item }: Found<Block, Extent>): LineIndex => linesIn(item);
  return {
    lineCount: lineBreaks + 1,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, length));
      const found = blocks.find((sum) => sum.length > bounded) ?? last();
      if (found === undefined) return { line: 0, character: 0 };
      const { line, character } = within(found).positionAt(bounded - found.before.length);
      const lead = line === 0 && found.before.lineBreaks === 0 ? found.before.length : 0;
      return { line: found.before.lineBreaks + line, character: character + lead };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line > lineBreaks) return length;
      const found = blocks.find((sum) => sum.lineBreaks > line) ?? last();
      if (found === undefined) return 0;
      const { before } = found;
      const lead = line === 0 ? before.length : 0;
      const column = Math.max(0, character);
      if (column < lead) return column;
      return before.length + within(found).offsetAt({ line: line - before.lineBreaks, character: column - lead });
    },
  };
}
