/** Masks whose characters mean nothing in Markdown: X, ×, ○, □, full-width stars, question marks, words and bracketed placeholders. */
import type { BlankKind } from '../types';
import { evidenceAt, type Evidence } from './context';
import type { Lexicon } from './lexicon';
import { isHan, judgeLetters, usedAsVariable } from './letters';
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

/** `unsure` is a mask beside others, `likely` one even beside its like alone. */
export type Judgement = BlankKind | 'likely' | 'unsure' | undefined;

/** All such masks of a segment, in order of family. */
export function familyMasks(text: string, lexicon: Lexicon, hasLetterDate = false): readonly FoundMask[] {
  const found: FoundMask[] = [];
  const isPlaceholder = ({ start, end }: FoundMask): boolean => end - start > 3 && /[[{【]/.test(text.charAt(start));
  for (const { hint, pattern, judge } of families) {
    if (!hint.test(text)) continue;
    const unsure: FoundMask[] = [];
    // So has one that has a placeholder, or a date masked by letters.
    let likely = judge === judgeLetters && (hasLetterDate || found.some(isPlaceholder)) ? 1 : 0;
    const variable = judge === judgeLetters ? usedAsVariable.exec(text)?.[0].match(/[Xx]/)?.[0] : undefined;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === variable) continue;
      const evidence = evidenceAt(text, start, end, lexicon);
      const kind = judge({ text, start, end, mask: match[0], lexicon, evidence });
      if (kind === undefined) continue;
      if (kind === 'unsure' || kind === 'likely') unsure.push({ start, end, kind: 'figure' });
      else found.push({ start, end, kind });
      likely += kind === 'unsure' ? 0 : kind === 'likely' ? 0.5 : 1;
    }
    // A sentence that has one mask of a family is likely to have more.
    if (likely >= 1) found.push(...unsure);
  }
  return found;
}

interface Family {
  /** A cheap test that rules most segments out. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** What the candidate stands for; undefined where it is no mask, `unsure` where it is one only beside others. */
  readonly judge: (candidate: Candidate) => Judgement;
}

const families: readonly Family[] = [
  { hint: /×/, pattern: /×{1,6}(?:[.．]×{1,3})?/g, judge: judgeTimes },
  { hint: /[○〇□＊]/, pattern: /[○〇]{1,6}|□{1,6}|＊{1,6}(?:[.．]＊{1,3})?/g, judge: judgeShape },
  {
    hint: /[?？]{2}/,
    pattern: /(?<![?？!！])[?？]{2,6}(?![?？!！])/g,
    judge: (c) =>
      c.evidence?.kind ??
      (/\b(?:of|is|was|were|at|to|by|about) $/.test(c.text.slice(0, c.start).slice(-8)) ? 'figure' : undefined),
  },
  { hint: wordHint, pattern: word, judge: judgeWord },
  { hint: placeholderHint, pattern: placeholder, judge: judgeWord },
  {
    hint: /[XxＸ]/,
    pattern:
      /(?<![A-Za-z0-9_.\u0001])(?:X{1,8}(?:,X{3})*(?:\.X{1,3})?|x{1,8}(?:,x{3})*(?:\.x{1,3})?|Ｘ{1,6}(?:[.．]Ｘ{1,3})?)(?:(?![A-Za-z0-9_\u0001]|\.[Xx]|,X{3})|(?=(?:[kKMmph]|bn|tn|ms|pp|[MG]?bps|[KMGT]B|[kMG]Wh?|[ckm]m|m[lg]|kg|ha|x|st|nd|rd|th)(?![A-Za-z0-9_])))|(?<=[A-WYZa-wyz])X{1,4}(?=[\u3400-\u9fff])/g,
    judge: judgeLetters,
  },
];

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
  if (/^[%％]/.test(text.slice(end, end + 1)) && /[a-z]\s$/.test(text.slice(0, start).slice(-2))) return 'figure';
  const isBody = evidence?.kind === 'name' && evidence.end === end;
  // In a cell, 刘×.
  if (text.length < 12 && /^[\u3400-\u9fff]×{1,2}$/.test(text.trim())) return 'name';
  // ×政办发〔2024〕: the first character of a body's name is hidden.
  if (mask.length === 1 && evidence === undefined && /[（〔《“]/.test(text.charAt(start - 1)) && isHan(text, end))
    return 'name';
  const isWord = /^\s+[a-z]{3}/.test(text.slice(end, end + 5)) && evidence?.strength === 'strong';
  if (
    mask.length === 1 &&
    (/[0-9A-Za-z%)）〇㎡²³]/.test(before) || /[0-9A-Za-z(（]/.test(after)) &&
    !(isWord && !/\d/.test(before)) &&
    !isBody
  )
    return undefined;
  // `按×号键`: the sign itself.
  if (
    mask.length === 1 &&
    /^号[\u3400-\u9fff]/.test(text.slice(end, end + 2)) &&
    evidence?.end === end + 1 &&
    !/[〕】）)\]第]/.test(text.charAt(start - 1))
  )
    return undefined;
  if (evidence !== undefined) return evidence.kind;
  if (mask.length < 2) return undefined;
  if (isHan(text, end) || isHan(text, start - 1) || isQuoted(text, start, end)) return 'name';
  // `，××、××当选`
  if (/[，、：；（]/.test(text.charAt(start - 1)) && text.charAt(end) === '、') return 'name';
  // `and ×× crew`
  return /[a-z,] $/.test(text.slice(Math.max(0, start - 2), start)) && /^ [a-z]{3}/.test(text.slice(end, end + 5))
    ? 'figure'
    : undefined;
}

/** `“××”品牌` */
function isQuoted(text: string, start: number, end: number): boolean {
  return /[“《（]/.test(text.charAt(start - 1)) && /[”》）]/.test(text.charAt(end));
}

/** ○ and □ are also list marks and boxes to tick, 〇 a numeral. */
function judgeShape({ text, start, end, mask, evidence }: Candidate): BlankKind | undefined {
  if (/[〇○]/.test(mask) && (isNumeral(text, start - 1) || isNumeral(text, end))) return undefined;
  const isLong = mask.length > 1 || mask === '＊';
  if (evidence !== undefined) {
    const isListMark = !isLong && !/[\p{Script=Han} ]/u.test(text.charAt(start - 1));
    return isListMark ? undefined : evidence.kind;
  }
  return isLong && (isHan(text, end) || isHan(text, start - 1) || (mask.length > 1 && isQuoted(text, start, end)))
    ? 'name'
    : undefined;
}

function isNumeral(text: string, offset: number): boolean {
  return offset >= 0 && /[一二三四五六七八九零两]/.test(text.charAt(offset));
}
