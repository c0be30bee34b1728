/** How hovers put their sentences together, as Markdown. */
import type { Message } from '../../base/message';
import type { Span } from '../../base/span';
import { escapeMarkdown } from '../convert';
import type { FeatureContext } from '../feature';

/** What there is to say of one place: the first lines are those that an author reads. */
export interface Told {
  readonly span: Span;
  readonly lines: readonly string[];
}

export type Say = FeatureContext['say'];

/** A text from a report, a template or a data file, so that Markdown shows it as it stands: on one line, and never long. */
export function quoted(text: string, most = longest): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return escapeMarkdown(characters.length <= most ? line : `${characters.slice(0, most).join('')}…`);
}

const longest = 80;

/** Guidance and notes may be sentences. */
export const longestNote = 300;

/** A list, as one paragraph; nothing where it is empty. */
export function itemised(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}

/** The same for items that say something by themselves. */
export function details(items: readonly string[]): readonly string[] {
  const said = items.filter((item) => item !== '');
  return itemised(said.map((item) => item.charAt(0).toUpperCase() + item.slice(1)));
}

/** The parts of one line, as far as they are there. */
export function inOneLine(say: Say, parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(say(semicolon));
}

const semicolon: Message = { en: '; ', zh: '；' };

/** An enumeration. */
export function listed(say: Say, items: readonly string[]): string {
  return items.join(say({ en: ', ', zh: '、' }));
}

/** "1 blank", "2 blanks". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
