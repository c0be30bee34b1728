/** Makes a template from reports: what they have in common is what the next one should have. */
import type { Language } from '../base/message';
import { createBodies, type Bodies, type Origin } from './deriveBodies';
import { deriveMetrics, type DerivedMetric } from './deriveMetrics';
import { deriveSections, type DerivedLevel, type DerivedSection } from './deriveSections';
import { closingParagraphs } from './place';
import { commonPattern, withoutPeriod } from './titles';
import type { Analysis } from './types';

/** What a template file holds, in its order of keys. */
export interface DerivedTemplate {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly match?: string;
  readonly ordered?: false;
  readonly sections: readonly DerivedSection[];
  readonly metrics: readonly DerivedMetric[];
  readonly closing?: { readonly phrases: readonly string[]; readonly required: true };
}

/**
 * The later of two reports says how a part is called and what stands in it. A section is required that all have, or three of four and
 * more; a metric that all of several reports have. The reports conform to it, but for those that lack what the others have; a new
 * report of it has nothing but blanks to report.
 */
export function deriveTemplate(origins: readonly Origin[], id: string): DerivedTemplate {
  const analyses = origins.map(({ analysis }) => analysis);
  const titles = analyses.flatMap(({ report }) =>
    report.title === undefined ? [] : [withoutPeriod(report.title.value)],
  );
  const match = titles.length === analyses.length ? commonPattern(titles) : undefined;
  const level = deriveSections(analyses);
  const metrics = deriveMetrics(analyses);
  const language = languageOf(analyses);
  const phrase = closingPhrase(analyses);
  const bodies = createBodies({ metrics, language, closing: phrase });
  const making = { origins, level, bodies };
  const filled = [...lead(making, language), ...level.sections.map((each) => withBody(each, making))];
  const present = tagsIn(filled);
  const required = metrics
    .filter((metric) => metric.required === true && present.has(metric.id))
    .map((each) => each.id);
  return {
    id,
    title: withoutPeriod(titles.at(-1) ?? id),
    language,
    ...(match !== undefined && { match }),
    ...(!level.isOrdered && { ordered: false as const }),
    sections: filled.map((section) => {
      const tags = tagsOf(section);
      const own = required.filter(
        (metric) =>
          tags.has(metric) && analyses.every((analysis) => homeOf(metric, analysis, level.homes) === section.id),
      );
      return own.length === 0 ? section : { ...section, metrics: own };
    }),
    metrics: metrics.map(({ required: _, ...metric }) =>
      required.includes(metric.id) ? { ...metric, required: true as const } : metric,
    ),
    ...(phrase !== undefined && { closing: { phrases: [phrase], required: true as const } }),
  };
}

interface Making {
  readonly origins: readonly Origin[];
  readonly level: DerivedLevel;
  readonly bodies: Bodies;
}

function withBody(section: DerivedSection, making: Making): DerivedSection {
  const { sections = [], ...own } = section;
  const latest = making.level.latest.get(section.id);
  const origin = making.origins.find(({ analysis }) => analysis === latest?.analysis);
  if (latest === undefined || origin === undefined) return section;
  const body = making.bodies.below(latest.section, origin, sections.length === 0);
  const below = sections.map((each) => withBody(each, making));
  return { ...own, ...(body !== '' && { body }), ...(below.length > 0 && { sections: below }) };
}

/** Where every report has a text before its headings, or has none, that is a part of its own. */
function lead({ origins, level, bodies }: Making, language: Language): readonly DerivedSection[] {
  const last = origins.at(-1);
  const isThere = origins.every(({ analysis: { report } }) =>
    report.paragraphs.some(({ section, text }) => section === undefined && text.trim() !== ''),
  );
  if (last === undefined || !isThere || level.latest.has('lead')) return [];
  const body = bodies.lead(last);
  const title = { en: 'Lead', zh: '导语' }[language];
  return [{ id: 'lead', title, match: '\\S', where: 'lead', ...(body !== '' && { body }) }];
}

/** The ids of the tags that a new report has in these sections. */
function tagsIn(sections: readonly DerivedSection[]): ReadonlySet<string> {
  const required = sections.filter((section) => section.required !== false);
  return new Set(required.flatMap((section) => [...tagsOf(section)]));
}

function tagsOf({ body = '', sections = [] }: DerivedSection): ReadonlySet<string> {
  const own = [...body.matchAll(/<<([^<>:：]+)[:：>]/g)].map(([, id = '']) => id);
  return new Set([...own, ...tagsIn(sections)]);
}

/** The outermost section in which the metric first stands. */
function homeOf(
  id: string,
  { report }: Analysis,
  homes: ReturnType<typeof deriveSections>['homes'],
): string | undefined {
  let section = report.sections[report.metrics.find((use) => use.id === id)?.section ?? -1];
  while (section?.parent !== undefined) section = report.sections[section.parent];
  return section && homes.get(section);
}

function languageOf(analyses: readonly Analysis[]): Language {
  const texts = analyses.map(({ report }) => report.text).join('\n');
  const han = texts.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = texts.match(/[a-z]+/gi)?.length ?? 0;
  return han > latin ? 'zh' : 'en';
}

const knownPhrases = /^(?:特此|专此|以上|妥否|当否|此致|请予|请批|请审)/;
const longestPhrase = 20;

/** A short line that ends every report; of a single report only where it is worded as such lines are. */
function closingPhrase(analyses: readonly Analysis[]): string | undefined {
  const [first, ...others] = analyses.map(({ report }) =>
    report.paragraphs
      .slice(-closingParagraphs)
      .map(({ text }) => text.trim().replace(/[。.！!]$/, ''))
      .filter((text) => text !== '' && text.length <= longestPhrase && !/[\d０-９*＊]/.test(text)),
  );
  return first?.findLast(
    (text) => (others.length > 0 || knownPhrases.test(text)) && others.every((lines) => lines.includes(text)),
  );
}
