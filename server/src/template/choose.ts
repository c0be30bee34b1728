/** Which template a report is to be held against. */
import { closest } from '../base/suggest';
import type { Template, TemplateEntry, TemplateHead } from './types';

export type Choice =
  | { readonly kind: 'named'; readonly template: Template }
  | { readonly kind: 'title'; readonly template: Template }
  | { readonly kind: 'unknown'; readonly name: string; readonly suggestion?: TemplateHead }
  | { readonly kind: 'none' };

/**
 * The template `named` in the front matter, else the most specific of those whose pattern the report's title matches.
 * A name that no template has is never replaced by a guess from the title.
 */
export function chooseTemplate(
  named: string | undefined,
  title: string | undefined,
  templates: readonly TemplateEntry[],
): Choice {
  if (named !== undefined) return byName(named, templates);
  const hits = title === undefined ? [] : templates.filter((template) => template.match?.test(title));
  const template = hits.find((each) => !hits.some((other) => isMoreSpecific(other, each))) ?? hits[0];
  return template ? { kind: 'title', template: template.load() } : { kind: 'none' };
}

function byName(name: string, templates: readonly TemplateEntry[]): Choice {
  const template = templates.find(({ id }) => id === name);
  if (template) return { kind: 'named', template: template.load() };
  const suggestion = templates.find(({ title }) => title.zh === name || title.en === name) ?? nearest(name, templates);
  return suggestion ? { kind: 'unknown', name, suggestion } : { kind: 'unknown', name };
}

function nearest(name: string, templates: readonly TemplateEntry[]): TemplateHead | undefined {
  const id = closest(
    name,
    templates.map((template) => template.id),
  );
  return templates.find((template) => template.id === id);
}

/** A template that has been read already. */
export function entryOf(template: Template): TemplateEntry {
  const { id, title, language, match } = template;
  return { id, title, language, match, load: () => template };
}

/** The wider kind recognises the narrower one's own title, and not the other way round. */
function isMoreSpecific(narrow: TemplateHead, wide: TemplateHead): boolean {
  return recognises(wide, narrow) && !recognises(narrow, wide);
}

function recognises(one: TemplateHead, other: TemplateHead): boolean {
  return one.match?.test(other.title[other.language]) ?? false;
}
