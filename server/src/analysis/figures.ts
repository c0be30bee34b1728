/** Figures and dates that a report gives without tags, as the masks that would stand in their place. */
import { shift } from '../base/span';
import { proseOf } from '../report/prose';
import type { MaskUse } from '../report/types';
import type { Lexicon } from '../syntax/mask/lexicon';
import { isMaskedValue } from '../syntax/mask/value';
import type { Parse } from '../syntax/types';

/**
 * In order: what has a unit, a currency or a percent sign, and dates; digits alone mostly name something. Headings, titles of documents
 * in 《》 and ordinals are left as they are. Spans are in the whole text; tags and masks are not looked at.
 */
export function untaggedFigures({ blocks, lexicon }: Parse): readonly Omit<MaskUse, 'section'>[] {
  const found: Omit<MaskUse, 'section'>[] = [];
  blocks.visit((block, { length: by }) => {
    if (!/\d/.test(block.text)) return;
    for (const { text, span, form } of proseOf(block)) {
      if (form === 'heading') continue;
      const isFirst = /(?:^|[\r\n])[ \t]*\|?[ \t]*$/.test(block.text.slice(Math.max(0, span.start - 40), span.start));
      const figures = form === 'cell' && !isFirst ? figuresInCell(text, lexicon) : figuresIn(text, lexicon);
      for (const figure of figures) found.push({ ...figure, span: shift(figure.span, by + span.start) });
    }
  });
  return found;
}

/** A blank as wide as the value, in its form; undefined for words, of which no blank can tell. */
export function maskOf(value: string): string | undefined {
  const mask = value
    .trim()
    .replace(/^(\d{4})([-/.])\d{1,2}\2\d{1,2}$/, 'YYYY$2MM$2DD')
    .replace(/(?<!\d)(?:19|20)\d\d(?=年)/, '20**')
    .replace(/[\d０-９](?!\d?\*)/g, '*');
  return mask !== '' && isMaskedValue(mask) ? mask : undefined;
}

type Figure = Omit<MaskUse, 'section'>;

function figuresIn(text: string, lexicon: Lexicon): readonly Figure[] {
  return [...text.matchAll(digits)].flatMap(({ 0: written, index: start, groups }): Figure[] => {
    const before = text.slice(Math.max(0, start - 24), start);
    if (/(?:第|[《〔][^》〕]{0,23})$/.test(before)) return [];
    const end = start + written.length;
    const span = { start, end };
    const mask = /^(?:19|20)\d\d$/.test(written) ? '20**' : (maskOf(written) ?? '**');
    const isDate =
      groups?.['date'] !== undefined ||
      (mask === '20**' && isEnglishYear(text, span)) ||
      (/^\d{1,2}$/.test(written) && (afterDay.test(text.slice(end, end + 20)) || beforeDay.test(before)));
    if (isDate) return [{ kind: 'date', text: mask, unit: undefined, span }];
    const sign = /^ ?[%％‰]/.exec(text.slice(end, end + 2))?.[0];
    const follower = lexicon.followerAt(text, end);
    const isNamed = /\b(?:section|phase|step|table|figure|page|no\.) $/i.test(before);
    const isCounted = follower?.kind === 'figure' && (follower.isListed || !isNamed);
    const isRange = /^\s?[-–—~～至到]\s?\d/.test(text.slice(end, end + 3));
    if (!isCounted && sign === undefined && !isRange && !/[$€£¥￥] ?$/.test(before)) return [];
    return [{ kind: 'figure', text: mask, unit: sign?.trim() ?? follower?.unit, span }];
  });
}

/** Digits that fill a cell are a figure, but for those of the first, which number the rows. */
function figuresInCell(text: string, lexicon: Lexicon): readonly Figure[] {
  const [, space = '', written = ''] = /^([ \t]*)([+-]?\d[\d,.]*)[ \t]*$/.exec(text) ?? [];
  const mask = maskOf(written);
  if (mask === undefined || written === '') return figuresIn(text, lexicon);
  const start = space.length;
  return [{ kind: 'figure', text: mask, unit: undefined, span: { start, end: start + written.length } }];
}

/** Dates first: 2024年12月3日, 2024年, 12月3日, 2024-12-03; then figures with their separators. */
const digits =
  /(?<![\w.,:/〔〕]|(?<!\d)-)(?:(?<date>(?:(?:19|20)\d\d年)(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?![\d〕]|[.,:]\d)/g;

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const beforeYear = new RegExp(`(?:\\b(?:${months})(?: \\d{1,2},)?|\\b(?:in|of|since|during|FY|for|by|until)) $`);
const afterDay = new RegExp(`^(?:[-–]\\d{1,2})? (?:${months})\\b`);
const beforeDay = new RegExp(`\\b(?:${months}) $`);

function isEnglishYear(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return beforeYear.test(text.slice(Math.max(0, start - 16), start)) && !/^ [a-z]+s\b/.test(text.slice(end, end + 20));
}
