/** Masks whose characters mean nothing in Markdown: X, ×, ○, □, full-width stars, question marks, words and bracketed placeholders. */
import type { BlankKind } from '../types';
import type { Lexicon } from './lexicon';

export interface FoundMask {
  readonly start: number;
  readonly end: number;
  readonly kind: BlankKind;
}

/** All such masks of a segment, in order of family. */
export function familyMasks(text: string, lexicon: Lexicon): readonly FoundMask[] {
  const found: FoundMask[] = [];
  for (const { hint, pattern, judge } of families) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const kind = judge({ text, start: match.index, end: match.index + match[0].length, mask: match[0], lexicon });
      if (kind !== undefined) found.push({ start: match.index, end: match.index + match[0].length, kind });
    }
  }
  return found;
}

interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mask: string;
  readonly lexicon: Lexicon;
}

interface Family {
  /** A cheap test that rules most segments out. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** What the candidate stands for; undefined where it is no mask. */
  readonly judge: (candidate: Candidate) => BlankKind | undefined;
}

const families: readonly Family[] = [
  {
    hint: /[XxＸ]/,
    pattern: /(?<![A-Za-z0-9_.\-\u0001])(?:[Xx]{1,6}(?:,[Xx]{3})*(?:\.[Xx]{1,3})?|Ｘ{1,6})(?![A-Za-z0-9_\u0001])/g,
    judge: (c) => {
      const single = c.mask.length === 1;
      if (c.text[c.end] === '-' || /[-+=^/]\s?$/.test(c.text.slice(Math.max(0, c.start - 2), c.start)))
        return undefined;
      if (isCurrencyBefore(c)) return 'figure';
      const follower = c.lexicon.followerAt(c.text, c.end);
      if (follower?.kind === 'name' && single && c.text[c.end] === ' ') return undefined;
      if (follower !== undefined) return follower.kind;
      if (c.text.startsWith('染色体', c.end) || c.text.startsWith('世纪', c.end)) return undefined;
      return !single &&
        (isHan(c.text, c.end) || (isHan(c.text, c.start - 1) && !/^\s*[A-Za-z]/.test(c.text.slice(c.end, c.end + 2))))
        ? 'name'
        : undefined;
    },
  },
  {
    hint: /×/,
    pattern: /×{1,6}/g,
    judge: (c) => {
      const before = c.text
        .slice(Math.max(0, c.start - 4), c.start)
        .trimEnd()
        .slice(-1);
      const after = c.text
        .slice(c.end, c.end + 4)
        .trimStart()
        .slice(0, 1);
      const single = c.mask.length === 1;
      if (single && (/[0-9A-Za-z%)）〇㎡²³]/.test(before) || /[0-9A-Za-z(（]/.test(after) || before === '')) {
        return before === '' && !/[0-9A-Za-z(（]/.test(after) ? c.lexicon.followerAt(c.text, c.end)?.kind : undefined;
      }
      const follower = c.lexicon.followerAt(c.text, c.end);
      if (follower !== undefined) return follower.kind;
      return !single && (isHan(c.text, c.end) || isHan(c.text, c.start - 1)) ? 'name' : undefined;
    },
  },
  {
    hint: /[○〇□＊]/,
    pattern: /[○〇]{1,6}|□{1,6}|＊{1,6}/g,
    judge: (c) => {
      if (/[〇○]/.test(c.mask) && (isNumeral(c.text, c.start - 1) || isNumeral(c.text, c.end))) return undefined;
      const single = c.mask.length === 1;
      const follower = c.lexicon.followerAt(c.text, c.end);
      if (follower !== undefined) {
        const isListMark = single && c.mask !== '＊' && !/[\p{Script=Han} ]/u.test(c.text.charAt(c.start - 1));
        return isListMark ? undefined : follower.kind;
      }
      return (!single || c.mask === '＊') && (isHan(c.text, c.end) || isHan(c.text, c.start - 1)) ? 'name' : undefined;
    },
  },
  {
    hint: /[?？]{2}/,
    pattern: /(?<![?？!！])[?？]{2,6}(?![?？!！])/g,
    judge: (c) => c.lexicon.followerAt(c.text, c.end)?.kind,
  },
  {
    hint: /T(?:BD|BC|ODO|K)|待[定填补]|某某/,
    pattern:
      /(?<![A-Za-z0-9_])(?:TBD|TBC|TODO|TK)(?![A-Za-z0-9_])|(?<![有亟尚仍急期等接招])待(?:定|填写?|补充?)|某{2,4}/gu,
    judge: (c) => {
      if (c.mask.startsWith('某')) return 'name';
      // 待填埋, 待定损: the word goes on, unless with a unit.
      const goesOn = /\p{L}/u.test(c.text.charAt(c.end)) && c.lexicon.followerAt(c.text, c.end) === undefined;
      return goesOn ? undefined : wordKind(c);
    },
  },
  {
    hint: /[【〔[]/,
    pattern:
      /【(?:待[^【】\n]{1,40}|TBD|TODO)】|〔待[^〔〕\n]{1,40}〕|\[(?:待[^[\]\n]{1,40}|X{1,4}|N|TBD|Name|Date|Amount)\](?![([:])/g,
    judge: (c) => wordKind(c),
  },
];

/** A word stands for what the text before it names, and for a figure where that says nothing. */
function wordKind(c: Candidate): BlankKind {
  if (isCurrencyBefore(c)) return 'figure';
  const follower = c.lexicon.followerAt(c.text, c.end);
  if (follower !== undefined) return follower.kind;
  const around = `${c.text.slice(Math.max(0, c.start - 14), c.start)} ${c.mask}`;
  if (/时间|日期|\b(?:date|due|deadline|when)\b/i.test(around)) return 'date';
  if (/姓名|名称|人选|单位|责任人|负责人|联系人|\b(?:owner|name|author|lead|by|who)\b/i.test(around)) return 'name';
  return 'figure';
}

function isCurrencyBefore({ text, start }: Candidate): boolean {
  return /[$€£¥￥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

function isHan(text: string, offset: number): boolean {
  return offset >= 0 && /\p{Script=Han}/u.test(text.charAt(offset)) && !/[〇々]/.test(text.charAt(offset));
}

function isNumeral(text: string, offset: number): boolean {
  return offset >= 0 && /[一二三四五六七八九零两]/.test(text.charAt(offset));
}
