/** What can be folded in one block, by lines of the block: so that a block that stays is not looked at again. */
import { memoised } from '../base/lazy';
import { createLineIndex } from '../base/lineIndex';
import type { Block } from '../syntax/types';
import { stretchesOf, type Stretch } from './stretches';

/** Lines count from 0 in the block. The last one is the last that stays hidden. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly isComment: boolean;
}

const foldable: ReadonlySet<Stretch['kind']> = new Set<Stretch['kind']>([
  'front-matter',
  'list',
  'item',
  'quote',
  'table',
  'code',
  'comment',
  'html',
  'footnote',
]);

/**
 * At most one fold begins in each line: where a list and its first item both could, the item, since the list then is folded item by
 * item; otherwise what is outside.
 */
export const foldsIn = memoised((block: Block): readonly Fold[] => {
  if (block.lineBreaks === 0) return none;
  const stretches = stretchesOf(block).filter(({ kind }) => foldable.has(kind));
  if (stretches.length === 0) return none;
  const lines = createLineIndex(block.text);
  const folds = new Map<number, Fold & { readonly kind: Stretch['kind'] }>();
  for (const { kind, span } of stretches) {
    const startLine = lines.positionAt(span.start).line;
    const endLine = lines.positionAt(span.end).line;
    if (endLine === startLine || (folds.has(startLine) && folds.get(startLine)?.kind !== 'list')) continue;
    folds.set(startLine, { kind, startLine, endLine, isComment: kind === 'comment' });
  }
  return [...folds.values()].map(({ startLine, endLine, isComment }) => ({ startLine, endLine, isComment }));
});

const none: readonly Fold[] = [];
