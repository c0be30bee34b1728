/** What an author says in words, line by line: the text of a block without code, addresses, HTML and marks of emphasis. */
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { tagsIn } from '../syntax/metric/read';
import { treeOf } from '../syntax/tree';
import type { Block } from '../syntax/types';
import { blockFacts } from './facts';
import { simpleFacts } from './simple';
import { walk } from './walk';

export interface ProseLine {
  /**
   * The line as long as it is written. Signs that a reader does not see as words (marks, addresses, the frames of tags) and those of
   * code are `gap`; values of tags, masks and text stand where they are written.
   */
  readonly text: string;
  /** In the block's text. */
  readonly span: Span;
  readonly form: 'heading' | 'line' | 'cell';
}

/** Stands for one sign that is no prose. */
export const gap = '\ufffc';

/** The lines of a block in order, headings among them. Front matter has none. */
export const proseOf = memoised((block: Block): readonly ProseLine[] => {
  if (block.form === 'front-matter') return [];
  const prose = block.form === 'flat' || simpleFacts(block) !== undefined ? simpleProse(block) : treeProse(block);
  const { headings, lines } = blockFacts(block);
  const found = [
    ...headings.map(({ textSpan: span }): ProseLine => ({ text: textAt(prose, span), span, form: 'heading' })),
    ...lines.map(({ span, isCell }): ProseLine => ({
      text: textAt(prose, span),
      span,
      form: isCell ? 'cell' : 'line',
    })),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
});

/** Where a block holds neither code nor links, all is prose but the frames of tags and stars that are no masks. */
function simpleProse({ text, masks }: Block): string {
  const pieces = [
    ...masks.map((mask) => ({ start: mask.start, end: mask.end, shown: { start: mask.start, end: mask.end } })),
    ...tagsIn(text).map(({ span, valueSpan }) => ({ ...span, shown: valueSpan })),
  ].sort((a, b) => a.start - b.start);
  let prose = '';
  for (const { start, end, shown } of pieces) {
    if (start < prose.length) continue;
    prose += withoutMarks(text.slice(prose.length, start));
    prose += shown === undefined ? gap.repeat(end - start) : framed(text, { start, end }, shown);
  }
  return prose + withoutMarks(text.slice(prose.length));
}

/** By the block's tree, for every block. */
export function treeProse(block: Block): string {
  const { text } = block;
  let prose = '';
  const add = (span: Span, written: string): void => {
    if (span.start < prose.length) return;
    prose += gap.repeat(span.start - prose.length) + written;
  };
  walk(treeOf(block), (node) => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'text') add(span, withoutMarks(textAt(text, span)));
    else if (node.type === 'mask') add(span, textAt(text, span));
    else if (node.type === 'metric' && node.valueSpan !== undefined) add(span, framed(text, span, node.valueSpan));
    return undefined;
  });
  return prose + gap.repeat(text.length - prose.length);
}

function framed(text: string, whole: Span, shown: Span): string {
  return gap.repeat(shown.start - whole.start) + textAt(text, shown) + gap.repeat(whole.end - shown.end);
}

function withoutMarks(text: string): string {
  return text.replace(/[*_~]/g, gap);
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
