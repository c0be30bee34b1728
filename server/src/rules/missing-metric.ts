/** Reports metrics that the template requires of every report and that no tag names. */
import type { OutlineEntry } from '../analysis/types';
import type { Section } from '../report/types';
import { defineRule } from './rule';
import { insertBlank } from './support/blank';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'missing-metric',
  severity: 'error',
  summary: { en: 'A figure that the template requires is missing', zh: '缺少模板要求的数字' },
  checkStructure({ analysis, hasTags, isUsed, report }) {
    const required = analysis.template?.metrics.filter((metric) => metric.required) ?? [];
    // A report that has no tags gives its figures without them.
    if (required.length === 0 || !hasTags()) return;
    for (const definition of required) {
      if (isUsed(definition.id)) continue;
      const homes = analysis.outline.filter((entry) => belongsTo(definition.id, entry));
      // It comes with the section, whose absence is reported.
      if (homes.some(({ placement, requirement }) => placement.kind === 'missing' && requirement.required)) continue;
      const section = homes.map(sectionOf).find((each) => each !== undefined);
      const { length } = analysis.report;
      const name = metricName(definition.id, definition);
      const place =
        section === undefined
          ? { en: '', zh: '' }
          : { en: ` in "${shown(section.title)}"`, zh: `在“${shown(section.title)}”中` };
      report({
        span: section?.headingSpan ?? { start: length, end: length },
        message: {
          en: `The figure ${name.en} has no tag, and every report of this kind has it; add it${place.en}, or tag it where it stands`,
          zh: `缺少每份此类报告都应有的数字${name.zh}；请${place.zh}补上，文中已有的请加上标签`,
        },
        fixes: () => (section === undefined ? [] : [insertBlank(definition, section, analysis)]),
      });
    }
  },
});

function belongsTo(id: string, { requirement }: OutlineEntry): boolean {
  return requirement.metrics.includes(id) || new RegExp(`<<${id}[:>]`).test(requirement.body);
}

function sectionOf({ placement }: OutlineEntry): Section | undefined {
  return placement.kind === 'section' ? placement.section : undefined;
}
