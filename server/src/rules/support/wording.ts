/** How rules name metrics, quote the text of a report and speak of its lines. */
import type { Message } from '../../base/message';
import { metricTypeNames, type MetricTemplate, type MetricType } from '../../template/types';

/** The quoted id, followed by the template's label where it has one. */
export function metricName(id: string, definition: MetricTemplate | undefined): Message {
  return definition === undefined
    ? { en: `"${shown(id)}"`, zh: `“${shown(id)}”` }
    : { en: `"${shown(id)}" (${definition.label.en})`, zh: `“${shown(id)}”（${definition.label.zh}）` };
}

/** A stretch of the report as a message may quote it: on one line, and never longer than a message should be. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * longestQuote + 2));
  return characters.length <= longestQuote ? line : `${characters.slice(0, longestQuote).join('')}…`;
}

const longestQuote = 40;

/** What a value of a type is, with its article. */
export function typeName(type: MetricType): Message {
  const { en, zh } = metricTypeNames[type];
  return { en: `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`, zh };
}
