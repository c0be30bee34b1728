/** Reports what a section does not say although the template asks for it: a subject, or a figure. */
import { saysItem } from '../analysis/phrases';
import { within } from '../analysis/within';
import type { Analysis, OutlineEntry } from '../analysis/types';
import { lazy } from '../base/lazy';
import type { Span } from '../base/span';
import type { Section } from '../report/types';
import type { ItemTemplate, MetricTemplate } from '../template/types';
import { defineRule, type ReportContext } from './rule';
import { insertBlank } from './support/blank';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'missing-item',
  severity: 'warning',
  summary: { en: 'A section lacks something that the template asks for', zh: '章节中缺少模板要求写明的内容' },
  checkStructure(ctx) {
    const { analysis } = ctx;
    for (const entry of analysis.outline) {
      const { items, metrics } = entry.requirement;
      if (items.length + metrics.length === 0) continue;
      for (const place of placesOf(entry)) {
        const texts = lazy(() => textsIn(place, analysis));
        for (const item of items) {
          if (!texts().some((text) => saysItem(item, text))) reportItem(item, place, ctx);
        }
        for (const id of metrics) {
          const definition = analysis.template?.metrics.find((metric) => metric.id === id);
          if (definition !== undefined) checkFigure(definition, place, ctx);
        }
      }
    }
  },
});

interface Place {
  /** Where it is reported. */
  readonly section: Section;
  /** Where it may be said. */
  readonly spans: readonly Span[];
}

/**
 * None for what is missing or empty, which is reported as such, and for a paragraph, which need not be all of the part. Where there
 * may be several sections, each must say it; else a second one that meets the requirement is as good.
 */
function placesOf({ placement, also, requirement }: OutlineEntry): readonly Place[] {
  if (placement.kind !== 'section') return [];
  const sections = [placement.section, ...also].filter(({ isEmpty }) => !isEmpty);
  if (requirement.count.max > 1) return sections.map((section) => ({ section, spans: [section.span] }));
  const [first] = sections;
  return first === undefined ? [] : [{ section: first, spans: sections.map(({ span }) => span) }];
}

/** All that is said there, headings included. */
function textsIn({ spans }: Place, { report }: Analysis): readonly string[] {
  return spans.flatMap((span) => [
    ...within(report.sections, span, ({ headingSpan }) => headingSpan.start).map(({ title }) => title),
    ...within(report.paragraphs, span, (paragraph) => paragraph.span.start).map(({ text }) => text),
  ]);
}

function reportItem({ title: item }: ItemTemplate, { section }: Place, { report }: ReportContext): void {
  const title = shown(section.title);
  report({
    span: section.headingSpan,
    message: {
      en: `The section "${title}" says nothing of "${shown(item.en)}", which the template asks for; add it`,
      zh: `章节“${title}”没有写“${shown(item.zh)}”，而模板要求写明；请补写`,
    },
  });
}

function checkFigure(
  definition: MetricTemplate,
  { section, spans }: Place,
  { analysis, hasTags, isUsed, report }: ReportContext,
): void {
  const { id, required } = definition;
  // A report that has no tags gives its figures without them.
  if (!hasTags() || spans.some((span) => isUsed(id, span))) return;
  // What no report may lack is reported as missing altogether.
  if (required && !isUsed(id)) return;
  const name = metricName(id, definition);
  const title = shown(section.title);
  report({
    span: section.headingSpan,
    message: {
      en: `The section "${title}" lacks the figure ${name.en}, which the template asks for; add it, or tag it where it stands`,
      zh: `章节“${title}”缺少模板要求的数字${name.zh}；请补上，文中已有的请加上标签`,
    },
    fixes: () => [insertBlank(definition, section, analysis)],
  });
}
