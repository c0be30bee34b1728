/** Reports attachments that the text lists and that are not attached, although others are. */
import { attachedNumber, firstListed, nextListed, type ListedAttachment } from '../report/attachments';
import type { Paragraph, Section } from '../report/types';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'missing-attachment',
  severity: 'warning',
  summary: { en: 'A listed attachment is not attached', zh: '列出的附件未附' },
  checkStructure({ analysis, report: found }) {
    const { paragraphs, sections } = analysis.report;
    for (const { items, end } of listsIn(paragraphs).slice(0, mostLists)) {
      const attached = attachedAfter(end, paragraphs, sections);
      const own = items.filter(({ item }) => item.number !== undefined && attached.has(item.number));
      const [example] = own;
      if (example === undefined) continue;
      for (const { item, paragraph } of items) {
        if (item.number === undefined || attached.has(item.number)) continue;
        const at = paragraph.span.start;
        const number = String(item.number);
        const name = shown(item.name.replace(/[；;。，,]$/, ''));
        found({
          span: { start: at + item.start, end: at + item.end },
          message: {
            en: `"${name}" is listed as attachment ${number}, and there is a 附件${String(example.item.number)} and no 附件${number}; attach it, or take it off the list`,
            zh: `附件${number}“${name}”已列出，但文后有附件${String(example.item.number)}而没有附件${number}；请补附，或从附件说明中删去`,
          },
        });
      }
    }
  },
});

interface List {
  readonly items: readonly { readonly item: ListedAttachment; readonly paragraph: Paragraph }[];
  /** Where its last line ends. */
  readonly end: number;
}

/** Lists of numbered attachments. */
function listsIn(paragraphs: readonly Paragraph[]): readonly List[] {
  return paragraphs.flatMap((paragraph, index): List[] => {
    const first = /^附件/.test(paragraph.source) ? firstListed(paragraph.source) : undefined;
    if (first?.number === undefined) return [];
    const items = [{ item: first, paragraph }];
    for (const next of paragraphs.slice(index + 1, index + longestList)) {
      const item = nextListed(next.source);
      if (item === undefined) break;
      items.push({ item, paragraph: next });
    }
    return [{ items, end: items.at(-1)?.paragraph.span.end ?? paragraph.span.end }];
  });
}

const longestList = 50;
const mostLists = 20;

function attachedAfter(
  end: number,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
): ReadonlySet<number | undefined> {
  return new Set([
    ...paragraphs.filter(({ span }) => span.start >= end).map(({ text }) => attachedNumber(text)),
    ...sections.filter(({ headingSpan }) => headingSpan.start >= end).map(({ title }) => attachedNumber(title)),
  ]);
}
