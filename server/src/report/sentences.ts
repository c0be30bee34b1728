/** Where the sentences and clauses of a text begin and end, in Chinese and in English. */
import type { Span } from '../base/span';
import type { Block } from '../syntax/types';
import { blockFacts } from './facts';
import { gap, proseOf, type ProseLine } from './prose';

/** What an author wrote in one go: a line, a cell, a heading, or the lines of a paragraph that are only wrapped. */
export interface Passage {
  /** As long as it is written; `gap` stands for what is no prose, and for tags and masks, which no sentence ends in. */
  readonly text: string;
  /** Its offset in the block. */
  readonly start: number;
}

/** The passage at an offset of a block; undefined in code, comments and between paragraphs. */
export function passageAt(block: Block, offset: number): Passage | undefined {
  const lines = proseOf(block);
  const at = lines.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const line = lines[at];
  if (line === undefined) return undefined;
  let first = at;
  let last = at;
  while (isWrapped(block, lines[first - 1], lines[first])) first--;
  while (isWrapped(block, lines[last], lines[last + 1])) last++;
  const start = lines[first]?.span.start ?? line.span.start;
  let text = '';
  for (const { span, text: prose } of lines.slice(first, last + 1)) {
    text += block.text.slice(start + text.length, span.start) + prose;
  }
  return { text: withoutFigures(block, { text, start }), start };
}

function withoutFigures(block: Block, { text, start }: Passage): string {
  const { tags, masks } = blockFacts(block);
  const end = start + text.length;
  const figures = [...tags, ...masks]
    .map(({ span }) => span)
    .filter((span) => start <= span.start && span.end <= end)
    .sort((a, b) => a.start - b.start);
  let shown = '';
  for (const span of figures) {
    shown += text.slice(shown.length, span.start - start) + gap.repeat(span.end - span.start);
  }
  return shown + text.slice(shown.length);
}

/** The sentence with its final mark at an offset of a text; between two that touch, the second. */
export function sentenceAt(text: string, offset: number): Span | undefined {
  let start = 0;
  for (const { end, isFinal } of [...cutsIn(text), { at: text.length, end: text.length, isFinal: true }]) {
    if (!isFinal) continue;
    const isHere = offset < end || (offset === end && !/^\S/.test(text.slice(offset, offset + 1)));
    if (isHere) return trimmed(text, { start, end }, offset);
    start = end;
  }
  return undefined;
}

/** The clause at an offset of a text, without the mark that ends it. */
export function clauseAt(text: string, offset: number): Span | undefined {
  let start = 0;
  for (const { at, end } of [...cutsIn(text), { at: text.length, end: text.length }]) {
    if (offset <= at) return trimmed(text, { start, end: at }, offset);
    start = end;
  }
  return undefined;
}

interface Cut {
  /** Where the mark stands. */
  readonly at: number;
  /** After the mark and the quotation marks and brackets that it closes with. */
  readonly end: number;
  /** Whether it ends a sentence, not only a clause. */
  readonly isFinal: boolean;
}

const closers = '[”’」』）】》)"\'\\]]{0,4}';
const marks = new RegExp(
  `(?:[。！？]{1,9}|[，；])${closers}|(?:[!?]{1,9}|[,;])${closers}(?=\\s|$|[^\\x00-\\x7f\\ufffc])|\\.{1,9}${closers}(?=\\s|$)`,
  'g',
);

function cutsIn(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { 0: written, index: at } of text.matchAll(marks)) {
    const end = at + written.length;
    if (written.startsWith('.') && !endsSentence(text, at, end)) continue;
    cuts.push({ at, end, isFinal: !/^[，；,;]/.test(written) });
  }
  return cuts;
}

const abbreviations = new Set('Mr Mrs Ms Dr Prof St vs approx est ca cf viz incl excl'.split(' '));
const beforeNumbers = new Set(
  'No Nos no nos Fig Figs fig figs Art Sec sec Ch ch Eq Vol vol p pp para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(
    ' ',
  ),
);

/** Whether a full stop, not that of an abbreviation or of the number of an item, stands at `at`. */
function endsSentence(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at);
  const after = text.slice(end, end + 20).trimStart();
  if (/^\p{Ll}/u.test(after)) return false;
  const word = /(?:\p{L}|\.)+$/u.exec(before)?.[0] ?? '';
  const isInitial = /^\p{Lu}$/u.test(word) && after !== '';
  const isDotted = word.includes('.') && after !== '';
  if (isInitial || isDotted || abbreviations.has(word)) return false;
  if (beforeNumbers.has(word) && /^[\d\ufffc]/.test(after)) return false;
  return !/^\s*\d{1,3}$/.test(text.slice(0, Math.min(at, 20)));
}

/** Undefined where the offset lies in the white space around it. */
function trimmed(text: string, { start, end }: Span, offset: number): Span | undefined {
  const written = text.slice(start, end);
  const from = start + written.length - written.trimStart().length;
  const to = start + written.trimEnd().length;
  return from < to && from <= offset && offset <= to ? { start: from, end: to } : undefined;
}

/** Whether the second line only goes on where the first had no room left, which Chinese text does not do. */
function isWrapped({ text }: Block, first: ProseLine | undefined, second: ProseLine | undefined): boolean {
  if (first?.form !== 'line' || second?.form !== 'line') return false;
  const between = text.slice(first.span.end, second.span.start);
  // Two spaces or a backslash break the line on purpose.
  if (!/^ ?(?:\r\n|\r|\n)[ \t>]*$/.test(between) || text.charAt(first.span.end - 1) === '\\') return false;
  return (
    !/[\u2e80-\u9fff\uff00-\uffef“”‘’]$/.test(first.text) && !/^[\u2e80-\u9fff\uff00-\uffef“”‘’]/.test(second.text)
  );
}
