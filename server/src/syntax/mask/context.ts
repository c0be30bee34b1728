/** What the words around a possible mask say about it: a unit or suffix after it, a range, a label or a number word before it. */
import type { BlankKind } from '../types';
import { months } from './date';
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
  if (isCurrencyBefore(text, start) && /^(?:[kKmMbB]|bn|tn)?(?![A-Za-z0-9])/.test(text.slice(end, end + 3)))
    return { strength: 'strong', kind: 'figure', end };
  const head = text.slice(end, end + 16);
  if (documentNumber.test(head) || person.test(head)) return { strength: 'strong', kind: 'name', end };
  const isSpacedBefore = text.charAt(start - 1) === ' ';
  if (head.startsWith(' ') && month.test(head)) return { strength: 'strong', kind: 'date', end };
  if (isSpacedBefore && dayEnd.test(head) && monthBefore.test(text.slice(Math.max(0, start - 12), start)))
    return { strength: 'strong', kind: 'date', end };
  // `第*巡察组`, `第X期`: what is counted off stands for an ordinal.
  if (text.charAt(start - 1) === '第' && ordinal.test(head))
    return { strength: 'strong', kind: 'figure', end: end + 1 };
  // `scored ** out of 100`
  if (head.startsWith(' ') && outOf.test(head)) return { strength: 'strong', kind: 'figure', end };
  if (isSpacedBefore && text.charAt(start) === '*' && times.test(head))
    return { strength: 'strong', kind: 'figure', end };
  const follower = followerAfter(text, end, lexicon);
  if (follower !== undefined) {
    const unit = text.slice(end, follower.end);
    if (isNamed(text, start, follower.end, unit)) return { strength: 'strong', kind: 'name', end: follower.end };
    const isStation = unit === '站' && stationBefore.test(text.slice(Math.max(0, start - 1), start));
    // `，**站水位` has a station of that name; a number of them stands after what is done to them.
    if (isStation && /[\u3400-\u9fff]/.test(text.charAt(follower.end)))
      return { strength: 'strong', kind: 'name', end: follower.end };
    return { strength: 'strong', ...follower };
  }
  if (nameBefore.test(text.charAt(start - 1))) {
    const body = bodyAfter.exec(head);
    if (body !== null) return { strength: 'strong', kind: 'name', end: end + body[0].length };
  }
  if (isPartOfRatio(text, start, end)) return { strength: 'strong', kind: 'figure', end };
  const range = kindOfRange(text, start, end, lexicon);
  if (range !== undefined) return { strength: 'fair', kind: range, end };
  const word = head.startsWith('-') ? compound.exec(head)?.[1] : undefined;
  if (word === 'fold' || (word !== undefined && lexicon.followerAt(`${word}s`, 0)?.isListed === true))
    return { strength: 'strong', kind: 'figure', end };
  const second = head.startsWith(' ') ? secondOfPair.exec(head) : null;
  if (second !== null && followerAfter(text, end + second[0].length, lexicon)?.kind === 'figure') {
    return { strength: 'strong', kind: 'figure', end };
  }
  const before = text.slice(Math.max(0, start - 24), start);
  if (/[ $€£]$/.test(before) && ((fromBefore.test(before) && toAfter.test(head)) || fromTo.test(before)))
    return { strength: 'strong', kind: 'figure', end };
  const isBeforeSign = isSign(text.charAt(end)) && !isSign(text.charAt(start));
  const closing = isBeforeSign ? (emphasisEnd.exec(head)?.[0].length ?? 0) : 0;
  const after = text.slice(end + closing, end + closing + 4);
  if (numberWord.test(before) && (bound.test(after) || clauseEnd.test(after))) {
    return { strength: bound.test(after) ? 'strong' : 'fair', kind: 'figure', end };
  }
  if (isSpacedBefore && end - start > 1) {
    if (amountBefore.test(before) && clauseEnd.test(after)) return { strength: 'fair', kind: 'figure', end };
    if (/(?:^|\s)I, $/.test(before)) return { strength: 'strong', kind: 'name', end };
    if (/\b(?:Mr|Mrs|Ms|Dr|Prof)\.? $/.test(before)) return { strength: 'strong', kind: 'name', end };
  }
  if (isPartOfPair(text, start, end)) return { strength: 'fair', kind: 'figure', end };
  const label =
    clauseEnd.test(after) ||
    listAfter.test(after) ||
    (isSpacedBefore && /^ [(（]/.test(after)) ||
    nextLabel.test(text.slice(end, end + 24))
      ? kindOfLabel(before)
      : undefined;
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

/** The unit or suffix after a mask, as written; undefined where there is none. */
export function unitAfter(text: string, end: number, lexicon: Lexicon): string | undefined {
  const follower = lexicon.followerAt(text, end);
  if (follower !== undefined) return follower.unit;
  const next = followerAfter(text, end, lexicon);
  return next === undefined
    ? undefined
    : text
        .slice(end, next.end)
        .trim()
        .replace(/^[+>\s]+/, '');
}

/** The unit after a mask, also on the next line of a hard-wrapped text. */
function followerAfter(text: string, after: number, lexicon: Lexicon): { kind: BlankKind; end: number } | undefined {
  // `**+家企业`, `XXX+ guests`: so many and more.
  const end = /^[+＋](?! ?[\dXx*])/.test(text.slice(after, after + 3)) ? after + 1 : after;
  const follower = lexicon.followerAt(text, end);
  if (follower !== undefined) {
    const unit = follower.unit;
    // `*%20*` is the code of a space.
    if (unit === '%' && /[0-9A-F]/.test(text.charAt(follower.end))) return undefined;
    // 对**户 names those whom something is done to.
    if (unit === '对' && /[\dA-Za-z*＊×○□_【“《]/.test(text.charAt(follower.end))) return undefined;
    // A road is named before the number of a house in it.
    if (unit === '路' && houseNumber.test(text.slice(follower.end, follower.end + 8)))
      return { kind: 'name', end: follower.end };
    // 件件, 人人, 天天 are words of their own; `**days**` is a word in bold, `** days` a number of them.
    if (unit.length === 1 && text[follower.end] === unit && unit !== '%') return undefined;
    if (/^[A-Za-z]+$/.test(unit) && /[A-Za-z]/.test(text.charAt(end)) && !symbol.test(unit)) return undefined;
    // `The * marks a footnote`: a verb.
    if (!follower.isListed && determiner.test(text.slice(follower.end, follower.end + 9))) return undefined;
    return follower;
  }
  const wrap = lineBreak.exec(text.slice(end, end + 12));
  const next = wrap === null ? undefined : lexicon.followerAt(text, end + wrap[0].length);
  return next !== undefined && /[^A-Za-z]/.test(next.unit.charAt(0)) ? next : undefined;
}

/** What is counted by a measure word, and named before the same word elsewhere: roads, stretches of them, cups. */
function isNamed(text: string, start: number, end: number, unit: string): boolean {
  switch (unit) {
    case '路':
      return roadBefore.test(text.slice(Math.max(0, start - 1), start)) && !lineAfter.test(text.slice(end, end + 2));
    case '段':
      return stretchBefore.test(text.slice(Math.max(0, start - 2), start));
    case '杯':
      return /[”』」》赛]/.test(text.charAt(end));
    default:
      return false;
  }
}

const roadBefore = /^$|[，。；：、（“在至到沿于与和对经由成]/;
const lineAfter = /^(?:公交|车|视频|信号|监控|人马|电|大军|直流|班)/;
const stretchBefore = /(?:[至到路道线速]|[—–~～-]{1,2})$/;
const ordinal = /^[\u3400-\u9fff]/;
/** `grew **x` */
const times = /^x(?![\w*])/;
const outOf = /^ out of \d/;
/** Before the name of a body, and after nothing that is emphasised. */
const nameBefore = /[：:由为在与和向对赴从至于、到被给经]/;
/** `**建设集团有限公司`, `**实验小学` */
const bodyAfter =
  /^(?:(?![的了是在和与为对将被把从各全本该我你他每所有个这那])[\u3400-\u9fff]){2,6}?(?:公司|集团|小学|中学|大学|学院|医院|银行|法院|分局|支行|合作社|事务所|研究[院所]|协会|产业园|工业园|示范区|大队|党校)/;

const determiner = /^ (?:an?|another|the|this|that|its)\b/;
/** Units that are written without a space. */
const symbol = /^(?:x|[kcm]?m|k[gW]|[MG]W|[kM]Wh|[KMGT]B|[GM]bps|TEU|ha|ms|bps)$/;
const stationBefore = /^$|[，。；：、\n]/;
const houseNumber = /^(?:\d|[*＊×XxＸ○□]){1,5}号/;
const lineBreak = /^[ \t]*(?:\r\n|\r|\n)[ \t>]*/;
const sign = '[*＊×XxＸ○〇□_]';
const rangeAfter = new RegExp(`^(?:[—–~～\\-:∶]{1,2}|[至到])(${sign})|^[—–~～:∶]{1,2}\\d`);
const rangeSoFar = new RegExp(`(?:${sign}|[—–~～\\-:∶%])+$`);
const rangeRest = new RegExp(`^(?:${sign}|[—–~～\\-:∶至到%])+`);
const rangeBefore = new RegExp(`(${sign})(?:[—–~～\\-:∶]{1,2}|[至到])$`);
function isSign(character: string): boolean {
  return character === '*' || character === '_';
}

/** The end of the emphasis in which a blank stands last: `**Grants awarded: XX**`. */
const emphasisEnd = /^[*_]{1,3}(?=[ \t]*(?:$|[\r\n，。；！？,;!?]))/;
/** `** and ** people`, `XX of XX milestones`: the second tells what the first counts. */
const secondOfPair = /^ (?:of|to|and|or|out of) (?:[*_]{1,6}|[Xx]{1,6}|×{1,6})(?![A-Za-z0-9*_])/;

/** `**发〔2024〕5号`, `×民初字第`: the body that the number of a document names. */
const documentNumber = /^(?:[\u3400-\u9fff]{1,5}(?:〔|字第)|[民刑行执商知赔破][初终申再监执])/;
/** `XXX，男，`: whose sex is told is a person. */
const person = /^[，（(](?:男|女)[，、）)]/;
const month = new RegExp(`^ ${months}(?![a-z])`);
const monthBefore = new RegExp(`(?<![A-Za-z])${months} $`);
const dayEnd = /^(?:$|[,.;)]| (?:19|20)|\s*\|)/;
/** A dossier of ** pages is a **-page dossier. */
const compound = /^-([a-z]{3,12})(?![a-z])/;
/** `from ** to **` */
const fromBefore = /\b(?:from|between) [$€£]?$/;
const toAfter = /^[a-z%]{0,3} (?:to|and) [$€£]?(?:\*{1,4}|_{2,6}|×{1,4}|X[X.,]*|x{2,6})(?![A-Za-z*_])/;
const fromTo = /\b(?:from|between) [$€£]?(?:\*{1,4}|_{2,6}|×{1,4}|X[X.,]*|x{2,6})[a-z%]{0,3} (?:to|and) [$€£]?$/;
/** Labels in a row: `Approved by: ____ Date: ____`. */
const nextLabel = /^(?: +[A-Z][a-z]+(?: [a-z]+)?:|[ \t]{2,}\S|\u3000[ \t\u3000]*\S)/;

