/** What the words around a possible mask say about it: a unit or suffix after it, a range, a label or a number word before it. */
import type { BlankKind } from '../types';
import { kindOfLabel } from './label';
import type { Lexicon } from './lexicon';

/** How much the words around speak for a mask: `strong` proves one, `fair` suffices where nothing speaks against it. */
export interface Evidence {
  readonly strength: 'strong' | 'fair';
  readonly kind: BlankKind;
  /** Where the unit or suffix ends; the mask's own end where there is none. */
  readonly end: number;
}

/** The evidence for a mask at `start` to `end`; undefined where the words around say nothing. */
export function evidenceAt(text: string, start: number, end: number, lexicon: Lexicon): Evidence | undefined {
  if (isCurrencyBefore(text, start) && !/[A-Za-z0-9]/.test(text.charAt(end)))
    return { strength: 'strong', kind: 'figure', end };
  const follower = followerAfter(text, end, lexicon);
  if (follower !== undefined) return { strength: 'strong', ...follower };
  if (isPartOfRange(text, start, end, lexicon)) return { strength: 'fair', kind: 'figure', end };
  const second = secondOfPair.exec(text.slice(end, end + 16));
  if (second !== null && followerAfter(text, end + second[0].length, lexicon)?.kind === 'figure') {
    return { strength: 'strong', kind: 'figure', end };
  }
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 4);
  if (numberWord.test(before) && (bound.test(after) || clauseEnd.test(after))) {
    return { strength: bound.test(after) ? 'strong' : 'fair', kind: 'figure', end };
  }
  const label = clauseEnd.test(after) || listAfter.test(after) ? kindOfLabel(before) : undefined;
  return label === undefined ? undefined : { strength: 'strong', kind: label, end };
}

/** Whether an amount of money is what a mask at `start` stands for. */
export function isCurrencyBefore(text: string, start: number): boolean {
  return /[$€£¥￥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Whether nothing that belongs to the mask can follow: punctuation that ends a clause, a line's end or the text's. */
export function endsClause(text: string, end: number): boolean {
  return clauseEnd.test(text.slice(end, end + 4));
}

/** The unit after a mask, also on the next line of a hard-wrapped text. */
function followerAfter(text: string, end: number, lexicon: Lexicon): { kind: BlankKind; end: number } | undefined {
  const follower = lexicon.followerAt(text, end);
  if (follower !== undefined) {
    const unit = follower.unit;
    // `*%20*` is the code of a space.
    if (unit === '%' && /[0-9A-F]/.test(text.charAt(follower.end))) return undefined;
    // 件件, 人人, 天天 are words of their own; `**days**` is a word in bold, `** days` a number of them.
    if (unit.length === 1 && text[follower.end] === unit && unit !== '%') return undefined;
    if (/^[A-Za-z]{4,}$|^[a-z]+s$/.test(unit) && /[A-Za-z]/.test(text.charAt(end))) return undefined;
    return follower;
  }
  const wrap = lineBreak.exec(text.slice(end, end + 12));
  const next = wrap === null ? undefined : lexicon.followerAt(text, end + wrap[0].length);
  return next !== undefined && /[^A-Za-z]/.test(next.unit.charAt(0)) ? next : undefined;
}

const lineBreak = /^[ \t]*(?:\r\n|\r|\n)[ \t>]*/;
const sign = '[*＊×XxＸ○〇□_]';
const rangeAfter = new RegExp(`^(?:[—–~～\\-:∶]{1,2}|[至到])(${sign})|^[—–~～:∶]{1,2}\\d`);
const rangeText = new RegExp(`(?:${sign}|[—–~～\\-:∶%])+$|^(?:${sign}|[—–~～\\-:∶至到%])+`);
const rangeBefore = new RegExp(`(${sign})(?:[—–~～\\-:∶]{1,2}|[至到])$`);
/** `** and ** people`, `XX of XX milestones`: the second tells what the first counts. */
const secondOfPair = /^ (?:of|to|and|or|out of) (?:[*_]{1,6}|[Xx]{1,6})(?![A-Za-z0-9*_])/;

/** A range stands after a word, `增长**%—**%`, `结构为xx:xx:xx`, or before a unit, `XX-XX units`; `*-*` alone is none. */
function isPartOfRange(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  const after = rangeAfter.exec(text.slice(end, end + 3));
  const before = endsClause(text, end) ? rangeBefore.exec(text.slice(Math.max(0, start - 3), start)) : null;
  if (![after, before].some((match) => match !== null && isSameFamily(match[1], text.charAt(start)))) return false;
  if (/[\u3400-\u9fff]\s?$/.test(text.slice(Math.max(0, start - 24), start).replace(rangeText, ''))) return true;
  const rest = rangeText.exec(text.slice(end, end + 24));
  return rest?.index === 0 && followerAfter(text, end + rest[0].length, lexicon)?.kind === 'figure';
}

/** Both ends of a range are masked alike; `**__:**` is a name in bold. */
function isSameFamily(other: string | undefined, own: string): boolean {
  return other === undefined || other === own || !/[*_]/.test(other + own);
}

const numberWord =
  /(?:率|比例?|度|分|达到?|到|为|约|近|超过?|突破|增长?|下降|降低?|上涨|提高|减少|占|之|仅|第|[总共合]计|低于|高于|不足)\s?$/;
const bound = /^\s?(?:以[上下内]|左右|上下|不等|之间)/;
const clauseEnd = /^[ \t]*(?:$|[\r\n，。；！？）》”’」』,;!?)|]|\.(?!\w))/;
const listAfter = /^(?:、|等)/;
