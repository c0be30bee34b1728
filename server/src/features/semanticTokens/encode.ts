/** The tokens of one block as the numbers of LSP, without the block's place, so that an edit elsewhere leaves them as they are. */
import { columnsIn, type PositionEncoding } from '../../base/encoding';
import { memoised } from '../../base/lazy';
import { blockFacts } from '../../report/facts';
import { headingNumber } from '../../report/numbering';
import { codeOf } from './legend';
import { paint, type Block, type Painted } from './paint';

/** Numbers for each token: lines and columns from the one before, length, type and modifiers. */
export const tokenSize = 5;

export interface BlockTokens {
  /** The first token is counted from the beginning of the block. */
  readonly data: readonly number[];
  /** Lines of the first and the last token, counted from the block's. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Line breaks in the block. */
  readonly lines: number;
  /** Its Markdown headings, and those of them that would be the title of a report without others. */
  readonly headings: number;
  readonly titles: number;
}

/** Worked out once for each block. Without Markdown headings in the document, lines such as `一、…` are headings. */
export function blockTokens(block: Block, encoding: PositionEncoding, hasTextHeadings: boolean): BlockTokens {
  return encoders[encoding][hasTextHeadings ? 'text' : 'markdown'](block);
}

/** The tokens of a block whose first line begins with so many columns of another. */
export function indented(tokens: BlockTokens, columns: number): BlockTokens {
  if (tokens.data.length === 0 || tokens.firstLine > 0) return tokens;
  return { ...tokens, data: tokens.data.map((number, index) => (index === 1 ? number + columns : number)) };
}

/** Whether the headings of a document are lines such as `一、…`. */
export function isTextForm({ headings, titles }: Pick<BlockTokens, 'headings' | 'titles'>): boolean {
  return headings === 0 || (headings === 1 && titles === 1);
}

/** The Markdown headings of a block, and how many of them could be a title. */
export function headingsIn(block: Block): Pick<BlockTokens, 'headings' | 'titles'> {
  const { headings } = blockFacts(block);
  const titles = headings.filter(({ depth, text }) => depth === 1 && headingNumber(text) === undefined);
  return { headings: headings.length, titles: titles.length };
}

const encoders = {
  'utf-16': encodersFor('utf-16'),
  'utf-8': encodersFor('utf-8'),
  'utf-32': encodersFor('utf-32'),
} satisfies Record<PositionEncoding, unknown>;

function encodersFor(encoding: PositionEncoding): Record<'text' | 'markdown', (block: Block) => BlockTokens> {
  return {
    text: memoised((block: Block) => encode(block, paint(block, true), encoding)),
    markdown: memoised((block: Block) => encode(block, paint(block, false), encoding)),
  };
}

function encode(block: Block, painted: readonly Painted[], encoding: PositionEncoding): BlockTokens {
  const { text } = block;
  const data: number[] = [];
  let firstLine = 0;
  // The place that has been reached, and that of the last token.
  let at = 0;
  let line = 0;
  let column = 0;
  let last = { line: 0, column: 0 };
  const advance = (offset: number): void => {
    let from = at;
    for (; at < offset; at++) {
      if (!endsLine(text, at)) continue;
      line++;
      column = 0;
      from = at + 1;
    }
    column += columnsIn(text.slice(from, offset), encoding);
  };
  for (const { start, end, kind } of painted.flatMap((piece) => piecesOf(text, piece))) {
    advance(start);
    if (data.length === 0) firstLine = line;
    const { type, modifiers } = codeOf(kind);
    const isSameLine = line === last.line;
    const length = columnsIn(text.slice(start, end), encoding);
    data.push(line - last.line, isSameLine ? column - last.column : column, length, type, modifiers);
    last = { line, column };
  }
  return { data, firstLine, lastLine: last.line, lines: block.lineBreaks, ...headingsIn(block) };
}

/** No token goes over the end of a line. */
function piecesOf(text: string, piece: Painted): readonly Painted[] {
  const { start, end, kind } = piece;
  const written = text.slice(start, end);
  if (!/[\r\n]/.test(written)) return [piece];
  return [...written.matchAll(/[^\r\n]+/g)].map(({ index, 0: own }) => ({
    start: start + index,
    end: start + index + own.length,
    kind,
  }));
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
}
