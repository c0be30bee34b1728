/** The runs of `*` and `_` in a stretch of text, each with what it would be as a mask and how it could stand in emphasis. */
import type { BlankKind } from '../types';
import { endsClause, evidenceAt } from './context';
import { flankingOf } from './flanking';
import { kindOfWords } from './label';
import type { Lexicon } from './lexicon';

export interface Run {
  readonly start: number;
  readonly end: number;
  /** `*` or `_`: only like runs pair. */
  readonly character: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** At the beginning of a clause or an item, where emphasis begins more often than a masked figure does. */
  readonly isAfterPause: boolean;
  /** Between letters or digits, as in `5*6` and `snake_case`, where a literal sign is common. */
  readonly isInWord: boolean;
  /**
   * What the words around make of it as a mask: `strong` where a unit, a suffix, a label or a range calls for one, `fair` after
   * a number word at a clause's end, `weak` for a run between Han characters that nothing speaks for or against.
   */
  readonly strength: 'strong' | 'fair' | 'weak' | undefined;
  readonly kind: BlankKind;
  /** A date's mask reaches over its 月 or 日; all others end with the run. */
  readonly maskEnd: number;
  /** Where the unit or suffix after the run ends; `end` where there is none. */
  readonly followerEnd: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** All runs but those within `certain` dates. `dates` are all masked dates, in ascending order. */
export function runsOf(
  text: string,
  lexicon: Lexicon,
  dates: readonly Place[],
  certain: readonly Place[],
): readonly Run[] {
  const runs: Run[] = [];
  const dateEnds = new Map(dates.map((date) => [date.start, date.end]));
  let nextDate = 0;
  let done = 0;
  for (const match of text.matchAll(starsOrUnderscores)) {
    const start = match.index;
    while ((certain[nextDate]?.end ?? Infinity) <= start) nextDate++;
    if (start < done || (certain[nextDate]?.start ?? Infinity) <= start) continue;
    let end = start + match[0].length;
    const decimals = decimalPart.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    const isThousands = decimals > 3 && text.charAt(end) === ',' && /^$|[\s$€£]/.test(text.charAt(start - 1));
    if (isThousands || (decimals > 0 && evidenceAt(text, start, end + decimals, lexicon) !== undefined))
      end += decimals;
    const character = text.charAt(start);
    const isLong = character === '*' && end - start > 2;
    const dateEnd = dateEnds.get(start) ?? (isLong ? dateEnds.get(start + 2) : undefined);
    done = Math.max(end, dateEnd ?? 0);
    const isInWord = /[A-Za-z0-9]/.test(text.charAt(start - 1)) && /[A-Za-z0-9]/.test(text.charAt(end));
    runs.push({
      start,
      end,
      character,
      ...(isInWord && character === '_' ? { canOpen: false, canClose: false } : flankingOf(text, start, end)),
      isAfterPause: pause.test(text.slice(Math.max(0, start - 2), start)),
      isInWord,
      ...judge(text, start, end, dateEnd, lexicon),
    });
  }
  return runs;
}

const pause = /^$|[，。；：、！？“‘「『（(《,;:"\r\n\u0001|>][ \t]?$|[-+.)][ \t]$|^[ \t]+$/;
const starsOrUnderscores = /\*+|_+/g;
const decimalPart = /^(?:(?:,\*{3}(?!\*))*\.\*+|(?:,\*{3}(?!\*))+|\._+)/;

const hanUnit = /[\u3400-\u9fff]/;

type Judgement = Pick<Run, 'strength' | 'kind' | 'maskEnd' | 'followerEnd'>;

function judge(text: string, start: number, end: number, dateEnd: number | undefined, lexicon: Lexicon): Judgement {
  if (dateEnd !== undefined) return { strength: 'strong', kind: 'date', maskEnd: dateEnd, followerEnd: dateEnd };
  const none = { kind: 'name', maskEnd: end, followerEnd: end } as const;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  // `12**个` ends a figure in bold; letters and veiled code on either side make a name or a formula of it.
  if (/[0-9\u0001]/.test(before) || (/[A-Za-z]/.test(before) && !hanUnit.test(after)))
    return { ...none, strength: undefined };
  const isApart = before === ' ' && after === ' ';
  if (text[start] === '_' && ((end - start < 2 && !isApart) || /[A-Za-z0-9\u0001]/.test(after))) {
    return { ...none, strength: undefined };
  }
  const asked = text[start] === '_' && end - start > 3 ? kindBefore(text, start, end) : undefined;
  if (asked !== undefined) return { ...none, kind: asked, strength: 'strong' };
  const preposition = /_{3}/.test(text.slice(start, end))
    ? /\b(?:on|by|in|from)(?= $)/.exec(text.slice(Math.max(0, start - 5), start))?.[0]
    : undefined;
  // `signed in ____ on ____ by ____`
  if (preposition !== undefined && (endsClause(text, end) || / (?:on|by|in|at|and)\b/.test(text.slice(end, end + 5)))) {
    const kind =
      preposition === 'on'
        ? 'date'
        : preposition === 'by' && !endsClause(text, end) && !/^ on _/.test(text.slice(end, end + 5))
          ? 'figure'
          : 'name';
    return { ...none, kind, strength: 'strong' };
  }
  // `带*号的`, `标**的`: the sign itself.
  if (/[标带打加]/.test(before) && /^[号的者]/.test(after)) return { ...none, strength: undefined };
  const evidence = evidenceAt(text, start, end, lexicon);
  if (evidence !== undefined) {
    return { strength: evidence.strength, kind: evidence.kind, maskEnd: end, followerEnd: evidence.end };
  }
  // `，**、`: nothing that closes and nothing that opens emphasis.
  if (end - start > 1 && /[，。；：、（“]/.test(before) && /[、，。；）”]/.test(after))
    return { ...none, strength: 'fair' };
  // `present __, absent __`
  if (text[start] === '_' && before === ' ' && /[,;，；]/.test(after))
    return { ...none, kind: 'figure', strength: 'fair' };
  // `*注：`, `按可比价计算*。`: the sign of a footnote.
  if (
    end - start === 1 &&
    (startsLine.test(text.slice(Math.max(0, start - 3), start)) || endsClause(text, end)) &&
    /[\u3400-\u9fff]/.test(before + after)
  )
    return { ...none, strength: undefined };
  const isBetween = /^$|[\s\u2e80-\u9fff\uff00-\uffef“”‘’—…]/.test(before) && /[\u3400-\u9fff、，。；…]/.test(after);
  if (isBetween || (/[\u3400-\u9fff]/.test(before) && endsClause(text, end))) return { ...none, strength: 'weak' };
  // `values marked * are`, `width * height =`
  if (/\b(?:marked|denoted|symbol|sign|asterisks?) $/.test(text.slice(Math.max(0, start - 10), start)))
    return { ...none, strength: undefined };
  // `lost *, a turnover`, `* high, * medium and ** low`; between two words ` * ` may be a product.
  if (isCounting(text, start, end, lexicon)) return { ...none, kind: 'figure', strength: 'fair' };
  const isEnglish =
    (!isProduct.test(text.slice(Math.max(0, start - 32), start)) &&
      /[A-Za-z][a-z]+ $/.test(text.slice(Math.max(0, start - 5), start)) &&
      /^ [*_]{0,2}[a-z]{2}/.test(text.slice(end, end + 5))) ||
    (end - start > 1 && ((before === '(' && after === ')') || /^ (?:of|out of) /.test(text.slice(end, end + 8)))) ||
    (/[a-z][*_]{0,2},? $/.test(text.slice(Math.max(0, start - 5), start)) && endsClause(text, end)) ||
    (/(?:(?:[,:;]|\b(?:and|or|of)) |\()$/.test(text.slice(Math.max(0, start - 5), start)) &&
      /^ [*_]{0,2}[a-z]{2}/.test(text.slice(end, end + 5)));
  return isEnglish ? { ...none, kind: 'figure', strength: 'weak' } : { ...none, strength: undefined };
}

/** `签字处____（盖章）`, `联系人____ 电话____`: a label without a colon, before a line to write on. */
function kindBefore(text: string, start: number, end: number): BlankKind | undefined {
  if (!/^(?:$|[\s（(，。；])/.test(text.charAt(end))) return undefined;
  const words = labelWords.exec(text.slice(Math.max(0, start - 16), start))?.[0];
  const kind = words === undefined ? 'figure' : kindOfWords(words);
  return kind === 'figure' ? undefined : kind;
}

/** On the right of an equals sign. */
const isProduct = /=[^.;\n]*$/;
const startsLine = /^[ \t]*$|[\r\n][ \t]*$/;
const labelWords = /[\u3400-\u9fff]{2,8}(?:[（(][\u3400-\u9fff]{1,6}[）)])?$/;

/** `** near misses`, `*** senior engineers`: what stands alone between spaces emphasises nothing. */
function isCounting(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  if (end - start < 2 || !/^$|[\s(]/.test(text.charAt(start - 1))) return false;
  const adjective = /^ [A-Za-z][a-z]*[A-Za-z](?:-[a-z]+)? (?=[a-z]{3})/.exec(text.slice(end, end + 24));
  return adjective !== null && lexicon.followerAt(text, end + adjective[0].length)?.kind === 'figure';
}
