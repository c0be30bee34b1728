/** The end of a report's text: one line ending, as the editor's settings ask for it. */
import type { TextChange } from '../../base/problem';
import type { walk } from '../../report/walk';
import { treeOf } from '../../syntax/tree';
import type { Block, Parse } from '../../syntax/types';

export interface EndingOptions {
  /** Whether spaces at the ends of lines go too. */
  readonly trimsSpaces: boolean;
  /** Whether the text is to end with a line ending. */
  readonly insertsFinalNewline: boolean;
  /** Whether it is to end with no more than one. */
  readonly trimsFinalNewlines: boolean;
}

/** At most one change, which takes in all that stands behind it. */
export function endingChange({ text, blocks, mode }: Parse, options: EndingOptions): TextChange | undefined {
  let tail = text.length;
  while (tail > 0 && /[ \t\r\n]/.test(text.charAt(tail - 1))) tail--;
  const written = text.slice(tail);
  const rest = options.trimsSpaces ? written.replace(/[ \t]/g, '') : written;
  const breaks = rest.match(/\r\n|\r|\n/g) ?? [];
  if (options.trimsFinalNewlines && breaks.length > 1 && /^[\r\n]+$/.test(rest)) {
    const last = blocks.at(blocks.length - 1);
    if (mode === 'markdown' && last !== undefined && mayGoOn(last)) return undefined;
    const start = tail + (/^[ \t]*(?:\r\n|\r|\n)/.exec(written)?.[0].length ?? 0);
    return { span: { start, end: text.length }, newText: '' };
  }
  if (!options.insertsFinalNewline || tail === 0 || /[\r\n]$/.test(rest)) return undefined;
  const newText = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { span: { start: text.length, end: text.length }, newText };
}

type Node = Parameters<typeof walk>[0];

/** Code and HTML that are not closed take in the lines after them. */
function mayGoOn(block: Block): boolean {
  let last: Node = treeOf(block);
  for (
    let node: Node | undefined = last;
    node !== undefined;
    node = 'children' in node ? node.children.at(-1) : undefined
  )
    last = node;
  return last.type === 'code' || last.type === 'html';
}
