/** Reports headings that the template does not know, where it says that there are no others. */
import type { Section } from '../report/types';
import type { SectionTemplate } from '../template/types';
import { defineRule, type ReportContext } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'unexpected-section',
  severity: 'warning',
  summary: { en: 'A section that the template has no place for', zh: '出现了模板之外的章节' },
  checkStructure(ctx) {
    const { report, outline, template } = ctx.analysis;
    if (template === undefined) return;
    const known = new Set(
      outline.flatMap(({ placement, also }) =>
        [...(placement.kind === 'section' ? [placement.section] : []), ...also].map(({ index }) => index),
      ),
    );
    const check = (
      sections: readonly Section[],
      allowed: readonly SectionTemplate[],
      whole: Section | undefined,
    ): void => {
      for (const section of sections) if (!known.has(section.index)) reportUnknown(section, allowed, whole, ctx);
    };
    if (template.closed) {
      const outermost = report.sections.filter(({ level }) => level === 1);
      check(outermost, template.sections, undefined);
    }
    for (const { requirement, placement, also } of outline) {
      if (!requirement.closed || placement.kind !== 'section') continue;
      for (const whole of [placement.section, ...also]) {
        const inside = report.sections.filter(({ parent }) => parent === whole.index);
        check(inside, requirement.sections, whole);
      }
    }
  },
});

/** So many titles are shown; more would hide what is said. */
const mostShown = 6;

function reportUnknown(
  { title, headingSpan }: Section,
  allowed: readonly SectionTemplate[],
  whole: Section | undefined,
  { report }: ReportContext,
): void {
  const headings = allowed
    .filter(({ where }) => where === 'heading' || where === 'any')
    .map((each) => shown(each.title));
  const some = headings.slice(0, mostShown);
  const isCut = headings.length > some.length;
  const quoted = shown(title);
  const place =
    whole === undefined ? { en: '', zh: '' } : { en: ` in "${shown(whole.title)}"`, zh: `“${shown(whole.title)}”中` };
  const list = {
    en: some.length === 0 ? 'none' : some.map((each) => `"${each}"`).join(', ') + (isCut ? ' …' : ''),
    zh: some.length === 0 ? '无' : some.map((each) => `“${each}”`).join('') + (isCut ? '等' : ''),
  };
  report({
    span: headingSpan,
    message: {
      en: `The template has no section "${quoted}"${place.en}, only ${list.en}; rename it as one of them, or take it out`,
      zh: `模板${place.zh}没有章节“${quoted}”，只有${list.zh}；请改用其中的标题，或删去`,
    },
  });
}