/** A range stands after a word, `增长**%—**%`, `结构为xx:xx:xx`, or before a unit, `XX-XX units`; `*-*` alone is none. */
function kindOfRange(text: string, start: number, end: number, lexicon: Lexicon): BlankKind | undefined {
  const after = rangeAfter.exec(text.slice(end, end + 3));
  const before = endsClause(text, end) ? rangeBefore.exec(text.slice(Math.max(0, start - 3), start)) : null;
  if (![after, before].some((match) => match !== null && isSameFamily(match[1], text.charAt(start)))) return undefined;
  const rest = rangeRest.exec(text.slice(end, end + 24))?.[0].length ?? 0;
  const follower = rest > 0 ? followerAfter(text, end + rest, lexicon) : undefined;
  // `**至**高速公路`, `**至**段` run from one place to another.
  if (follower !== undefined && /[至到]/.test(text.charAt(end))) {
    const unit = text.slice(end + rest, follower.end);
    if (follower.kind === 'name' || unit === '段') return 'name';
  }
  if (/[\u3400-\u9fff]\s?$/.test(text.slice(Math.max(0, start - 24), start).replace(rangeSoFar, ''))) return 'figure';
  return follower?.kind === 'figure' ? 'figure' : undefined;
}

/** `XX out of XX`, `XX to X` with nothing after it: a result, or so many of so many. */
function isPartOfPair(text: string, start: number, end: number): boolean {
  const own = text.charAt(start);
  const after = text.charAt(end) === ' ' ? pairAfter.exec(text.slice(end, end + 20)) : null;
  if (after !== null) return after[1] === own && endsClause(text, end + after[0].length);
  if (text.charAt(start - 1) !== ' ' || !endsClause(text, end)) return false;
  return pairBefore.exec(text.slice(Math.max(0, start - 20), start))?.[1] === own;
}

