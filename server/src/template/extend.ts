/** What a template takes over from the one that it extends: all that it does not say itself. */
import { closest, didYouMean } from '../base/suggest';
import type { SectionDraft, TemplateDraft } from './schema';
import type { MetricTemplate, SectionTemplate, Template } from './types';
import { requireKey, unique } from './validate';
import { addFault, type Reading, type YamlValue } from './yamlValue';

type Draft = Omit<TemplateDraft, 'metrics'> & { readonly metrics: readonly MetricTemplate[] };

/**
 * Sections and metrics of the same id are changed where they stand in the base; a new one follows the one that it follows in the file,
 * and comes first where it follows none. `omit` leaves sections and metrics of the base out. A title or language that neither has,
 * and a section without title or pattern, is a fault.
 */
export function merged(file: Draft, base: Template | undefined, value: YamlValue, reading: Reading): Template {
  const { id } = file;
  const left = base === undefined ? undefined : withoutOmitted(base, file, reading);
  const title = file.title ?? base?.title;
  const language = file.language ?? base?.language;
  if (title === undefined) requireKey('title', value, reading);
  if (language === undefined) requireKey('language', value, reading);
  return {
    id,
    title: title === undefined || title.en === '' ? { en: id, zh: id } : title,
    language: language ?? 'en',
    // Another title is another kind of report, which the base's pattern does not tell.
    match: file.match ?? (file.title === undefined ? base?.match : undefined),
    ordered: file.ordered ?? base?.ordered ?? true,
    closed: file.closed ?? base?.closed ?? false,
    sections: mergedSections(file.sections, left?.sections ?? [], reading),
    metrics: placed(file.metrics, left?.metrics ?? []),
    relations: [
      ...(left?.relations ?? []),
      ...file.relations.map(({ source, check, when, severity, message }) => ({
        source,
        check,
        when,
        severity,
        message,
      })),
    ],
    forbidden: [...(base?.forbidden ?? []), ...file.forbidden],
    closing: file.closing ?? base?.closing,
    rules: new Map([...(base?.rules ?? []), ...file.rules]),
  };
}

function withoutOmitted(base: Template, { omit }: Draft, reading: Reading): Template {
  const known = [...base.sections, ...base.metrics].map(({ id }) => id);
  for (const { value, ...at } of omit) {
    if (known.includes(value)) continue;
    const meant = didYouMean(closest(value, known));
    addFault(reading, at, {
      en: `"${base.id}" has no section or metric "${value}"${meant.en}; remove or correct it.`,
      zh: `“${base.id}”没有标识为“${value}”的章节或指标${meant.zh}，请删去或改正。`,
    });
  }
  const isKept = ({ id }: { readonly id: string }): boolean => !omit.some(({ value }) => value === id);
  return { ...base, sections: base.sections.filter(isKept), metrics: base.metrics.filter(isKept) };
}

function mergedSections(
  drafts: readonly SectionDraft[],
  base: readonly SectionTemplate[],
  reading: Reading,
): readonly SectionTemplate[] {
  const own = unique(drafts, reading).flatMap((draft) => {
    const known = base.find(({ id }) => id === draft.id.value);
    return completed(draft, known, reading) ?? [];
  });
  return placed(own, base);
}

function completed(
  draft: SectionDraft,
  base: SectionTemplate | undefined,
  reading: Reading,
): SectionTemplate | undefined {
  const title = draft.title ?? base?.title;
  const match = draft.match ?? base?.match;
  if (title === undefined) requireKey('title', draft.at, reading);
  if (match === undefined) requireKey('match', draft.at, reading);
  const sections = mergedSections(draft.sections ?? [], base?.sections ?? [], reading);
  if (title === undefined || match === undefined) return undefined;
  return {
    id: draft.id.value,
    title,
    match,
    where: draft.where ?? base?.where ?? 'heading',
    required: draft.required ?? base?.required ?? true,
    count: draft.count ?? base?.count ?? { min: 1, max: 1 },
    ordered: draft.ordered ?? base?.ordered ?? true,
    closed: draft.closed ?? base?.closed ?? false,
    guidance: draft.guidance ?? base?.guidance,
    items: draft.items ?? base?.items ?? [],
    metrics: draft.metrics?.map(({ value }) => value) ?? base?.metrics ?? [],
    sections,
    body: (draft.body ?? base?.body ?? '').trimEnd(),
  };
}

/** The base's entries, changed where `own` has one of the same id, with the new ones behind those that they follow in `own`. */
function placed<T extends { readonly id: string }>(own: readonly T[], base: readonly T[]): readonly T[] {
  const result: T[] = base.map((each) => own.find(({ id }) => id === each.id) ?? each);
  own.forEach((each, index) => {
    if (result.includes(each)) return;
    const before = own[index - 1];
    const at = before === undefined ? (base.length === 0 ? result.length : 0) : result.indexOf(before) + 1;
    result.splice(at, 0, each);
  });
  return result;
}
