/** The templates that come with Tallymark. */
import { lazy } from '../base/lazy';
import { loadTemplate } from './load';
import { unpacked } from './packed';
import { shippedFiles, type ShippedFile } from './shipped/registry';
import type { Template, TemplateEntry } from './types';

/** In the order of their ids. */
export const shippedTemplates: readonly TemplateEntry[] = shippedFiles.map((file) => {
  const { id, title, language, match } = file;
  return { id, title, language, match, load: lazy(() => loadShipped(file)) };
});

function loadShipped({ id, text }: ShippedFile): Template {
  const { template } = loadTemplate(unpacked(text));
  // A test reads every one of them.
  if (template === undefined) throw new Error(`The shipped template ${id} cannot be read.`);
  return template;
}
