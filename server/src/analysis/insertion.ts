/** The text of a section to insert, numbered and set off as its neighbours are, and the text of a new report. */
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
  const body = parts.map((part) => {
    const number = template.language === 'zh' ? formatNumber('一、', headings.indexOf(part) + 1) : '';
    return needsHeading(part) ? `## ${number}${part.title}\n\n${part.body.trim()}` : part.body.trim();
  });
  return `${[frontMatter.join('\n'), ...body].join('\n\n')}\n`;
}

function needsHeading(part: SectionTemplate): boolean {
  return part.where === 'heading' || part.where === 'any';
}

function sectionText(entry: OutlineEntry, report: Report, eol: string): string {
  const body = entry.requirement.body.trim().replace(/\n/g, eol);
  if (!needsHeading(entry.requirement)) return body;
  const siblings = report.sections.filter((section) => section.level === 1);
  const number = numberFor(siblings, entry.insertAt);
  const marks = siblings.some((section) => section.form === 'text')
    ? ''
    : `${'#'.repeat(depthOf(siblings[0], report))} `;
  return `${marks}${number}${entry.requirement.title}${eol}${eol}${body}`;
}

/** The number after that of the sibling before; none where the siblings have none. */
function numberFor(siblings: readonly Section[], offset: number): string {
  const numbered = siblings.filter((section) => section.number !== undefined);
  const style: HeadingNumber['style'] | undefined = numbered[0]?.number?.style;
  if (style === undefined) return '';
  const previous = numbered.findLast((section) => section.span.start < offset && section.number?.style === style);
  return formatNumber(style, (previous?.number?.value ?? 0) + 1);
}

function depthOf(section: Section | undefined, report: Report): number {
  const marks = section === undefined ? undefined : /^#+/.exec(report.text.slice(section.headingSpan.start))?.[0];
  return marks?.length ?? 2;
}

function missingBlankLines(endings: string, eol: string): string {
  const count = endings.match(/\r\n|\r|\n/g)?.length ?? 0;
  return eol.repeat(Math.max(0, 2 - count));
}

/** Quotes what YAML would not read back as the same text. */
function yamlText(text: string): string {
  return /^[\p{L}\p{N}][^:#"'\n]*$/u.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
