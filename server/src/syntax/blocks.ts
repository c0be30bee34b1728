/**
 * Cuts a Markdown text where no block construct can cross, so that each piece parses on its own as it does in the whole.
 * The only scanner of block structure outside micromark; where it cannot be certain it does not cut.
 */
import type { Mode } from './types';

/** How a comment begins that says which findings are meant. */
export const ignoreMark = 'tallymark-ignore';

/** A block's text before it is read. */
export interface Piece {
  readonly text: string;
  readonly form: 'front-matter' | 'markdown';
}

/**
 * Pieces in order that cover the text, at least one. A cut is a line that is not indented, follows a blank line, and cannot
 * continue a list; fenced code, HTML that runs over blank lines and front matter are never cut. A byte order mark is no Markdown:
 * it is a piece of its own. In plain text each line is one. Linear in the length of the text.
 */
export function cutBlocks(text: string, mode: Mode): readonly Piece[] {
  if (mode === 'plain') return piecesAt(text, cutLines(text));
  if (!text.startsWith('\ufeff')) return cutMarkdown(text);
  return [{ text: '\ufeff', form: 'markdown' }, ...(text.length === 1 ? [] : cutMarkdown(text.slice(1)))];
}

function cutMarkdown(text: string): readonly Piece[] {
  const bodyStart = frontMatterEnd(text);
  if (bodyStart === 0) return piecesAt(text, cutBody(text));
  const head: Piece = { text: text.slice(0, bodyStart), form: 'front-matter' };
  const body = text.slice(bodyStart);
  return body === '' ? [head] : [head, ...piecesAt(body, cutBody(body))];
}

function piecesAt(text: string, cuts: readonly number[]): readonly Piece[] {
  return [...cuts, text.length].map((end, index) => ({
    text: text.slice(cuts[index - 1] ?? 0, end),
    form: 'markdown',
  }));
}

/**
 * The cuts of a body, or of the rest of one after a cut. Everything before a cut is forgotten there, so that
 * a text cut anew from one of its cuts on has the cuts that it had. A line's cut depends on nothing after that line.
 */
export function cutBody(text: string): readonly number[] {
  const cuts: number[] = [];
  const state = initialState();
  let start = 0;
  /**
   * Where the empty lines before the present line begin: they open the next piece, since no construct takes them in. Blank
   * lines with spaces stay with the piece before, as they belong to an indented code block there.
   */
  let blanks: number | undefined;
  for (let at = 0; at < text.length && !state.isUncertain;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const isBlank = !/[^ \t\r\n]/.test(line);
    if (blanks !== undefined && blanks > start && !isBlank && canCut(state, line)) {
      // Whether the empty lines belong to what is open in a list hangs on the line after them: both stay together. So do a comment
      // that says which findings are meant, and what it is said of.
      if (!state.mayHoldBlanks && !state.isAfterIgnore) cuts.push((start = blanks));
      Object.assign(state, initialState());
    }
    read(state, line, isBlank);
    blanks = !isBlank ? undefined : /^[ \t]/.test(line) ? end : (blanks ?? at);
    at = end;
  }
  return cuts;
}

/** The cuts of a plain text: every line is a piece of its own. */
export function cutLines(text: string): readonly number[] {
  const cuts: number[] = [];
  for (let at = lineEnd(text, 0); at < text.length; at = lineEnd(text, at)) cuts.push(at);
  return cuts;
}

/** Whether a text begins with a line that can open front matter. */
export function mayBeginFrontMatter(text: string): boolean {
  return /^---[ \t]*(?:[\r\n]|$)/.test(text);
}

/** Whether some line but the first can close front matter. */
export function mayCloseFrontMatter(text: string): boolean {
  return /[\r\n]---[ \t]*(?:[\r\n]|$)/.test(text);
}

/** The offset after front matter and its line ending, or 0 where the text has none. Only YAML between `---` lines counts. */
export function frontMatterEnd(text: string): number {
  if (!mayBeginFrontMatter(text)) return 0;
  // Line by line: a pattern over many lines that end in CR LF can be matched in more ways than there is time for.
  for (let start = lineEnd(text, 0); start < text.length;) {
    const end = lineEnd(text, start);
    if (text.startsWith('---', start) && /^---[ \t]*[\r\n]*$/.test(text.slice(start, end))) return end;
    start = end;
  }
  return 0;
}

interface State {
  fence: { readonly character: string; readonly length: number } | undefined;
  /** What ends the open HTML block. */
  html: RegExp | undefined;
  /** A line began as HTML of the kinds that end at a blank line. */
  isPerhapsHtml: boolean;
  /** The column at which the content of the open top-level list item begins; undefined where no list is open. */
  listContent: number | undefined;
  /** That item is certain: the next line that reaches its content column belongs to it. */
  isListCertain: boolean;
  isAfterBlank: boolean;
  /** In a list, code or HTML has begun that may take in the empty lines after it. */
  mayHoldBlanks: boolean;
  /** The last line that is not blank is a comment about findings. */
  isAfterIgnore: boolean;
  /** The last line with content was indented by four columns or more. */
  isAfterIndent: boolean;
  /** A construct was met that may or may not be in a list item: the rest of the text stays one piece. */
  isUncertain: boolean;
}

