/** Words and bracketed placeholders that stand for what is still to come: TBD, TODO, 待定, 某某, 【待补充：…】. */
import type { BlankKind } from '../types';
import { endsClause, isCurrencyBefore } from './context';
import type { Lexicon } from './lexicon';
import type { Candidate, Judgement } from './families';
import { kindOfLabel, kindOfWords } from './label';

export const wordHint = /T(?:BD|BC|ODO|K)|待[定填补核]|某某/;
export const word =
  /(?<![A-Za-z0-9_])(?:TBD|TBC|TODO|TK)(?![A-Za-z0-9_])|(?<![有亟尚仍急等接招]|(?<![日工学周限])期)待(?:定|填写?|补充?|核)|某{2,4}/gu;

export const placeholderHint = /[【〔[]|\{\{/;
/** What is to be inserted is named in brackets, by one to three words. */
export const placeholder =
  /\{\{[ \w.-]{1,40}\}\}|\[(?:(?:[A-Z]{2,5} )?[A-Za-z][a-z]*(?: [A-Za-z][a-z]*){0,2}|[A-Z]{4,20}|[XYZN]|[\u3400-\u9fff]{2,8})\](?![([\u0001])|【(?:[\u3400-\u9fff]{2,8}|[XYZN])】|【(?:待[^【】\n]{1,40}|TBD|TODO)】|〔待[^〔〕\n]{1,40}〕|\[(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|#{1,3}|待[^[\]\n]{1,40}|X{1,4}(?:[.,]X{1,3})*|N|TB[DC]|TK|Name|Date|Amount)\](?![([\u0001])/g;

/** What stands before the box of a task. */
const listMark = /(?:^|[\r\n>])[ \t]*(?:[-+*\u0001]|\d{1,4}[.)])[ \t]+$/;

/** A word stands for what the text before it names, and for a figure where that says nothing. */
export function judgeWord({ text, start, end, mask, lexicon, evidence }: Candidate): Judgement {
  if (mask.startsWith('某')) return 'name';
  if (mask === '[X]' && listMark.test(text.slice(Math.max(0, start - 8), start))) return undefined;
  const named = /^(?:\{\{|[[【](?!待))/.test(mask) ? kindOfPlaceholder(mask, lexicon) : undefined;
  const asked = /^[【〔[]待[^：:]*[：:](.+)[】〕\]]$/.exec(mask)?.[1];
  if (asked !== undefined && kindOfWords(asked) !== 'figure') return kindOfWords(asked);
  // `$[REVENUE]`: what stands for an amount is no note.
  if (named === 'none')
    return /^\[[A-Z]/.test(mask) && (isCurrencyBefore(text, start) || /^[%％]/.test(text.charAt(end)))
      ? 'figure'
      : undefined;
  // `[name]` alone may be anything; `signed by [name]` waits for one.
  if (/^\[[a-z]+\]$/.test(mask) && !/[a-z$€£:] ?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  // `[Name]: …` at the beginning of a line tells where a link leads.
  if (text.charAt(end) === ':' && /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, start - 6), start)))
    return undefined;
  // A field of a form: `[姓名]栏`.
  if (/^[栏列框键]|^字段|^按钮/.test(text.slice(end, end + 2))) return undefined;
  // The text of a link is its name.
  if (text.charAt(start - 1) === '[' && /^\][([:\u0001]/.test(text.slice(end, end + 2))) return undefined;
  const follower = lexicon.followerAt(text, end);
  if (/^待/.test(mask)) {
    // 待填埋, 待定损, 待定点位: the word goes on.
    const isWord =
      /^待[定补核]$/.test(mask) && /^[点级位方]$/.test(follower?.unit ?? '') && /\p{L}/u.test(text.charAt(end + 1));
    if (/\p{L}/u.test(text.charAt(end)) && (follower === undefined || isWord)) return undefined;
  } else if (mask === 'TODO' && follower?.kind === 'name') return undefined;
  else if (/^T(?:ODO|K)$/.test(mask) && !isBlank(text, start, end, follower?.unit))
    return mask === 'TK' && goesOn.test(text.slice(end, end + 8)) ? 'unsure' : undefined;
  if (isCurrencyBefore(text, start)) return 'figure';
  if (/^【/.test(mask) && !/^【(?:待|TBD|TODO)/.test(mask) && follower === undefined) {
    // `联系人：【姓名】`; `【责任编辑】` and `【会议纪要】` head a text.
    return named !== 'letter' && askedBefore.test(text.charAt(start - 1)) ? named : undefined;
  }
  if (named === 'date' || named === 'name') return named;
  if (follower !== undefined) return follower.kind;
  if (named === 'figure') return named;
  const clause = /[^，。；,;|\n]*$/.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
  if (changedBy.test(clause)) return 'figure';
  if (evidence?.strength === 'fair' && /\bby $/.test(clause)) return 'name';
  return evidence?.kind ?? kindOfLabel(clause) ?? kindOfClause(clause.replace(copula, ''), mask);
}

/** `The speaker is TBC` */
const copula = /\s(?:is|are|was|were|remains?|will be)\s$/;

/** What the words of a placeholder name: `[insert date]`, `[Customer name]`, `[Company B]`; `none` for `[sic]` and `[Enter]`. */
export function kindOfPlaceholder(mask: string, lexicon: Lexicon): BlankKind | 'letter' | 'none' {
  const words = mask.replace(/^[[【{]+\s*|\s*[\]】}]+$/g, '').replace(/ [A-Z\d]$/, '');
  if (/^[XYZN]{1,4}(?:[.,]X{1,3})*$|^#+$|^TB[DC]$|^TODO$|^TK$/.test(words)) return 'letter';
  // `he [the chair] agreed` explains.
  if (/^(?:the|an?|our|his|her|its|their|this|that|not|see|emphasis) /i.test(words)) return 'none';
  const kind = kindOfWords(words.replace(/[_.-]/g, ' '));
  if (mask.startsWith('{{') || words.includes('_'))
    return /\bauthor$/i.test(words) ? 'name' : kind === 'figure' ? 'letter' : kind;
  if (kind !== 'figure') return /^(?:Enter|note|remainder)$|^[a-z]+er$/.test(words) ? 'none' : kind;
  if (/(?:^|^insert |\b(?:month|start|end) )(?:year|month|day|time|quarter)$/i.test(words)) return 'date';
  if (/(?:e-?mail|address|phone)$/i.test(words)) return 'name';
  if (figureWords.test(words)) return 'figure';
  const last = /[A-Za-z]+$/.exec(words)?.[0] ?? '';
  return /^[A-Z]/.test(words) && lexicon.followerAt(last, 0)?.kind === 'name' ? 'name' : 'none';
}

const askedBefore = /[：:，、]|(?![击选写择按入开点填见看栏])[\u3400-\u9fff]/;
const figureWords =
  /(?:\b(?:number|amount|figure|total|count|percentage|value|price|sum|quantity)|[数额量率价]|电话|号码|编号)$/i;

/** A TODO list, `TODO: tidy up` and the initials TK are no blanks: the words around must call for a value. */
function isBlank(text: string, start: number, end: number, unit: string | undefined): boolean {
  if (unit !== undefined) return !/^(?:items?|tasks?|lists?|issues?|comments?|notes?)$/.test(unit);
  const before = text.slice(Math.max(0, start - 8), start);
  if (isCurrencyBefore(text, start)) return true;
  if (/[:：]\s*$/.test(before) && goesOn.test(text.slice(end, end + 8))) return true;
  return endsClause(text, end) && /[:：|]\s*$|(?:\b(?:is|are|was|of|at|by|to)\s|[是为]\s?)$/.test(before);
}

/** `TK in the first half` */
const goesOn = /^ (?:in|for|at|on|from|of|as) [a-z\d]/;
/** `grew by`: so much, where `approved by` waits for a person. */
const changedBy =
  /\b(?:grew|grown|rose|risen|fell|fallen|up|down|shrank|cut|climbed|(?:increas|decreas|reduc|improv|declin|exceed|extend)ed|dropped) by \$?$/i;

function kindOfClause(clause: string, mask: string): BlankKind {
  if (/时间|日期|\b(?:date|due|deadline|when)\b/i.test(clause + mask)) return 'date';
  if (/\bwith\s$/i.test(clause)) return 'name';
  if (/姓名|名称|人选|单位|责任人|负责人|联系人|\b(?:owner|name|author|lead|by|who)\b/i.test(clause + mask))
    return 'name';
  return kindOfWords(clause);
}
