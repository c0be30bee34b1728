/** What a template looks for in the words of a report: things that must be said, that must not be, and the phrase at the end. */
import { memoised } from '../base/lazy';
import type { Closing, Forbidden, ItemTemplate, SectionTemplate, Template } from '../template/types';

/** No author writes a longer paragraph, and a template's pattern may take long over one. */
const longestParagraph = 10_000;

/** Whether the text says it. What is too long to be looked through is taken to. */
export function saysItem({ match }: ItemTemplate, text: string): boolean {
  return text.length > longestParagraph || match.test(text);
}

/** The words that must not be said; undefined where there are none. */
export function forbiddenWords({ match }: Forbidden, text: string): string | undefined {
  const found = text.length > longestParagraph ? undefined : match.exec(text)?.[0];
  return found === '' ? undefined : found;
}

/** Whether the text ends with one of the set phrases, whatever punctuation follows. */
export function closesWith({ phrases }: Closing, text: string): boolean {
  const end = text.slice(-200).replace(/[\s。．.！!，,；;]+$/, '');
  return phrases.some((phrase) => end.endsWith(phrase.replace(/[\s。．.！!，,；;]+$/, '')));
}

/** What a line of prose could be to the template; lines for which this is the same are so for the structure of a report. */
export const rolesIn = memoised((template: Pick<Template, 'sections' | 'forbidden' | 'closing'>) => {
  const { forbidden, closing } = template;
  const sections = allSections(template.sections);
  const tests = [
    ...sections
      .filter(({ where }) => where !== 'heading')
      .map(
        ({ match }) =>
          (line: string) =>
            match.test(line),
      ),
    ...sections.flatMap(({ items }) => items).map((item) => (line: string) => saysItem(item, line)),
    ...forbidden.map((each) => (line: string) => forbiddenWords(each, line) !== undefined),
    ...(closing === undefined ? [] : [(line: string) => closesWith(closing, line)]),
  ];
  return (line: string): string => tests.flatMap((test, index) => (test(line) ? [String(index)] : [])).join(' ');
});

/** The metrics whose place matters to the structure of a report: those that must stand in it, or in one of its sections. */
export const placedMetrics = memoised(
  ({ sections, metrics }: Pick<Template, 'sections' | 'metrics'>): ReadonlySet<string> =>
    new Set([
      ...metrics.filter(({ required }) => required).map(({ id }) => id),
      ...allSections(sections).flatMap((section) => section.metrics),
    ]),
);

/** The sections of a template with their subsections. */
export function allSections(sections: readonly SectionTemplate[]): readonly SectionTemplate[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}
