/** The text of a section to insert, numbered and set off as its neighbours are, and the text of a new report. */
import { yamlText } from '../base/yamlText';
import { formatNumber } from '../report/numbering';
import type { HeadingNumber, Report, Section } from '../report/types';
import type { SectionTemplate, Template } from '../template/types';
import type { Analysis, OutlineEntry } from './types';

export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** What to insert where so that the part of the template is there: heading and body, with blank lines around as needed. */
export function insertionOf(analysis: Analysis, entry: OutlineEntry): Insertion {
  const { report } = analysis;
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  const offset = entry.insertAt;
  const before = report.text.slice(0, offset);
  const after = report.text.slice(offset);
  const lead =
    before.trim() === '' && !before.includes('\n')
      ? ''
      : missingBlankLines(/(?:\r\n|\r|\n)*$/.exec(before)?.[0] ?? '', eol);
  const tail = after.trim() === '' ? eol : eol + eol;
  return { offset, text: lead + sectionText(entry, report, eol) + tail };
}

/** What to insert so that a paragraph ends the section's own text, before its subsections. */
export function paragraphInto(section: Section, { report }: Analysis, paragraph: string): Insertion {
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  const next = report.sections[section.index + 1];
  const limit = next === undefined ? report.length : next.span.start;
  const own = report.text.slice(section.headingSpan.end, limit);
  const offset = limit - (own.length - own.trimEnd().length);
  return { offset, text: eol + eol + paragraph };
}

export interface NewReport {
  readonly title: string;
  readonly period: string;
}

/** A report with every required part of the template in order, its blanks masked; it has nothing but blanks to report. */
export function newReportText(template: Template, { title, period }: NewReport): string {
  const parts = template.sections.filter((section) => section.required);
  const headings = parts.filter(needsHeading);
  const frontMatter = [
    '---',
    `report: ${template.id}`,
    `title: ${yamlText(title)}`,
    ...(period === '' ? [] : [`period: ${yamlText(period)}`]),
    '---',
  ];
  const style = template.language === 'zh' && headings.length > 1 ? '一、' : undefined;
  const body = parts.map((part) =>
    needsHeading(part)
      ? partText(part, { depth: 2, style, number: headings.indexOf(part) + 1, eol: '\n' })
      : part.body.trim(),
  );
  const closingParts = parts.filter(({ where }) => where === 'closing').length;
  body.splice(body.length - closingParts, 0, ...setPhrase(template));
  return `${[frontMatter.join('\n'), ...body].join('\n\n')}\n`;
}

/** The phrase with which a report of this kind must end. */
function setPhrase({ closing, language }: Template): readonly string[] {
  const [phrase] = closing?.required === true ? closing.phrases : [];
  return phrase === undefined ? [] : [`${phrase}${language === 'zh' ? '。' : '.'}`];
}

function needsHeading(part: SectionTemplate): boolean {
  return part.where === 'heading' || part.where === 'any';
}

function sectionText({ requirement, parent, insertAt }: OutlineEntry, report: Report, eol: string): string {
  if (!needsHeading(requirement)) return requirement.body.trim().replace(/\n/g, eol);
  const siblings = report.sections.filter((section) =>
    parent === undefined ? section.level === 1 : section.parent === parent.index,
  );
  const isText = [...siblings, ...(parent === undefined ? [] : [parent])].some(({ form }) => form === 'text');
  const style = styleOf(siblings) ?? (siblings.length === 0 ? styleBelow(parent?.number?.style) : undefined);
  const depth = isText ? 0 : (depthOf(siblings[0], report) ?? (depthOf(parent, report) ?? 1) + 1);
  return partText(requirement, { depth, style, number: numberFor(siblings, insertAt), eol });
}

interface Heading {
  /** How many marks a Markdown heading has; 0 in a plain text. */
  readonly depth: number;
  /** Undefined where headings of this level have no number. */
  readonly style: HeadingNumber['style'] | undefined;
  readonly number: number;
  readonly eol: string;
}

/** The part with its heading, its text and its required subsections. */
function partText(part: SectionTemplate, { depth, style, number, eol }: Heading): string {
  const marks = depth === 0 ? '' : `${'#'.repeat(Math.min(6, depth))} `;
  const heading = `${marks}${style === undefined ? '' : formatNumber(style, number)}${part.title}`;
  const subsections = part.sections.filter(({ required }) => required);
  const numbered = subsections.filter(needsHeading);
  const below = {
    depth: depth === 0 ? 0 : depth + 1,
    // A heading that stands alone needs no number.
    style: numbered.length > 1 ? styleBelow(style) : undefined,
    eol,
  };
  const texts = subsections.map((each) =>
    needsHeading(each)
      ? partText(each, { ...below, number: numbered.indexOf(each) + 1 })
      : each.body.trim().replace(/\n/g, eol),
  );
  const body = part.body.trim().replace(/\n/g, eol);
  return [heading, ...(body === '' && texts.length > 0 ? [] : [body]), ...texts].join(eol + eol);
}

const styles: readonly HeadingNumber['style'][] = ['第一章', '一、', '（一）', '1.', '（1）'];

/** The numbers of subsections; those of the innermost level have none. */
function styleBelow(style: HeadingNumber['style'] | undefined): HeadingNumber['style'] | undefined {
  return style === undefined ? undefined : styles[styles.indexOf(style) + 1];
}

function styleOf(siblings: readonly Section[]): HeadingNumber['style'] | undefined {
  return siblings.find((section) => section.number !== undefined)?.number?.style;
}

/** The number after that of the sibling before. */
function numberFor(siblings: readonly Section[], offset: number): number {
  const style = styleOf(siblings);
  const previous = siblings.findLast(({ span, number }) => span.start < offset && number?.style === style);
  return (previous?.number?.value ?? 0) + 1;
}

function depthOf(section: Section | undefined, report: Report): number | undefined {
  if (section === undefined) return undefined;
  return /^#+/.exec(report.text.slice(section.headingSpan.start))?.[0].length ?? 2;
}

function missingBlankLines(endings: string, eol: string): string {
  const count = endings.match(/\r\n|\r|\n/g)?.length ?? 0;
  return eol.repeat(Math.max(0, 2 - count));
}
