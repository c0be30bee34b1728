/** The templates that come with Tallymark. */
import { loadTemplate } from './load';
import { shippedTexts } from './shipped/registry';
import type { Template } from './types';

/** In the order of their ids. A test holds that every one of them is free of problems. */
export const shippedTemplates: readonly Template[] = shippedTexts.flatMap((text) => loadTemplate(text).template ?? []);
