/** Masks whose characters mean nothing in Markdown: X, ×, ○, □, full-width stars, question marks, words and bracketed placeholders. */
import type { BlankKind } from '../types';
import { endsClause, evidenceAt, isCurrencyBefore, type Evidence } from './context';
import type { Lexicon } from './lexicon';
import { judgeWord, placeholder, placeholderHint, word, wordHint } from './word';

export interface FoundMask {
  readonly start: number;
  readonly end: number;
  readonly kind: BlankKind;
}

/** What may be a mask, in its text. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mask: string;
  readonly lexicon: Lexicon;
  /** What the words around say for it. */
  readonly evidence: Evidence | undefined;
}

/** All such masks of a segment, in order of family. */
export function familyMasks(text: string, lexicon: Lexicon): readonly FoundMask[] {
  const found: FoundMask[] = [];
  for (const { hint, pattern, judge } of families) {
    if (!hint.test(text)) continue;
    const unsure: FoundMask[] = [];
    let isLikely = false;
    const variable = usedAsVariable.exec(text)?.[0].match(/[Xx]/)?.[0];
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === variable) continue;
      const evidence = evidenceAt(text, start, end, lexicon);
      const kind = judge({ text, start, end, mask: match[0], lexicon, evidence });
      if (kind === undefined) continue;
      if (kind === 'unsure') unsure.push({ start, end, kind: 'figure' });
      else found.push({ start, end, kind });
      isLikely ||= kind !== 'unsure';
    }
    // A sentence that has one mask of a family is likely to have more.
    if (isLikely) found.push(...unsure);
  }
  return found;
}

/** `x > 10`, `2 * x`: a letter that is reckoned with stands for no blank anywhere in the sentence. */
const usedAsVariable = /(?<![A-Za-z0-9_])[Xx]\s?(?:[=<>^]|\s[*+-]\s)|(?:[=<>^]|\s[*+-])\s?[Xx](?![A-Za-z0-9_])/;

interface Family {
  /** A cheap test that rules most segments out. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** What the candidate stands for; undefined where it is no mask, `unsure` where it is one only beside others. */
  readonly judge: (candidate: Candidate) => BlankKind | 'unsure' | undefined;
}

const families: readonly Family[] = [
  {
    hint: /[XxＸ]/,
    pattern: /(?<![A-Za-z0-9_.\u0001])(?:[Xx]{1,8}(?:,[Xx]{3})*(?:\.[Xx]{1,3})?|Ｘ{1,6})(?![A-Za-z0-9_\u0001])/g,
    judge: judgeLetters,
  },
  { hint: /×/, pattern: /×{1,6}(?:\.×{1,3})?/g, judge: judgeTimes },
  { hint: /[○〇□＊]/, pattern: /[○〇]{1,6}|□{1,6}|＊{1,6}/g, judge: judgeShape },
  { hint: /[?？]{2}/, pattern: /(?<![?？!！])[?？]{2,6}(?![?？!！])/g, judge: (c) => c.evidence?.kind },
  { hint: wordHint, pattern: word, judge: judgeWord },
  { hint: placeholderHint, pattern: placeholder, judge: judgeWord },
];

/** X is also a variable, an axis, a ray, a numeral and a name. */
function judgeLetters(c: Candidate): BlankKind | 'unsure' | undefined {
  const { text, start, end, evidence } = c;
  const isSingle = c.mask.length === 1;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 12);
  if (isCurrencyBefore(text, start)) return 'figure';
  // x = 5, x + y, 2 * x, n/x, x-ray; but +XX% is a figure.
  const isSigned = /(?:^|[^A-Za-z0-9])[-+]$/.test(before) && evidence !== undefined;
  if (!isSigned && (/[-+=^<>]\s?$|[\s\w]\*\s?$/.test(before) || /(?:^|[^Xx\d])[/:]$/.test(before))) return undefined;
  const compound = /^-(?=[a-z]{3})/.test(after)
    ? c.lexicon.followerAt(`${text.slice(end + 1, end + 16).match(/^[a-z]+/)?.[0] ?? ''}s`, 0)
    : undefined;
  // A team of XX people is an XX-person team.
  if (!isSingle && compound?.isListed) return 'figure';
  if (/^(?:-|\s?[=+^<>]|\s[*-]\s)/.test(after) && !/^-\s?[Xx\d]/.test(after)) return undefined;
  if (/^(?:染色体|世纪)/.test(after)) return undefined;
  if (isSingle && /^\s+times\s+(?:[a-z]\b|\d|the\b)/.test(after)) return undefined;
  if (evidence !== undefined) {
    if (!isSingle) return evidence.kind;
    if (evidence.kind === 'name') return after.startsWith(' ') ? undefined : 'name';
    // `X pairs with Y`: what only looks like a plural may be a verb; `X。` or `x：` may be a variable.
    const unit = text.slice(end, evidence.end).trim();
    if (unit === '' && /[:：]\s?$/.test(before)) return undefined;
    const isListed = c.lexicon.followerAt(text, end)?.isListed ?? false;
    return isListed || (unit === '' && evidence.strength === 'strong') ? 'figure' : 'unsure';
  }
  const isAlone = /[a-z,] $/.test(before) && endsClause(text, end);
  if (isAlone) return 'unsure';
  if (isSingle) return undefined;
  return isHan(text, end) || (isHan(text, start - 1) && !/^\s*[A-Za-z]/.test(after)) ? 'name' : undefined;
}

/** × is also the sign of multiplication and of size. */
function judgeTimes({ text, start, end, mask, evidence }: Candidate): BlankKind | undefined {
  const before = text
    .slice(Math.max(0, start - 4), start)
    .trimEnd()
    .slice(-1);
  const after = text
    .slice(end, end + 4)
    .trimStart()
    .slice(0, 1);
  // ×政办发〔2024〕: the first character of a body's name is hidden.
  if (mask.length === 1 && evidence === undefined && /[（〔《“]/.test(text.charAt(start - 1)) && isHan(text, end))
    return 'name';
  if (mask.length === 1 && (/[0-9A-Za-z%)）〇㎡²³]/.test(before) || /[0-9A-Za-z(（]/.test(after))) return undefined;
  if (evidence !== undefined) return evidence.kind;
  return mask.length > 1 && (isHan(text, end) || isHan(text, start - 1)) ? 'name' : undefined;
}

/** ○ and □ are also list marks and boxes to tick, 〇 a numeral. */
function judgeShape({ text, start, end, mask, evidence }: Candidate): BlankKind | undefined {
  if (/[〇○]/.test(mask) && (isNumeral(text, start - 1) || isNumeral(text, end))) return undefined;
  const isLong = mask.length > 1 || mask === '＊';
  if (evidence !== undefined) {
    const isListMark = !isLong && !/[\p{Script=Han} ]/u.test(text.charAt(start - 1));
    return isListMark ? undefined : evidence.kind;
  }
  return isLong && (isHan(text, end) || isHan(text, start - 1)) ? 'name' : undefined;
}

function isHan(text: string, offset: number): boolean {
  return offset >= 0 && /\p{Script=Han}/u.test(text.charAt(offset)) && !/[〇々]/.test(text.charAt(offset));
}

function isNumeral(text: string, offset: number): boolean {
  return offset >= 0 && /[一二三四五六七八九零两]/.test(text.charAt(offset));
}
