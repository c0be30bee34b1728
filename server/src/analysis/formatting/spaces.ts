/** White space at the ends of lines that says nothing. */
import type { TextChange } from '../../base/problem';
import type { Span } from '../../base/span';
import { walk } from '../../report/walk';
import { treeOf } from '../../syntax/tree';
import type { Block } from '../../syntax/types';

/** Spaces and tabs before the ends of lines, but for those that break a line and those in code, HTML, addresses and front matter. */
export function trailingSpaces(block: Block): readonly TextChange[] {
  if (block.form === 'front-matter') return [];
  const found = [...block.text.matchAll(trailing)].map(([spaces], index, all): Span => ({
    start: all[index]?.index ?? 0,
    end: (all[index]?.index ?? 0) + spaces.length,
  }));
  if (found.length === 0) return [];
  const kept = block.form === 'flat' ? [] : keptIn(block);
  let next = 0;
  return found.flatMap((span): TextChange[] => {
    while ((kept[next]?.end ?? Infinity) <= span.start) next++;
    // A backslash before the end of a line would break it, and CR and LF would be one line ending.
    const [before, after] = [block.text[span.start - 1], block.text[span.end]];
    const isBetween = before === '\\' || (before === '\r' && after === '\n');
    const isKept = isBetween || isAfterMark(block.text, span.start) || (kept[next]?.start ?? Infinity) <= span.start;
    return isKept ? [] : [{ span, newText: '' }];
  });
}

const trailing = /(?<![ \t])[ \t]+(?=[\r\n]|$)/g;

/** An item of a list that has only just been begun. */
function isAfterMark(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return offset - start < longestLead && /^[ \t>]*(?:[-+*]|\d{1,9}[.)])$/.test(text.slice(start, offset));
}

const longestLead = 100;

/** What is left as it is, in order, none within another. */
function keptIn(block: Block): readonly Span[] {
  const kept: Span[] = [];
  walk(treeOf(block), (node) => {
    if (!isKept(node)) return undefined;
    kept.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
    return 'skip';
  });
  return kept;
}

function isKept({ type }: Parameters<typeof walk>[0]): boolean {
  switch (type) {
    case 'code':
    case 'html':
    case 'inlineCode':
    case 'yaml':
    case 'break':
    case 'definition':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'metric':
    case 'mask':
      return true;
    default:
      return false;
  }
}
