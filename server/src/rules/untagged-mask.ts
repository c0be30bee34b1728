/** Reports placeholders that no tag names. */
import { proposeTags } from '../analysis/tagging';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { blankKindNames, type MaskUse } from '../report/types';
import { defineRule } from './rule';
import { blankSeverity, isFinal } from './support/expectation';
import { shown } from './support/wording';

export default defineRule({
  id: 'untagged-mask',
  severity: 'warning',
  summary: { en: 'A masked figure, date or name has no tag', zh: '待填的数字、日期或名称没有标签' },
  // Tagging all masks at once is an action on the report, not on each of its masks; the language server offers it once.
  check({ analysis, report: found }) {
    const { report } = analysis;
    if (report.masks.length === 0) return;
    const ids = new Map(proposeTags(analysis).map(({ mask, id }) => [mask, id]));
    for (const mask of report.masks) {
      const id = ids.get(mask);
      found({
        span: mask.span,
        message: describe(mask, { id, text: report.text, isFinal: isFinal(report) }),
        severity: blankSeverity(mask.kind, report),
        fixes: id === undefined ? [] : [tagFix(mask, id)],
      });
    }
  },
});

interface Circumstances {
  readonly id: string | undefined;
  readonly text: string;
  readonly isFinal: boolean;
}

function describe(mask: MaskUse, { id, text, isFinal }: Circumstances): Message {
  const kind = blankKindNames[mask.kind];
  const hasUnit = mask.unit !== undefined && text.startsWith(mask.unit, mask.span.end);
  const place = shown(hasUnit ? mask.text + mask.unit : mask.text);
  if (isFinal) {
    return {
      en: `The ${kind.en} "${place}" is still masked, and a final report has no blanks; fill it in`,
      zh: `${kind.zh}“${place}”仍待填，而定稿中不应有待填处；请填写`,
    };
  }
  const example = id === undefined ? { en: '', zh: '' } : { en: `, for example as "${id}"`, zh: `，例如“${id}”` };
  return {
    en: `The masked ${kind.en} "${place}" has no tag; tag it so that it can be filled by name${example.en}`,
    zh: `待填${kind.zh}“${place}”没有标签；请加上标签，以便按名称填写${example.zh}`,
  };
}

function tagFix({ span, text }: MaskUse, id: string): Fix {
  return {
    title: { en: `Tag this mask as "${id}"`, zh: `为此待填处加上标签“${id}”` },
    changes: [{ span, newText: `<<${id}:${text}>>` }],
  };
}
