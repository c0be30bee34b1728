/** What a derived template puts below its headings: the text of the latest report, its figures blank and tagged. */
import { applyChanges, type TextChange } from '../base/problem';
import { span, type Span } from '../base/span';
import type { Language } from '../base/message';
import type { MetricUse, Section } from '../report/types';
import type { Parse } from '../syntax/types';
import { conversionChanges } from './conversion';
import type { DerivedMetric } from './deriveMetrics';
import { maskOf, untaggedFigures } from './figures';
import type { Defined } from './tagging';
import { regExpOf } from './titles';
import type { Analysis } from './types';

/** A report that a template is made from. */
export interface Origin {
  readonly analysis: Analysis;
  readonly parse: Parse;
}

export interface Bodies {
  /** The section's own text; with its subsections where the template has none of its own below it. */
  below(section: Section, origin: Origin, isWhole: boolean): string;
  /** The text before all headings, the title left out. */
  lead(origin: Origin): string;
}

export interface BodyOptions {
  readonly metrics: readonly DerivedMetric[];
  readonly language: Language;
  /** The line that ends every report: it and what follows it belong to no section. */
  readonly closing: string | undefined;
}

/** No two figures of all texts that are asked for have one id, unless they have it in their report. */
export function createBodies({ metrics, language, closing }: BodyOptions): Bodies {
  const known = new Map<Origin, readonly TextChange[]>();
  const taken = new Set<string>();
  const changesOf = (origin: Origin): readonly TextChange[] => {
    let changes = known.get(origin);
    if (changes === undefined) known.set(origin, (changes = blankChanges(origin, { metrics, language, taken })));
    return changes;
  };
  const textOf = (origin: Origin, place: Span): string => {
    const { text } = origin.analysis.report;
    // What is inserted at the end belongs to the next heading.
    const inside = changesOf(origin).filter(
      ({ span: { start, end } }) => start >= place.start && start < place.end && end <= place.end,
    );
    const moved = inside.map((change) => ({
      ...change,
      span: span(change.span.start - place.start, change.span.end - place.start),
    }));
    const lines = applyChanges(text.slice(place.start, place.end), moved).split(/\r\n|\r|\n/);
    const end = lines.findIndex((line) => closing !== undefined && line.trim().replace(/[。.！!]$/, '') === closing);
    return withValues(lines.slice(0, end < 0 ? lines.length : end).join('\n'), origin.analysis).trim();
  };
  return {
    below({ index, headingSpan, span: whole }, origin, isWhole) {
      const next = origin.analysis.report.sections[index + 1]?.span.start ?? whole.end;
      return textOf(origin, span(headingSpan.end, isWhole ? whole.end : Math.min(next, whole.end)));
    },
    lead(origin) {
      const { text, paragraphs, sections, length } = origin.analysis.report;
      const first = paragraphs.find(({ section }) => section === undefined)?.span.start ?? 0;
      const line = Math.max(text.lastIndexOf('\n', first - 1), text.lastIndexOf('\r', first - 1)) + 1;
      return textOf(origin, span(first === 0 ? 0 : line, sections[0]?.span.start ?? length));
    },
  };
}

/** A tag that repeats a value given elsewhere would repeat nothing in a report that lacks the other part: it is a blank of its own. */
function withValues(body: string, { bindings }: Analysis): string {
  return body.replace(/<<([^<>:：]+)>>/g, (tag, id: string) => {
    if (body.includes(`<<${id}:`)) return tag;
    const [given] = bindings.get(id)?.values.values() ?? [];
    return `<<${id}:${maskOf(given?.value ?? '') ?? '**'}>>`;
  });
}

/** The changes that make a Markdown text with nothing but blanks of a report. */
function blankChanges(
  { analysis, parse }: Origin,
  { metrics, language, taken }: Omit<BodyOptions, 'closing'> & { readonly taken: Set<string> },
): readonly TextChange[] {
  const { report } = analysis;
  const occupied = [...report.metrics, ...report.masks].map((each) => each.span).sort((a, b) => a.start - b.start);
  let next = 0;
  const figures = untaggedFigures(parse).filter(({ span: { start, end } }) => {
    while ((occupied[next]?.end ?? Infinity) <= start) next++;
    return (occupied[next]?.start ?? Infinity) >= end;
  });
  const masks = [...report.masks, ...figures.map((figure) => ({ ...figure, section: undefined }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const blank: Analysis = { ...analysis, report: { ...report, masks } };
  const given = report.metrics.flatMap((use): TextChange[] => {
    const place = use.state === 'filled' ? use.valueSpan : undefined;
    return place === undefined ? [] : [{ span: place, newText: blankOf(use, language) }];
  });
  const levels = report.sections.flatMap(({ form, level, headingSpan: { start, end } }): TextChange[] => {
    const marks = form === 'markdown' ? /^#+/.exec(report.text.slice(start, end))?.[0] : undefined;
    return marks === undefined
      ? []
      : [{ span: span(start, start + marks.length), newText: '#'.repeat(Math.min(6, level + 1)) }];
  });
  const converted = conversionChanges(blank, parse.mode, { metrics: metrics.map(defined), taken }).filter(
    (change) => report.frontMatter !== undefined || !(change.span.end === 0 && change.newText.startsWith('---')),
  );
  return [...converted, ...given, ...levels].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function blankOf({ value = '', kind }: MetricUse, language: Language): string {
  const word = { en: 'TBD', zh: '待填' }[language];
  return (kind === 'name' ? undefined : maskOf(value)) ?? word;
}

function defined({ id, unit, match = [] }: DerivedMetric): Defined {
  const patterns = typeof match === 'string' ? [match] : match;
  return { id, unit, match: patterns.map(regExpOf) };
}
