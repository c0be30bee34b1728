/** Figures with their units in a stretch of Chinese prose, given or still open. */
import { gap } from '../../report/prose';
import type { Lexicon } from '../../syntax/mask/lexicon';

export interface Counted {
  /** From the first digit to the end of the unit. */
  readonly start: number;
  readonly end: number;
  /** Undefined while the figure is a blank, stands elsewhere, or only compares. */
  readonly value: number | undefined;
  /** Without 余 and 多. */
  readonly unit: string;
  /** Whether a word says that it may be more: 100余, 超过100. */
  readonly isAtLeast: boolean;
}

/** In order. Percentages, dates and figures in words are none. */
export function countedIn(text: string, lexicon: Lexicon): readonly Counted[] {
  const found: Counted[] = [];
  for (const match of text.matchAll(figure)) {
    const at = match.index + match[0].length;
    const follower = lexicon.followerAt(text, at);
    if (follower === undefined || follower.kind === 'name' || !follower.isListed) continue;
    const unit = follower.unit.replace(/^[余多来几]/, '').replace(/^([百千万亿]+)[余多]/, '$1');
    if (unit === '' || /^(?:年|月|日|号|时|[%％‰]|个百分点|倍|成|世纪)/.test(unit)) continue;
    const before = text.slice(Math.max(0, match.index - 12), match.index).replaceAll(gap, '');
    // 第12次 counts nothing, nor do 3人小组 and 50人以上.
    if (/第$/.test(before) || /^(?:制|小组|一组|以[上下内])/.test(text.slice(follower.end, follower.end + 2))) continue;
    found.push({
      start: match.index + (/^[ \ufffc]*/.exec(match[0])?.[0].length ?? 0),
      end: follower.end,
      value: isComparison(before) ? undefined : valueOf(match[0].replace(/[ \ufffc]/g, '')),
      unit,
      isAtLeast: unit !== follower.unit || /(?:超过?|逾|突破|至少|不少于|不低于|多于|大于)$/.test(before),
    });
  }
  return found;
}

/** What was added, what is left when losses are taken off, and what comes to each: no part need be less. */
function isComparison(before: string): boolean {
  return (
    /(?:增加|减少|增长|下降|提高|上升|多|少)了?$/.test(before) ||
    /(?:净|利润|盈利|盈余|顺差|逆差|亏损|平均|人均|[月日年均户村]均|每)[^，。；]{0,6}$/.test(before)
  );
}

/** Digits within their frame, or what may stand for them. */
const figure =
  /(?<![\d.A-Za-z])(?:\ufffc{0,80}\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\ufffc{0,80}\d{1,15}(?:\.\d{1,6})?|[*＊×XxＸ○□_]{1,6}|\ufffc{1,80})[ \ufffc]{0,80}/g;

function valueOf(digits: string): number | undefined {
  return /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
}
