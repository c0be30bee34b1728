/** Reports placeholders that no tag names. */
import { proposeTags } from '../analysis/tagging';
import type { Analysis } from '../analysis/types';
import { memoised } from '../base/lazy';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import type { Span } from '../base/span';
import type { MaskFact } from '../report/facts';
import { blankKindNames } from '../report/types';
import { defineRule } from './rule';
import { blankSeverity } from './support/expectation';
import { shown } from './support/wording';

export default defineRule({
  id: 'untagged-mask',
  severity: 'warning',
  summary: { en: 'A masked figure, date or name has no tag', zh: '待填的数字、日期或名称没有标签' },
  // Tagging all masks at once is an action on the report, not on each of its masks; the language server offers it once.
  checkMask(mask, { text, isFinal, report }) {
    report({
      span: mask.span,
      message: describe(mask, text, isFinal),
      severity: blankSeverity(mask.kind, isFinal),
      fixes: ({ analysis, place }) => {
        const span = place(mask.span);
        const id = idsByPlace(analysis).get(span.start);
        return id === undefined ? [] : [tagFix(mask, span, id)];
      },
    });
  },
});

/** The proposals for all masks, since no two masks may get the same id. */
const idsByPlace = memoised(
  (analysis: Analysis) => new Map(proposeTags(analysis).map(({ mask, id }) => [mask.span.start, id])),
);

function describe(mask: MaskFact, text: string, isFinal: boolean): Message {
  const kind = blankKindNames[mask.kind];
  const hasUnit = mask.unit !== undefined && text.startsWith(mask.unit, mask.span.end);
  const place = shown(hasUnit ? mask.text + mask.unit : mask.text);
  if (isFinal) {
    return {
      en: `The ${kind.en} "${place}" is still masked, and a final report has no blanks; fill it in`,
      zh: `${kind.zh}“${place}”仍待填，而定稿中不应有待填处；请填写`,
    };
  }
  return {
    en: `The masked ${kind.en} "${place}" has no tag; tag it so that it can be filled by name`,
    zh: `待填${kind.zh}“${place}”没有标签；请加上标签，以便按名称填写`,
  };
}

function tagFix({ text }: MaskFact, span: Span, id: string): Fix {
  return {
    title: { en: `Tag this mask as "${id}"`, zh: `为此待填处加上标签“${id}”` },
    changes: [{ span, newText: `<<${id}:${text}>>` }],
  };
}
