/** Words and bracketed placeholders that stand for what is still to come: TBD, TODO, 待定, 某某, 【待补充：…】. */
import type { BlankKind } from '../types';
import { endsClause, isCurrencyBefore } from './context';
import type { Candidate } from './families';
import { kindOfLabel, kindOfWords } from './label';

export const wordHint = /T(?:BD|BC|ODO|K)|待[定填补]|某某/;
export const word =
  /(?<![A-Za-z0-9_])(?:TBD|TBC|TODO|TK)(?![A-Za-z0-9_])|(?<![有亟尚仍急期等接招])待(?:定|填写?|补充?)|某{2,4}/gu;

export const placeholderHint = /[【〔[]/;
export const placeholder =
  /【(?:待[^【】\n]{1,40}|TBD|TODO)】|〔待[^〔〕\n]{1,40}〕|\[(?:待[^[\]\n]{1,40}|X{1,4}|N|TBD|Name|Date|Amount)\](?![([:\u0001])/g;

/** What stands before the box of a task. */
const listMark = /(?:^|[\r\n>])[ \t]*(?:[-+*\u0001]|\d{1,4}[.)])[ \t]+$/;

/** A word stands for what the text before it names, and for a figure where that says nothing. */
export function judgeWord({ text, start, end, mask, lexicon, evidence }: Candidate): BlankKind | undefined {
  if (mask.startsWith('某')) return 'name';
  if (mask === '[X]' && listMark.test(text.slice(Math.max(0, start - 8), start))) return undefined;
  // The text of a link is its name.
  if (text.charAt(start - 1) === '[' && /^\][([:\u0001]/.test(text.slice(end, end + 2))) return undefined;
  const follower = lexicon.followerAt(text, end);
  if (/^待/.test(mask)) {
    // 待填埋, 待定损: the word goes on, unless with a unit.
    if (/\p{L}/u.test(text.charAt(end)) && follower === undefined) return undefined;
  } else if (/^T(?:ODO|K)$/.test(mask) && !isBlank(text, start, end, follower?.unit)) return undefined;
  if (isCurrencyBefore(text, start)) return 'figure';
  if (follower !== undefined) return follower.kind;
  const clause = /[^，。；,;|\n]*$/.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
  return evidence?.kind ?? kindOfLabel(clause) ?? kindOfClause(clause, mask);
}

/** A TODO list, `TODO: tidy up` and the initials TK are no blanks: the words around must call for a value. */
function isBlank(text: string, start: number, end: number, unit: string | undefined): boolean {
  if (unit !== undefined) return !/^(?:items?|tasks?|lists?|issues?|comments?|notes?)$/.test(unit);
  const before = text.slice(Math.max(0, start - 8), start);
  if (isCurrencyBefore(text, start)) return true;
  return endsClause(text, end) && /[:：|]\s*$|(?:\b(?:is|are|was|of|at|by|to)\s|[是为]\s?)$/.test(before);
}

function kindOfClause(clause: string, mask: string): BlankKind {
  if (/时间|日期|\b(?:date|due|deadline|when)\b/i.test(clause + mask)) return 'date';
  if (/姓名|名称|人选|单位|责任人|负责人|联系人|\b(?:owner|name|author|lead|by|who)\b/i.test(clause + mask))
    return 'name';
  return kindOfWords(clause);
}
