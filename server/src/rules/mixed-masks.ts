/** Reports figures of one paragraph that are masked in two ways: 召开会议**次、培训XX期. */
import { memoised } from '../base/lazy';
import type { MaskFact } from '../report/facts';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'mixed-masks',
  severity: 'hint',
  isOptIn: true,
  summary: { en: 'Figures of one paragraph are masked in two ways', zh: '同一段中数字用了两种掩码' },
  checkMask(mask, { text, masks, report }) {
    const family = familyOf(mask);
    const previous = previousFigures(masks).get(mask);
    if (family === undefined || previous === undefined || familyOf(previous) === family) return;
    if (isParted.test(text.slice(previous.span.end, mask.span.start))) return;
    const [own, other] = [shown(mask.text), shown(previous.text)];
    report({
      span: mask.span,
      message: {
        en: `The figure is masked as "${own}", and the one before it as "${other}"; mask figures in one way, so that none is overlooked`,
        zh: `此处数字的掩码为“${own}”，前一处为“${other}”；同一类内容请用同一种掩码，以免遗漏`,
      },
    });
  },
});

/** A blank line, another item of a list, another cell, or the beginning of a quotation. */
const isParted = /\||[\r\n][ \t]*(?:[\r\n>#]|[-+*][ \t]|\d{1,9}[.)][ \t])/;

/** The figure before each, whichever stands between them. */
const previousFigures = memoised((masks: readonly MaskFact[]): ReadonlyMap<MaskFact, MaskFact> => {
  const found = new Map<MaskFact, MaskFact>();
  let last: MaskFact | undefined;
  for (const mask of masks) {
    if (familyOf(mask) === undefined) continue;
    if (last !== undefined) found.set(mask, last);
    last = mask;
  }
  return found;
});

/** By the sign that is repeated. Only figures have one: dates, names and numbers of documents are masked as they usually are. */
function familyOf({ kind, text, unit }: MaskFact): string | undefined {
  if (kind !== 'figure' || unit === '号') return undefined;
  return families.find(([, pattern]) => pattern.test(text))?.[0];
}

const families: readonly (readonly [string, RegExp])[] = [
  ['*', /^[*＊]+(?:[.．][*＊]+)?$/],
  ['x', /^[XxＸ]+(?:[.．,][XxＸ]+)*$/],
  ['×', /^×+(?:[.．]×+)?$/],
  ['○', /^[○〇]+$/],
  ['□', /^□+$/],
  ['_', /^_+$/],
  ['?', /^[?？]+$/],
];
