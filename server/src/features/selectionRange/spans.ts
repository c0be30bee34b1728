/** Everything around a place in a report that a selection can grow to. */
import { shift, touches, type Span } from '../../base/span';
import { linksIn } from '../../report/links';
import { ownTextOf, sectionsAt } from '../../report/outline';
import { clauseAt, passageAt, sentenceAt, type Passage } from '../../report/sentences';
import { marksIn } from '../../report/series';
import { contentEnd, seriesItemsIn } from '../../report/seriesItems';
import { stretchesOf } from '../../report/stretches';
import type { LineFact, TagFact } from '../../report/facts';
import { blocksAt, lineAt, maskAt, tagAt, textIn, type PlacedBlock } from '../../workspace/at';
import { outlineFor } from '../../workspace/outline';
import type { Snapshot } from '../../workspace/snapshot';
import { wordAt } from './word';

/** In no order, and not all of them hold the offset or one another. */
export function spansAround(snapshot: Snapshot, offset: number): readonly Span[] {
  const { parse } = snapshot;
  const line = lineAt(parse, offset);
  const written = { start: line.text.length - line.text.trimStart().length, end: line.text.trimEnd().length };
  const spans: Span[] = [{ start: 0, end: parse.blocks.sum.length }];
  const tag = tagAt(parse, offset);
  const mask = tag === undefined ? maskAt(parse, offset) : undefined;
  if (tag !== undefined) spans.push(...tagSpans(snapshot, tag, offset));
  if (mask !== undefined) spans.push(mask.span, withUnit(snapshot, mask.span, mask.unit));
  const blocks = blocksAt(parse, { start: offset, end: offset });
  const passages = blocks.map(({ block, start }) => passageAt(block, offset - start));
  for (const [index, placed] of blocks.entries()) spans.push(...blockSpans(placed, passages[index], offset));
  // Where a sentence may go on in the next line, a line is nothing of its own.
  if (!passages.some((passage) => /[\r\n]/.test(passage?.text ?? ''))) spans.push(shift(written, line.start));
  if (blocks.some(({ block }) => block.form === 'front-matter')) {
    spans.push(...headSpans(snapshot, line, offset));
  } else spans.push(...sectionSpans(snapshot, offset));
  // Words of a tag are found within its parts, and those of a mask are none.
  if (tag === undefined && mask === undefined) {
    const word = wordAt(line.text, offset - line.start);
    if (word !== undefined) spans.push(shift(word, line.start));
  }
  return spans;
}

function tagSpans(snapshot: Snapshot, { span, idSpan, valueSpan, unit }: TagFact, offset: number): Span[] {
  const spans = [span, withUnit(snapshot, span, unit)];
  for (const part of [idSpan, ...(valueSpan === undefined ? [] : [valueSpan])]) {
    if (part.start === part.end || !touches(part, offset)) continue;
    const word = wordAt(textIn(snapshot.parse, part), offset - part.start);
    spans.push(part, ...(word === undefined ? [] : [shift(word, part.start)]));
  }
  return spans;
}

function withUnit({ parse }: Snapshot, { start, end }: Span, unit: string | undefined): Span {
  if (unit === undefined) return { start, end };
  const after = textIn(parse, { start: end, end: end + unit.length + 1 });
  const space = /^[ \u3000]/.test(after) ? 1 : 0;
  return after.startsWith(unit, space) ? { start, end: end + space + unit.length } : { start, end };
}

function blockSpans({ block, facts, start }: PlacedBlock, passage: Passage | undefined, offset: number): Span[] {
  const at = offset - start;
  const own = [
    ...stretchesOf(block).flatMap(({ kind, span }) => (kind === 'paragraph' ? [] : [span])),
    ...linksIn(block).map(({ span }) => span),
    ...facts.headings.map(({ textSpan }) => textSpan),
    ...facts.lines.flatMap((line) => (touches(line.span, at) ? itemsIn(line, at) : [])),
  ];
  if (passage !== undefined) {
    // What CommonMark takes for one paragraph may be many where no blank lines are between them; a passage never is.
    own.push({ start: passage.start, end: passage.start + passage.text.length });
    const parts = [clauseAt(passage.text, at - passage.start), sentenceAt(passage.text, at - passage.start)];
    for (const part of parts) if (part !== undefined) own.push(shift(part, passage.start));
  }
  return own.filter((span) => touches(span, at)).map((span) => shift(span, start));
}

/** The items at `at` of the series that run within a line: each up to the next, the last up to the end of its sentence or of the line. */
function itemsIn(line: LineFact, at: number): Span[] {
  const { span, source } = line;
  const marks = marksIn(line);
  const keys = new Set(marks.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const own = marks.filter((mark) => mark.key === key);
    const index = own.findLastIndex((mark) => mark.span.start <= at - span.start);
    const start = own[index]?.span.start;
    if (start === undefined) return [];
    const before = own[index - 1]?.span.start ?? -1;
    const sentence = sentenceAt(source, start);
    const isInSentence = sentence !== undefined && before >= sentence.start;
    const end = own[index + 1]?.span.start ?? (isInSentence ? sentence.end : source.length);
    return [shift({ start, end: start + source.slice(start, end).trimEnd().length }, span.start)];
  });
}

function sectionSpans(snapshot: Snapshot, offset: number): Span[] {
  const { parse, sections } = outlineFor(snapshot);
  const around = sectionsAt(sections, offset);
  const spans = around.map(({ headingSpan, span }) => ({
    start: headingSpan.start,
    end: contentEnd(parse, { start: headingSpan.end, end: span.end }),
  }));
  const [innermost] = around;
  const lead = { start: 0, end: sections[0]?.span.start ?? parse.blocks.sum.length };
  const text = innermost === undefined ? lead : ownTextOf(sections, innermost);
  const end = contentEnd(parse, text);
  const space = /^\s*/.exec(textIn(parse, { start: text.start, end: Math.min(end, text.start + longestSpace) }));
  const own = { start: text.start + (space?.[0].length ?? 0), end };
  return [...spans, ...(innermost === undefined ? [] : [own]), ...seriesItemsIn(parse, text)];
}

/** More blank lines than an author leaves below a heading. */
const longestSpace = 200;

/** In front matter: the key or the value, the value within its quotation marks, and the lines between the fences. */
function headSpans({ frontMatter, parse }: Snapshot, line: { text: string; start: number }, offset: number): Span[] {
  const spans: Span[] = [];
  const parts = /^(\s*(?:-\s+)?)([^\s"'#:-][^:]{0,80})(?=:(?:\s|$))/.exec(line.text);
  const keyStart = parts?.[1]?.length ?? /^\s*(?:-\s+)?/.exec(line.text)?.[0].length ?? 0;
  const keyEnd = keyStart + (parts?.[2]?.length ?? 0);
  const rest = line.text.slice(parts === null ? keyStart : keyEnd + 1);
  const value = rest.replace(/\s#.*$/, '').trim();
  const valueStart = line.text.length - rest.length + rest.indexOf(value);
  spans.push({ start: keyStart, end: keyEnd }, { start: valueStart, end: valueStart + value.length });
  if (/^(["']).*\1$/.test(value) && value.length > 1) {
    spans.push({ start: valueStart + 1, end: valueStart + value.length - 1 });
  }
  const placed = spans.map((span) => shift(span, line.start)).filter((span) => touches(span, offset));
  if (frontMatter === undefined) return placed;
  const { start, end } = frontMatter.bodySpan;
  return [...placed, { start, end: contentEnd(parse, { start, end }) }];
}
