/** Which template a report is to be held against. */
import { closest } from '../base/suggest';
import type { Template } from './types';

export type Choice =
  | { readonly kind: 'named'; readonly template: Template }
  | { readonly kind: 'title'; readonly template: Template }
  | { readonly kind: 'unknown'; readonly name: string; readonly suggestion?: Template }
  | { readonly kind: 'none' };

/**
 * The template `named` in the front matter, else the most specific of those whose pattern the report's title matches.
 * A name that no template has is never replaced by a guess from the title.
 */
export function chooseTemplate(
  named: string | undefined,
  title: string | undefined,
  templates: readonly Template[],
): Choice {
  if (named !== undefined) return byName(named, templates);
  const hits = title === undefined ? [] : templates.filter((template) => template.match?.test(title));
  const template = hits.find((each) => !hits.some((other) => isMoreSpecific(other, each))) ?? hits[0];
  return template ? { kind: 'title', template } : { kind: 'none' };
}

function byName(name: string, templates: readonly Template[]): Choice {
  const template = templates.find(({ id }) => id === name);
  if (template) return { kind: 'named', template };
  const suggestion = templates.find(({ title }) => title.zh === name || title.en === name) ?? nearest(name, templates);
  return suggestion ? { kind: 'unknown', name, suggestion } : { kind: 'unknown', name };
}

function nearest(name: string, templates: readonly Template[]): Template | undefined {
  const id = closest(
    name,
    templates.map((template) => template.id),
  );
  return templates.find((template) => template.id === id);
}

/** The wider kind recognises the narrower one's own title, and not the other way round. */
function isMoreSpecific(narrow: Template, wide: Template): boolean {
  return recognises(wide, narrow) && !recognises(narrow, wide);
}

function recognises(one: Template, other: Template): boolean {
  return one.match?.test(other.title[other.language]) ?? false;
}
