/** Every template that is shipped, held against a report made from it with one part taken out. */
import { describe, expect, it } from 'vitest';
import { newReportText } from '../../server/src/analysis/insertion';
import type { OutlineEntry } from '../../server/src/analysis/types';
import { shippedTemplates } from '../../server/src/template/shipped';
import { applyFix, diagnose, readReport } from '../check';

const blanks = ['unfilled-metric', 'unfilled-name', 'unfilled-date', 'untagged-mask'];
const faults = (text: string): ReturnType<typeof diagnose> =>
  diagnose(text).filter(({ code }) => !blanks.includes(code));

const cases = shippedTemplates.flatMap((template) => {
  const text = newReportText(template.load(), { title: template.title[template.language], period: '2025' });
  const { outline } = readReport(text).analysis;
  return outline
    .filter(({ requirement }) => requirement.required)
    .map((entry) => ({ text, entry, name: `${template.id}: ${entry.requirement.title}` }));
});

it.each(shippedTemplates)('a new report of $id has nothing but blanks to report', (template) => {
  const text = newReportText(template.load(), { title: template.title[template.language], period: '2025' });
  expect(faults(text).map(({ message }) => message.en)).toEqual([]);
  const tags = text.match(/<<[\w-]+:/g) ?? [];
  expect(tags.length).toBeGreaterThan(3);
  expect(diagnose(text).length).toBe(tags.length);
});

describe.each(cases)('$name', ({ text, entry }) => {
  const cut = without(text, entry);

  it('is missed where it belongs, and nothing else is', () => {
    const [missing, ...others] = faults(cut);
    expect(others.map(({ message }) => message.en)).toEqual([]);
    expect(missing?.code).toBe('missing-section');
    expect(missing?.message.en).toContain(`"${entry.requirement.title}" is missing`);
    const heading = entry.before === undefined ? '' : entry.before.title;
    expect(cut.slice(missing?.span.start, missing?.span.end)).toContain(heading);
  });

  it('comes back by its fix', () => {
    const fix = faults(cut)[0]?.fixes?.[0];
    if (fix === undefined) throw new Error('A missing section has a fix.');
    const fixed = applyFix(cut, fix);
    expect(faults(fixed).map(({ message }) => message.en)).toEqual([]);
    expect(diagnose(fixed).length).toBe(diagnose(text).length);
    expect(fixed).toBe(text);
  });
});

function without(text: string, { placement }: OutlineEntry): string {
  if (placement.kind === 'missing') throw new Error('A new report has every required part.');
  if (placement.kind === 'section') {
    const { start, end } = placement.section.span;
    return text.slice(0, start) + text.slice(Math.min(end, closingStart(text, start)));
  }
  const { start, end } = placement.paragraph.span;
  return text.slice(0, start) + text.slice(end).replace(/^\n+/, '');
}

/** Where the set phrase and the parts that close the report begin, which are none of the section before them. */
function closingStart(text: string, after: number): number {
  const { analysis } = readReport(text);
  const closing = analysis.outline.flatMap(({ requirement, placement }) =>
    requirement.where === 'closing' && placement.kind === 'paragraph' ? placement.paragraph.span.start : [],
  );
  const phrases = analysis.template?.closing?.phrases ?? [];
  const starts = phrases.map((phrase) => text.indexOf(`\n${phrase}。\n`) + 1);
  return Math.min(...[...closing, ...starts].filter((start) => start > after), text.length);
}
