/** The item of a Markdown list that begins in a line. */
import type { Span } from '../base/span';
import { walk } from '../report/walk';
import { treeOf } from '../syntax/tree';
import type { Parse } from '../syntax/types';

export interface ListItemStart {
  /** Of its mark, in the text. */
  readonly start: number;
  /** That of the item before it in the same list. */
  readonly previous: number | undefined;
}

/** The innermost item whose mark stands in `line`; undefined where there is none, or where the line opens code in it. */
export function listItemIn({ blocks }: Parse, line: Span): ListItemStart | undefined {
  const found = blocks.find(({ length }) => length > line.start);
  if (found?.item.form !== 'markdown') return undefined;
  const by = found.before.length;
  const isInLine = (offset: number | undefined): boolean =>
    offset !== undefined && line.start <= offset + by && offset + by <= line.end;
  let item: ListItemStart | undefined;
  let hasCode = false;
  walk(treeOf(found.item), (node) => {
    if (node.type === 'list') {
      const index = node.children.findLastIndex((each) => isInLine(startOf(each)));
      const previous = node.children[index - 1];
      const start = startOf(node.children[index]);
      if (start !== undefined) item = { start: start + by, previous: previous && (startOf(previous) ?? 0) + by };
    }
    hasCode ||= (node.type === 'code' || node.type === 'html') && isInLine(node.position?.start.offset);
    return undefined;
  });
  return hasCode ? undefined : item;
}

function startOf(item: Parameters<typeof walk>[0] | undefined): number | undefined {
  return item?.position?.start.offset;
}
