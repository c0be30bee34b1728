/** Where to write the comment by which an author says that a finding is meant. */
import type { TextChange } from '../base/problem';
import { ignoresIn } from '../report/ignores';
import { ignoreMark } from '../syntax/blocks';
import { treeOf } from '../syntax/tree';
import type { Parse } from '../syntax/types';

/**
 * A comment before the paragraph, list, table or heading at `offset` that leaves out the rule's findings there; the rule is added to
 * the comment that stands there already. Undefined in plain text, in front matter, and where nothing stands.
 */
export function ignoreChange({ blocks, mode }: Parse, offset: number, rule: string): TextChange | undefined {
  const found = blocks.find(({ length }) => length > offset);
  if (mode === 'plain' || found === undefined || found.item.form !== 'markdown') return undefined;
  const { item: block, before } = found;
  const own = offset - before.length;
  const node = treeOf(block).children.find(
    ({ position }) => (position?.start.offset ?? 0) <= own && own < (position?.end.offset ?? 0),
  );
  const start = node?.position?.start.offset;
  if (start === undefined) return undefined;
  const known = ignoresIn(block).find(({ scope }) => scope !== 'report' && scope.start === start);
  const last = known?.rules.at(-1)?.span.end;
  if (last !== undefined) return insertion(before.length + last, ` ${rule}`);
  const indent =
    start - (Math.max(block.text.lastIndexOf('\n', start - 1), block.text.lastIndexOf('\r', start - 1)) + 1);
  const eol = /\r\n|\r|\n/.exec(block.text)?.[0] ?? '\n';
  return insertion(before.length + start - indent, `<!-- ${ignoreMark} ${rule} -->${eol}${eol}`);
}

function insertion(at: number, newText: string): TextChange {
  return { span: { start: at, end: at }, newText };
}