function initialState(): State {
  return {
    fence: undefined,
    html: undefined,
    isPerhapsHtml: false,
    listContent: undefined,
    isListCertain: false,
    isAfterBlank: true,
    mayHoldBlanks: false,
    isAfterIgnore: false,
    isAfterIndent: false,
    isUncertain: false,
  };
}

const listMarker = /^( {0,3})(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/;
/** A list marker with content in its line: the marker, the white space after it, and the content's first character. */
const certainMarker = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))( +)(?=[^ \t\r\n])/;
const thematicBreak = /^ {0,3}([-*])[ \t]*(?:\1[ \t]*){2,}[\r\n]*$/;
const fenceStart = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
/** Kinds 1 to 5 of CommonMark's HTML blocks, with what ends each. */
const htmlStarts: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

function canCut(state: State, line: string): boolean {
  if (state.fence !== undefined || state.html !== undefined) return false;
  if (/^[ \t\ufeff]/.test(line)) return false;
  // After indented code micromark reads an empty list item as a paragraph, as if no blank line stood between them.
  return (state.listContent === undefined && !state.isAfterIndent) || !listMarker.test(line);
}

function read(state: State, line: string, isBlank: boolean): void {
  if (!isBlank) state.isAfterIgnore = /^ {0,3}<!--/.test(line) && line.includes(ignoreMark);
  if (state.fence !== undefined) {
    if (closesFence(state.fence, line)) state.fence = undefined;
    return;
  }
  if (state.html !== undefined) {
    if (state.html.test(line)) state.html = undefined;
    return;
  }
  const isAfterBlank = state.isAfterBlank;
  state.isAfterBlank = isBlank;
  if (isBlank) {
    state.isPerhapsHtml = false;
    return;
  }
  if (state.listContent !== undefined || /^[ >]*(?:[-+*]|\d+[.)])/.test(line))
    state.mayHoldBlanks ||= /```|~~~|<[!?A-Za-z/]/.test(line);
  state.isAfterIndent = /^(?: {4}| {0,3}\t)/.test(line);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  // What stands in the item ends with it, before the next line at the margin, where alone a cut can be.
  if (state.isListCertain && indent >= (state.listContent ?? Infinity)) return;
  const isInList = state.listContent !== undefined && indent > 0;
  const opening = fenceStart.exec(line);
  const html = htmlStarts.find(([start]) => start.test(line));
  if (opening !== null || html !== undefined) {
    // In a list item the construct may end with the item; at the margin it cannot.
    if ((isInList && !state.isListCertain) || state.isPerhapsHtml) state.isUncertain = true;
    else if (opening !== null)
      state.fence = { character: opening[2]?.charAt(0) ?? '`', length: opening[2]?.length ?? 3 };
    else if (html !== undefined && !endsOnLine(html, line)) state.html = html[1];
    if (indent === 0 || state.isListCertain) state.listContent = undefined;
    state.isListCertain = false;
    return;
  }
  if (/^ {0,3}<\/?[A-Za-z]/.test(line)) state.isPerhapsHtml = true;
  const marker = listMarker.exec(line);
  if (marker === null) {
    state.isListCertain = false;
    return;
  }
  const certain = thematicBreak.test(line) ? null : certainMarker.exec(line);
  // Within a paragraph, a number other than 1 begins no list.
  const mayInterrupt = isAfterBlank || !/^ *\d/.test(line) || /^ *1[.)]/.test(line);
  state.isListCertain = certain !== null && mayInterrupt && !state.isPerhapsHtml;
  if (state.isListCertain) state.listContent = contentColumn(certain);
  else state.listContent ??= marker[0].length + 1;
}

/** Content that begins five columns or more after its marker is indented code, and the item begins one column after it. */
function contentColumn(marker: RegExpExecArray | null): number {
  const [, sign = '', space = ''] = marker ?? [];
  return sign.length + (space.length > 4 ? 1 : space.length);
}

function closesFence(fence: { character: string; length: number }, line: string): boolean {
  const match = /^ {0,3}(`{3,}|~{3,})[ \t]*[\r\n]*$/.exec(line);
  return match?.[1] !== undefined && match[1].charAt(0) === fence.character && match[1].length >= fence.length;
}

function endsOnLine([start, end]: readonly [RegExp, RegExp], line: string): boolean {
  const opening = start.exec(line)?.[0] ?? '';
  return end.test(
    line.slice(
      opening.startsWith('<!--') || opening.trimStart().startsWith('<!--') ? opening.length - 2 : opening.length,
    ),
  );
}

function lineEnd(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return end + 1;
    if (code === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return text.length;
}
