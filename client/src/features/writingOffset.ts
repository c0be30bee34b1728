/** Tells where an author goes on writing in a section that was just inserted. */

/**
 * Offset in `text`: the first line of the body; where there is none, an empty line under the heading, or else the end of the heading.
 * It is never the start of what follows the inserted text, where typing would change a foreign line.
 */
export function writingOffset(text: string): number {
  const heading = headingPattern.exec(text)?.[0].length ?? 0;
  const gap = /^(?:\r?\n[ \t]*)*/.exec(text.slice(heading))?.[0] ?? '';
  if (heading + gap.length < text.length) return heading + gap.length;
  const breaks = [...gap.matchAll(/\r?\n/g)];
  // The last break only ends the insertion. An empty line between heading and text is left where there is room for it.
  const target = breaks.slice(0, -1)[breaks.length > 2 ? 1 : 0];
  return target === undefined ? heading : heading + target.index + target[0].length;
}

/** Empty lines, then a heading: Markdown's, or the `一、` and `（一）` of a report without Markdown headings. */
const headingPattern =
  /^(?:[ \t]*\r?\n)*(?:#{1,6}[ \t][^\r\n]*|[一二三四五六七八九十百]+、[^\r\n]*|（[一二三四五六七八九十百]+）[^\r\n]*)?/;