const pairAfter = /^ (?:to|of|out of) ([X*_×])\1{0,4}(?![\w*×])/;
const pairBefore = /(?<![\w*×])([X*_×])\1{0,4} (?:to|of|out of) $/;

/** `XX/XX`, so many of so many, at the end of a clause; no path, which would go on. */
function isPartOfRatio(text: string, start: number, end: number): boolean {
  const own = text.slice(start, end);
  if (/^\/[*＊×X_]/.test(text.slice(end, end + 2)) && text.startsWith(own, end + 1)) {
    return /[\u3400-\u9fff]$/.test(text.slice(0, start).slice(-1)) && endsClause(text, end + 1 + own.length);
  }
  if (text.charAt(start - 1) !== '/' || !text.slice(0, start - 1).endsWith(own) || !endsClause(text, end)) return false;
  return /[\u3400-\u9fff]/.test(text.charAt(start - 2 - own.length));
}

/** Both ends of a range are masked alike; `**__:**` is a name in bold. */
function isSameFamily(other: string | undefined, own: string): boolean {
  return other === undefined || other === own || !/[*_]/.test(other + own);
}

const numberWord =
  /(?:率|比例?|度|分|达到?|到|为|约|近|超过?|突破|增长?|下降|降低?|上涨|提高|减少|占|之|仅|第|[总共合]计|低于|高于|不足)\s?$/;
/** `fell to **; rose by XX` */
const amountBefore = /\b(?:to|of|by|at|than|about|over|under) [$€£]?$/;
const bound = /^\s?(?:以[上下内]|左右|上下|不等|之间)/;
const clauseEnd = /^[ \t]*(?:$|[\r\n，。；！？）》”’」』,;!?)|]|\.(?!\w))/;
const listAfter = /^(?:、|等)/;
