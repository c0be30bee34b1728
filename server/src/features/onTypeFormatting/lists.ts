/** Enter in an item of a Markdown list begins the next item, and in an item that holds only its mark takes the mark away. */
import { listItemIn } from '../../analysis/listItem';
import { trimChange } from '../../base/changes';
import type { TextChange } from '../../base/problem';
import { shift } from '../../base/span';
import { textIn, type PlacedText } from '../../workspace/at';
import type { Parse } from './lines';

/** `before` is the line in which Enter was pressed, `line` the new one. */
export function listChanges(parse: Parse, before: PlacedText, line: PlacedText): readonly TextChange[] | undefined {
  const item = listItemIn(parse, { start: before.start, end: before.start + before.text.length });
  if (item === undefined) return undefined;
  const lead = before.text.slice(0, item.start - before.start);
  const [whole, sign = '', space = '', box = ''] = mark.exec(before.text.slice(lead.length)) ?? [];
  if (whole === undefined || mark.test(line.text.trimStart())) return [];
  const isOnlyMark = before.text.slice(lead.length + whole.length).trim() === '';
  if (isOnlyMark && line.text.trim() === '') {
    // A sign of a quotation before the mark stays.
    const start = lead.trim() === '' ? before.start : item.start;
    return [{ span: { start, end: line.start + line.text.length }, newText: '' }];
  }
  const next = nextSign(sign, item.previous === undefined ? '' : textAt(parse, item.previous));
  if (next === undefined) return [];
  const gap = space.length === 0 || space.length > widestGap ? ' ' : space;
  const newText = lead.replace(/[^>\s]/g, ' ') + next + gap + (box === '' ? '' : '[ ] ');
  const indent = line.text.length - line.text.trimStart().length;
  const change = trimChange(line.text, { span: { start: 0, end: indent }, newText });
  return change === undefined ? [] : [{ ...change, span: shift(change.span, line.start) }];
}

/** Groups: the sign, the space behind it, and the box of a task. */
const mark = /^([-+*]|\d{1,9}[.)])(?:([ \t]+)(\[[ xX]\][ \t]+)?|$)/;
/** Content farther from its mark is code. */
const widestGap = 4;

/** Bullets stay; numbers count on, but for a list in which all are the same. */
function nextSign(sign: string, previous: string): string | undefined {
  const number = /^\d+/.exec(sign)?.[0];
  if (number === undefined || /^\d+/.exec(previous)?.[0] === number) return sign;
  const next = String(Number(number) + 1);
  return next.length > 9 ? undefined : next + sign.slice(number.length);
}

function textAt(parse: Parse, offset: number): string {
  return textIn(parse, { start: offset, end: offset + 10 });
}
