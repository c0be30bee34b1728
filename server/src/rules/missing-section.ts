/** Reports every required part of the template that the report lacks, each at the place where it belongs. */
import { insertionOf } from '../analysis/insertion';
import type { OutlineEntry } from '../analysis/types';
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { partName, placeOf } from './support/outline';
import { shown } from './support/wording';

export default defineRule({
  id: 'missing-section',
  severity: 'error',
  summary: { en: 'A section that the template requires is missing', zh: '缺少模板要求的章节' },
  checkStructure({ analysis, report }) {
    for (const entry of analysis.outline) {
      const { requirement, placement, before, insertAt } = entry;
      if (!requirement.required || placement.kind !== 'missing') continue;
      const part = partName(requirement);
      report({
        span: before?.headingSpan ?? { start: insertAt, end: insertAt },
        message: describe(entry),
        fixes: () => {
          const { offset, text } = insertionOf(analysis, entry);
          return [
            {
              title: {
                en: `Insert the ${part.en} "${shown(requirement.title)}"`,
                zh: `插入“${shown(requirement.title)}”${part.zh}`,
              },
              changes: [{ span: { start: offset, end: offset }, newText: text }],
            },
          ];
        },
      });
    }
  },
});

function describe(entry: OutlineEntry): Message {
  const part = partName(entry.requirement);
  const place = placeOf(entry);
  const title = shown(entry.requirement.title);
  return {
    en: `The ${part.en} "${title}" is missing; add it ${place.en}`,
    zh: `缺少${part.zh}“${title}”；请在${place.zh}补上`,
  };
}
