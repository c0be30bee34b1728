/** Turns a masked text into a report file: front matter, headings, and a tag for every mask, as edits of the text. */
import type { TextChange } from '../base/problem';
import type { Mode } from '../syntax/types';
import { proposeTags, tagChanges, type TaggingOptions } from './tagging';
import type { Analysis } from './types';

/**
 * Changes in ascending order, none overlapping. Text lines become Markdown paragraphs (set apart by blank lines, their
 * Markdown marks escaped so that they stay text); a Markdown text keeps its own structure. Nothing is taken out.
 */
export function conversionChanges(analysis: Analysis, mode: Mode, options?: TaggingOptions): readonly TextChange[] {
  const { report } = analysis;
  const changes: TextChange[] = [...tagChanges(proposeTags(analysis, options))];
  const insert = (offset: number, newText: string): void => {
    if (newText !== '') changes.push({ span: { start: offset, end: offset }, newText });
  };
  const headings = new Map(
    report.sections.flatMap((section) => (section.form === 'text' ? [[section.headingSpan.start, section]] : [])),
  );
  const titleStart = report.sections.some((section) => section.form === 'markdown')
    ? undefined
    : report.title?.span.start;
  if (report.frontMatter === undefined) insert(0, frontMatterOf(analysis));
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  let previous: { isHeading: boolean } | undefined;
  for (const line of linesFrom(report.text, report.frontMatter?.span.end ?? 0)) {
    if (line.text.trim() === '') {
      previous = undefined;
      continue;
    }
    const lead = line.text.length - line.text.replace(/^[ \t\u3000]+/, '').length;
    const start = line.start + lead;
    const section = headings.get(start);
    const isRunIn = section !== undefined && section.headingSpan.end < line.start + line.text.trimEnd().length;
    const isTitle = start === titleStart && isUnmarked(report.text, start);
    const isHeading = isTitle || (section !== undefined && !isRunIn);
    if (previous !== undefined && (mode === 'plain' || isHeading || previous.isHeading)) insert(line.start, eol);
    if (mode === 'plain' && lead > 0 && line.text.charAt(0) !== '\u3000')
      changes.push({ span: { start: line.start, end: start }, newText: '' });
    if (isTitle) insert(start, '# ');
    else if (section !== undefined && !isRunIn) insert(start, `${'#'.repeat(section.level + 1)} `);
    else if (mode === 'plain') for (const offset of blockMarks(line.text, line.start)) insert(offset, '\\');
    previous = { isHeading };
  }
  return inOrder(changes);
}

function isUnmarked(text: string, offset: number): boolean {
  return text.charAt(offset) !== '#' && text.charAt(offset - 1) !== ' ';
}

function frontMatterOf({ template, report }: Analysis): string {
  const year = /(?:19|20)\d{2}/.exec(report.title?.value ?? '')?.[0];
  const lines = [
    ...(template === undefined ? [] : [`report: ${template.id}`]),
    ...(year === undefined ? [] : [`period: ${year}`]),
    'status: draft',
  ];
  return `---\n${lines.join('\n')}\n---\n\n`.replace(/\n/g, report.text.includes('\r\n') ? '\r\n' : '\n');
}

/** Where a plain line has a mark that would make Markdown of it: a block mark at its start, code, HTML. */
function blockMarks(line: string, offset: number): readonly number[] {
  const marks = [...line.matchAll(/^[ \t]*(?=#{1,6}[ \t]|>|~~~)|`|<(?=[A-Za-z/!?])(?<!<<)(?![^<>\n]*>>)/g)];
  return marks.map((mark) => offset + mark.index + (mark[0].trim() === '' ? mark[0].length : 0));
}

function* linesFrom(text: string, offset: number): Generator<{ start: number; text: string }> {
  const pattern = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  for (let start = offset; start < text.length;) {
    pattern.lastIndex = start;
    const whole = pattern.exec(text)?.[0] ?? '';
    if (whole === '') return;
    yield { start, text: whole.replace(/[\r\n]+$/, '') };
    start += whole.length;
  }
}

/** By place; of insertions at one place the earlier pushed stands first. */
function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  return changes
    .map((change, index) => ({ change, index }))
    .sort(
      (a, b) => a.change.span.start - b.change.span.start || a.change.span.end - b.change.span.end || a.index - b.index,
    )
    .map(({ change }) => change);
}
