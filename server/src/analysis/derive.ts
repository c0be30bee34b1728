/** Makes a template from reports: what they have in common is what the next one should have. */
import type { Language } from '../base/message';
import { deriveMetrics, type DerivedMetric } from './deriveMetrics';
import { deriveSections, type DerivedSection } from './deriveSections';
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
 * The later of two reports says how a part is called. A section is required that all have, or three of four and more; a metric that
 * all of several reports have. The reports conform to it, but for those that lack what the others have.
 */
export function deriveTemplate(analyses: readonly Analysis[], id: string): DerivedTemplate {
  const titles = analyses.flatMap(({ report }) =>
    report.title === undefined ? [] : [withoutPeriod(report.title.value)],
  );
  const match = titles.length === analyses.length ? commonPattern(titles) : undefined;
  const { sections, isOrdered, homes } = deriveSections(analyses);
  const metrics = deriveMetrics(analyses);
  const phrase = closingPhrase(analyses);
  const required = metrics.filter((metric) => metric.required === true).map((metric) => metric.id);
  return {
    id,
    title: withoutPeriod(titles.at(-1) ?? id),
    language: languageOf(analyses),
    ...(match !== undefined && { match }),
    ...(!isOrdered && { ordered: false as const }),
    sections: sections.map((section) => {
      const own = required.filter((metric) =>
        analyses.every((analysis) => homeOf(metric, analysis, homes) === section.id),
      );
      return own.length === 0 ? section : { ...section, metrics: own };
    }),
    metrics,
    ...(phrase !== undefined && { closing: { phrases: [phrase], required: true as const } }),
  };
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
