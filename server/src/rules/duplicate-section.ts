/** Reports sections that are there more often, or less often, than they should be. */
import type { OutlineEntry } from '../analysis/types';
import type { Section } from '../report/types';
import { defineRule, type ReportContext } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'duplicate-section',
  severity: 'warning',
  summary: { en: 'A section is there twice, or too seldom', zh: '章节重复，或数量不足' },
  checkStructure(ctx) {
    const { analysis } = ctx;
    const reported = new Set<number>();
    for (const entry of analysis.outline) {
      for (const section of checkCount(entry, ctx)) reported.add(section.index);
    }
    const first = new Map<string, Section>();
    for (const section of analysis.report.sections) {
      // An author who gives two headings ids of their own means two sections.
      if (section.title === '' || section.id !== undefined || reported.has(section.index)) continue;
      const key = JSON.stringify([section.parent, section.level, section.title]);
      if (first.has(key)) reportSame(section, ctx);
      else first.set(key, section);
    }
  },
});

/**
 * The sections that are too many. That a heading meets a requirement which may be met once proves little, for patterns are wide: only
 * the author's id does.
 */
function checkCount({ requirement, placement, also }: OutlineEntry, { report }: ReportContext): readonly Section[] {
  if (placement.kind !== 'section') return [];
  const { min, max } = requirement.count;
  const title = shown(requirement.title);
  const count = 1 + also.length;
  if (count < min) {
    report({
      span: (also.at(-1) ?? placement.section).headingSpan,
      message: {
        en: `The template wants at least ${min} sections "${title}", found ${count}; add what is missing`,
        zh: `模板要求至少有${min}个“${title}”章节，现有${count}个；请补上`,
      },
    });
  }
  const surplus = max > 1 ? also.slice(max - 1) : also.filter(({ id }) => id === requirement.id);
  for (const { headingSpan } of surplus) {
    report({
      span: headingSpan,
      message: {
        en: `The template wants at most ${max} ${max === 1 ? 'section' : 'sections'} "${title}", and this is one more; merge or rename it`,
        zh: `模板中“${title}”章节至多${max}个，此处已超出；请合并或改名`,
      },
    });
  }
  return surplus;
}

function reportSame({ title, headingSpan }: Section, { report }: ReportContext): void {
  const quoted = shown(title);
  report({
    span: headingSpan,
    message: {
      en: `There is a section "${quoted}" before this one already; merge the two, or rename one`,
      zh: `前面已有同名章节“${quoted}”；请合并，或改名`,
    },
  });
}
