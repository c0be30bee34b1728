/** Which stretches of a block are tokens, and of what kind. */
import { parseNumber } from '../../analysis/value';
import { slice, span, type Span } from '../../base/span';
import { blockFacts, type BlockFacts, type MaskFact, type TagFact } from '../../report/facts';
import { ignoresIn } from '../../report/ignores';
import { buildOutline } from '../../report/sections';
import { marksIn } from '../../report/series';
import type { PlacedBlock } from '../../workspace/at';
import type { TokenKind } from './legend';

export type Block = PlacedBlock['block'];

/** A stretch of the block's text, which may run over several lines. */
export interface Painted extends Span {
  readonly kind: TokenKind;
}

/** In order, not overlapping, none empty. With `hasTextHeadings` lines such as `一、…` are headings, and no others are. */
export function paint(block: Block, hasTextHeadings: boolean): readonly Painted[] {
  if (block.form === 'front-matter') return keysIn(block.text);
  const facts = blockFacts(block);
  const { text } = block;
  const titles = titlesIn(text, facts, hasTextHeadings);
  const top = [
    ...facts.tags.flatMap((tag) => [...tagTokens(text, tag), ...unitToken(text, tag)]),
    ...facts.masks.flatMap((mask) => [{ ...mask.span, kind: mask.kind }, ...unitToken(text, mask)]),
    ...titles.flatMap(({ number }) =>
      number === undefined ? [] : [{ ...trimmed(text, number), kind: 'headingNumber' as const }],
    ),
    ...facts.lines.flatMap((line) => (line.isCell ? [] : seriesTokens(line))),
    ...ignoresIn(block).flatMap(({ rules }) => rules.map((rule): Painted => ({ ...rule.span, kind: 'rule' }))),
    ...ignoresIn(block).map((ignore): Painted => ({ ...ignoreMark(text, ignore.span), kind: 'ignore' })),
  ];
  const ground = [
    ...titles.map(({ title }): Painted => ({ ...trimmed(text, title), kind: 'title' })),
    ...ignoresIn(block).map((ignore): Painted => ({ ...ignore.span, kind: 'comment' })),
  ];
  return together(inOrder(top), inOrder(ground));
}

const keys = /^(?:report|title|period|org|data|previous|status|rules)(?=[ \t]*:(?:\s|$))/gm;

function keysIn(text: string): readonly Painted[] {
  return [...text.matchAll(keys)].map(({ index, 0: key }) => ({ start: index, end: index + key.length, kind: 'key' }));
}

interface Titled {
  readonly number: Span | undefined;
  readonly title: Span;
}

/** The block by itself as a report; which of its sections are inside which others makes no difference here. */
function titlesIn(text: string, { headings, lines }: BlockFacts, hasTextHeadings: boolean): readonly Titled[] {
  const found: Titled[] = [];
  if (headings.length > 0) {
    const { title, sections } = buildOutline(text.length, { headings, lines: [], contentStarts: [] });
    if (title !== undefined) found.push({ number: undefined, title: title.span });
    for (const { number, titleSpan } of sections) found.push({ number: number?.span, title: titleSpan });
  }
  if (hasTextHeadings && lines.length > 0) {
    const placed = lines.map((fact) => ({ fact, start: fact.span.start }));
    const { sections } = buildOutline(text.length, { headings: [], lines: placed, contentStarts: [] });
    for (const { number, titleSpan } of sections) {
      // Where a line has marks in it, its section does not know where the words of the heading end.
      const stop = slice(text, titleSpan).indexOf('。');
      const end = stop < 0 ? titleSpan.end : titleSpan.start + stop;
      found.push({ number: number?.span, title: span(titleSpan.start, end) });
    }
  }
  return found;
}

function tagTokens(text: string, { span: whole, state, kind, value = '', idSpan, valueSpan }: TagFact): Painted[] {
  if (state === 'malformed') return [{ ...whole, kind: 'malformedTag' }];
  const id: Painted = { ...idSpan, kind: state === 'reference' ? 'reference' : 'id' };
  const opening: Painted = { start: whole.start, end: idSpan.start, kind: 'delimiter' };
  if (valueSpan === undefined) return [opening, id, { start: idSpan.end, end: whole.end, kind: 'delimiter' }];
  const filled = parseNumber(value) === undefined ? 'text' : 'number';
  const content: Painted = { ...trimmed(text, valueSpan), kind: state === 'masked' ? kind : filled };
  return [
    opening,
    id,
    { start: idSpan.end, end: valueSpan.start, kind: 'delimiter' },
    content,
    { start: valueSpan.end, end: whole.end, kind: 'delimiter' },
  ];
}

/** What follows a name is a part of it. */
function unitToken(text: string, { span: { end }, unit, kind }: TagFact | MaskFact): Painted[] {
  const start = end + (/^\s*/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  if (unit === undefined || kind === 'name' || !text.startsWith(unit, start)) return [];
  return [{ start, end: start + unit.length, kind: 'unit' }];
}

/** `最后` closes a series; where none is begun it is an ordinary word. */
function seriesTokens(line: BlockFacts['lines'][number]): Painted[] {
  const marks = marksIn(line);
  const isOpen = marks.some(({ style, ordinal }) => style === '首先' && ordinal > 0);
  return marks
    .filter(({ ordinal }) => ordinal > 0 || isOpen)
    .map(({ span: { start, end } }) => ({
      start: start + line.span.start,
      end: end + line.span.start,
      kind: 'series',
    }));
}

function ignoreMark(text: string, { start, end }: Span): Span {
  const match = /tallymark-ignore(?:-file)?/.exec(text.slice(start, end));
  return match === null ? span(start, start) : span(start + match.index, start + match.index + match[0].length);
}

function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const lead = inner.length - inner.trimStart().length;
  return span(start + lead, start + Math.max(lead, inner.trimEnd().length));
}

function inOrder(painted: readonly Painted[]): readonly Painted[] {
  return [...painted].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those of `top`, and what they leave of `ground`. */
function together(top: readonly Painted[], ground: readonly Painted[]): readonly Painted[] {
  const result: Painted[] = [];
  let done = 0;
  let next = 0;
  const add = ({ start, end, kind }: Painted): void => {
    const from = Math.max(start, done);
    if (from < end) result.push({ start: from, end, kind });
    done = Math.max(done, end);
  };
  for (const piece of top) {
    for (let below = ground[next]; below !== undefined && below.start < piece.start; below = ground[next]) {
      add({ ...below, end: Math.min(below.end, piece.start) });
      if (below.end > piece.start) break;
      next++;
    }
    add(piece);
  }
  for (const below of ground.slice(next)) add(below);
  return result;
}
