/** The runs of `*` and `_` in a stretch of text, each with what it would be as a mask and how it could stand in emphasis. */
import type { BlankKind } from '../types';
import { endsClause, evidenceAt } from './context';
import { flankingOf } from './flanking';
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
    if (decimals > 0 && evidenceAt(text, start, end + decimals, lexicon) !== undefined) end += decimals;
    done = end;
    const isInWord = /[A-Za-z0-9]/.test(text.charAt(start - 1)) && /[A-Za-z0-9]/.test(text.charAt(end));
    const character = text.charAt(start);
    runs.push({
      start,
      end,
      character,
      ...(isInWord && character === '_' ? { canOpen: false, canClose: false } : flankingOf(text, start, end)),
      isAfterPause: pause.test(text.slice(Math.max(0, start - 2), start)),
      isInWord,
      ...judge(text, start, end, dateEnds.get(start), lexicon),
    });
  }
  return runs;
}

const pause = /^$|[，。；：、！？“‘「『（(《,;:"\r\n\u0001|>][ \t]?$|[-+.)][ \t]$|^[ \t]+$/;
const starsOrUnderscores = /\*+|_+/g;
const decimalPart = /^(?:\.\*+|\._+)/;

type Judgement = Pick<Run, 'strength' | 'kind' | 'maskEnd' | 'followerEnd'>;

function judge(text: string, start: number, end: number, dateEnd: number | undefined, lexicon: Lexicon): Judgement {
  if (dateEnd !== undefined) return { strength: 'strong', kind: 'date', maskEnd: dateEnd, followerEnd: dateEnd };
  const none = { kind: 'name', maskEnd: end, followerEnd: end } as const;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  // `12**个` ends a figure in bold; letters and veiled code on either side make a name or a formula of it.
  if (/[A-Za-z0-9\u0001]/.test(before)) return { ...none, strength: undefined };
  if (text[start] === '_' && (end - start < 2 || /[A-Za-z0-9\u0001]/.test(after))) {
    return { ...none, strength: undefined };
  }
  const evidence = evidenceAt(text, start, end, lexicon);
  if (evidence !== undefined) {
    return { strength: evidence.strength, kind: evidence.kind, maskEnd: end, followerEnd: evidence.end };
  }
  const isBetween = /^$|[\s\u2e80-\u9fff\uff00-\uffef“”‘’—…]/.test(before) && /[\u3400-\u9fff、，。；]/.test(after);
  if (isBetween || (/[\u3400-\u9fff]/.test(before) && endsClause(text, end))) return { ...none, strength: 'weak' };
  // `lost *, a turnover`, `* high, * medium and ** low`; between two words ` * ` may be a product.
  const isEnglish =
    (/[a-z] $/.test(text.slice(Math.max(0, start - 2), start)) && endsClause(text, end)) ||
    (/(?:[,:;]|\b(?:and|or|of)) $/.test(text.slice(Math.max(0, start - 5), start)) &&
      /^ [a-z]{2}/.test(text.slice(end, end + 3)));
  return isEnglish ? { ...none, kind: 'figure', strength: 'weak' } : { ...none, strength: undefined };
}
