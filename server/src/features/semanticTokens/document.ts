/** The tokens of a document, kept block by block: an edit costs what it touches, and so does the difference between two states. */
import type { PositionEncoding } from '../../base/encoding';
import { createSequence, type Measure, type Sequence } from '../../base/sequence';
import type { Snapshot } from '../../workspace/snapshot';
import { blockTokens, headingsIn, indented, isTextForm, tokenSize, type BlockTokens } from './encode';

export interface DocumentTokens {
  readonly parse: Snapshot['parse'];
  readonly encoding: PositionEncoding;
  readonly hasTextHeadings: boolean;
  /** One item for each block of the parse. */
  readonly blocks: Sequence<BlockTokens, Sum>;
}

interface Sum {
  readonly tokens: number;
  readonly lines: number;
  readonly headings: number;
  readonly titles: number;
}

/** One replacement in the numbers of an earlier answer. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** Equal whatever `previous` is; an earlier state of the document makes it quick. */
export function tokensOf(
  { parse, encoding }: Pick<Snapshot, 'parse' | 'encoding'>,
  previous: DocumentTokens | undefined,
): DocumentTokens {
  if (previous?.parse === parse && previous.encoding === encoding) return previous;
  return (previous && follow(previous, parse, encoding)) ?? afresh(parse, encoding);
}

/** All numbers of the answer. */
export function allData({ blocks }: DocumentTokens): number[] {
  const data: number[] = [];
  append(data, blocks, { line: 0, previousLine: 0 });
  return data;
}

/** The tokens of some lines, the last of them with them. */
export function dataBetween({ blocks }: DocumentTokens, firstLine: number, lastLine: number): number[] {
  const data: number[] = [];
  let previous = { line: 0, column: 0 };
  blocks.visit(
    (item, before) => {
      let { lines: line } = before;
      let column = 0;
      for (let at = 0; at < item.data.length; at += tokenSize) {
        const [lines = 0, columns = 0, ...rest] = item.data.slice(at, at + tokenSize);
        line += lines;
        column = lines > 0 ? columns : column + columns;
        if (line < firstLine || line > lastLine) continue;
        data.push(line - previous.line, line === previous.line ? column - previous.column : column, ...rest);
        previous = { line, column };
      }
    },
    (before, sum) => before.lines > lastLine || before.lines + sum.lines < firstLine,
  );
  return data;
}

/** What makes the numbers of `then` those of `now`; undefined where they are the same. */
export function difference(then: DocumentTokens, now: DocumentTokens): TokensEdit | undefined {
  const { start, end } = now.blocks.shared(then.blocks);
  const old = windowOf(then.blocks, start, then.blocks.length - end);
  const own = windowOf(now.blocks, start, now.blocks.length - end);
  const shorter = Math.min(old.data.length, own.data.length);
  let head = 0;
  while (head < shorter && old.data[head] === own.data[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.data.at(-1 - tail) === own.data.at(-1 - tail)) tail++;
  const deleteCount = old.data.length - head - tail;
  const data = own.data.slice(head, own.data.length - tail);
  return deleteCount === 0 && data.length === 0 ? undefined : { start: own.start + head, deleteCount, data };
}

const measure: Measure<BlockTokens, Sum> = {
  empty: { tokens: 0, lines: 0, headings: 0, titles: 0 },
  of: ({ data, lines, headings, titles }) => ({ tokens: data.length / tokenSize, lines, headings, titles }),
  join: (left, right) => ({
    tokens: left.tokens + right.tokens,
    lines: left.lines + right.lines,
    headings: left.headings + right.headings,
    titles: left.titles + right.titles,
  }),
};

function afresh(parse: DocumentTokens['parse'], encoding: PositionEncoding): DocumentTokens {
  let headings = 0;
  let titles = 0;
  for (const block of parse.blocks) {
    const own = headingsIn(block);
    headings += own.headings;
    titles += own.titles;
  }
  const hasTextHeadings = isTextForm({ headings, titles });
  const columns = markColumns(parse, encoding);
  const items = [...parse.blocks].map((block, index) => {
    const tokens = blockTokens(block, encoding, hasTextHeadings);
    return index === 1 ? indented(tokens, columns) : tokens;
  });
  return { parse, encoding, hasTextHeadings, blocks: createSequence(items, measure) };
}

function follow(
  previous: DocumentTokens,
  parse: DocumentTokens['parse'],
  encoding: PositionEncoding,
): DocumentTokens | undefined {
  const { hasTextHeadings } = previous;
  const { start, end } = parse.blocks.shared(previous.parse.blocks);
  const to = previous.parse.blocks.length - end;
  const stop = parse.blocks.length - end;
  // A byte order mark moves the columns of what follows it.
  const isAfterMark = start < 2 && markColumns(parse, encoding) + markColumns(previous.parse, encoding) > 0;
  if (isAfterMark || encoding !== previous.encoding || stop - start > parse.blocks.length / 2) return undefined;
  const items = Array.from({ length: stop - start }, (_, index) => parse.blocks.at(start + index)).flatMap((block) =>
    block === undefined ? [] : [blockTokens(block, encoding, hasTextHeadings)],
  );
  const blocks = previous.blocks.replace(start, to, items);
  return isTextForm(blocks.sum) === hasTextHeadings ? { parse, encoding, hasTextHeadings, blocks } : undefined;
}

/** The columns of a byte order mark, which is a block of its own and ends no line. */
function markColumns({ blocks }: DocumentTokens['parse'], encoding: PositionEncoding): number {
  if (blocks.at(0)?.text !== '\ufeff') return 0;
  return encoding === 'utf-8' ? 3 : 1;
}

interface Window {
  /** Where in all numbers these begin. */
  readonly start: number;
  /** Those of the blocks, and the number that says in which line the next token is. */
  readonly data: readonly number[];
}

function windowOf(blocks: Sequence<BlockTokens, Sum>, from: number, to: number): Window {
  const before = blocks.locate(from)?.before ?? blocks.sum;
  const after = blocks.locate(to)?.before ?? blocks.sum;
  const last = before.tokens === 0 ? undefined : blocks.find((sum) => sum.tokens >= before.tokens);
  const next = blocks.find((sum) => sum.tokens > after.tokens);
  const data: number[] = [];
  const items = Array.from({ length: to - from }, (_, index) => blocks.at(from + index)).filter(
    (item) => item !== undefined,
  );
  const previousLine = last === undefined ? 0 : last.before.lines + last.item.lastLine;
  const reached = append(data, items, { line: before.lines, previousLine });
  if (next !== undefined) data.push(next.before.lines + next.item.firstLine - reached);
  return { start: before.tokens * tokenSize, data };
}

/** Adds the numbers of blocks of which the first begins in `line`. Gives the line of the last token. */
function append(
  data: number[],
  items: Iterable<BlockTokens>,
  { line, previousLine }: { line: number; previousLine: number },
): number {
  for (const item of items) {
    for (let at = 0; at < item.data.length; at++)
      data.push((item.data[at] ?? 0) + (at === 0 ? line - previousLine : 0));
    if (item.data.length > 0) previousLine = line + item.lastLine;
    line += item.lines;
  }
  return previousLine;
}
