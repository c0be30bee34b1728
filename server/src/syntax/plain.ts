/** The tree of a text without Markdown: every line that is not blank is a paragraph of text, tags and masks. */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { Point } from 'unist';
import type { Lexicon } from './mask/lexicon';
import type { ScannedMask } from './mask/scan';
import { tagsIn } from './metric/read';
import { metricNode } from './metric/node';

/** `masks` are in ascending order. Positions are offsets in `text`; line and column are those of the paragraph's line. */
export function plainRoot(text: string, masks: readonly ScannedMask[], lexicon: Lexicon): Root {
  const children: Paragraph[] = [];
  let next = 0;
  let line = 0;
  for (let start = 0; start < text.length;) {
    line++;
    const { end, after } = endOfLine(text, start);
    const lineStart = { line, column: 1, offset: start };
    const inLine: ScannedMask[] = [];
    for (let mask = masks[next]; mask !== undefined && mask.start < after; mask = masks[++next]) inLine.push(mask);
    if (text.slice(start, end).trim() !== '') {
      const content = inlineContent(text, { start, end, line }, inLine, lexicon);
      children.push({
        type: 'paragraph',
        children: content,
        position: { start: lineStart, end: pointAt(line, start, end) },
      });
    }
    start = after;
  }
  const root: Root = { type: 'root', children };
  root.position = { start: { line: 1, column: 1, offset: 0 }, end: pointAt(Math.max(line, 1), 0, text.length) };
  return root;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

function inlineContent(text: string, line: Line, masks: readonly ScannedMask[], lexicon: Lexicon): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  const at = (offset: number): Point => pointAt(line.line, line.start, offset);
  let done = line.start;
  const literal = (end: number): void => {
    if (end > done) {
      content.push({ type: 'text', value: text.slice(done, end), position: { start: at(done), end: at(end) } });
    }
  };
  const pieces: { start: number; end: number; node: PhrasingContent }[] = masks.map((mask) => ({
    ...mask,
    node: {
      type: 'mask',
      kind: mask.kind,
      unit: mask.unit,
      value: text.slice(mask.start, mask.end),
      position: { start: at(mask.start), end: at(mask.end) },
    },
  }));
  for (const tag of tagsIn(text, line.start, line.end)) {
    const node = metricNode(text, tag, lexicon);
    node.position = { start: at(tag.span.start), end: at(tag.span.end) };
    pieces.push({ ...tag.span, node });
  }
  pieces.sort((a, b) => a.start - b.start);
  for (const piece of pieces) {
    if (piece.start < done) continue;
    literal(piece.start);
    content.push(piece.node);
    done = piece.end;
  }
  literal(line.end);
  return content;
}

function endOfLine(text: string, start: number): { end: number; after: number } {
  const ending = /\r\n|\r|\n/g;
  ending.lastIndex = start;
  const match = ending.exec(text);
  return match === null
    ? { end: text.length, after: text.length }
    : { end: match.index, after: match.index + match[0].length };
}

function pointAt(line: number, lineStart: number, offset: number): Point {
  return { line, column: offset - lineStart + 1, offset };
}
