/** The inline text of a block, in stretches across which no emphasis reaches, with everything veiled that is not prose. */
import { tagsIn } from '../metric/read';
import type { BlankKind, Mode } from '../types';
import { kindOfWords } from './label';

/** Prose of a block. `text` has the length of the original; code, tags, links and HTML are veiled by a neutral letter. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** For a table's cell but its row's first, which names the row: what the headings of its column and row ask for. */
  readonly label?: BlankKind;
}

/** Stands for a character that is not prose; neither space nor punctuation, so it flanks emphasis like a letter. */
const veil = '\u0001';

/** Cuts the text of one block (or of a whole document in plain mode, where every line stands alone) into segments. */
export function segmentsOf(text: string, mode: Mode): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let fence: RegExpExecArray | undefined;
  let pending = '';
  let headings: readonly string[] | undefined;
  const flush = (): void => {
    if (pending !== '') segments.push({ start, text: mode === 'plain' ? hideTags(pending) : hide(pending) });
    pending = '';
  };
  for (const { offset, line } of linesOf(text)) {
    if (mode === 'markdown') {
      const opening = fenceLine.exec(line) ?? undefined;
      if (fence !== undefined) {
        if (opening?.[1]?.startsWith(fence[1] ?? '') && opening[2]?.trim() === '') fence = undefined;
        continue;
      }
      if (opening !== undefined) {
        flush();
        fence = opening;
        continue;
      }
    }
    if (line.trim() === '') {
      flush();
      headings = undefined;
      continue;
    }
    if (mode === 'markdown' && thematicBreak.test(line)) {
      flush();
      continue;
    }
    if (pending === '' || mode === 'plain' || blockStart.test(line) || sentenceEnd.test(pending)) {
      flush();
      start = offset;
    }
    if (mode === 'markdown' && line.includes('|')) {
      flush();
      const cells = line.split('|');
      const isRow = /^[ >\t]*\|/.test(line);
      headings = isRow ? (headings ?? cells) : undefined;
      let at = offset;
      for (const [column, cell] of cells.entries()) {
        const label =
          isRow && (column > 1 || (column === 1 && headings !== cells && labelOf([headings?.[1]]) === 'name'))
            ? labelOf([
                headings?.[column],
                cells.length <= 4 || namesRow.test((cells[1] ?? '').trim()) ? cells[1] : undefined,
              ])
            : undefined;
        if (cell.trim() !== '') segments.push({ start: at, text: hideInline(cell), ...(label && { label }) });
        at += cell.length + 1;
      }
      continue;
    }
    headings = undefined;
    pending += line;
  }
  flush();
  return segments;
}

/** By the column's heading, or in a form of two columns by the cell before. */
function labelOf(headings: readonly (string | undefined)[]): BlankKind {
  return headings.map((heading) => kindOfWords((heading ?? '').trim())).find((kind) => kind !== 'figure') ?? 'figure';
}

/** A row that names one thing in all its columns. */
const namesRow = /(?:责任人|负责人|联系人|姓名|名称|日期|时间|\b(?:owner|name|date))[*_]*$/i;
const fenceLine = /^[ >\t]*(?:[-+*]\s+|\d+[.)]\s+)?(`{3,}|~{3,})([^`]*)$/;
const thematicBreak = /^[ >\t]*(?:\*[ \t]*){3,}\s*$|^[ >\t]*(?:_[ \t]*){3,}\s*$/;
const blockStart = /^\s*(?:#{1,6}\s|>|[-+*]\s|\d{1,9}[.)]\s)/;
const sentenceEnd = /[。！？；：][”’』」）]?\s*$/;

/** Lines with their endings. */
function* linesOf(text: string): Generator<{ offset: number; line: string }> {
  const ending = /\r\n|\r|\n/g;
  let offset = 0;
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
    yield { offset, line: text.slice(offset, ending.lastIndex) };
    offset = ending.lastIndex;
  }
  if (offset < text.length) yield { offset, line: text.slice(offset) };
}

function hide(text: string): string {
  return hideInline(/^\s*(?:>\s*)*\*[ \t]/.test(text) ? text.replace('*', veil) : text);
}

function hideInline(text: string): string {
  // A tag is read before Markdown is: what it holds neither opens code nor escapes.
  let result = hideTags(text);
  if (result.includes('`')) result = hideCode(result);
  if (result.includes('\\')) result = result.replace(/\\[!-/:-@[-`{-~]/g, veil + veil);
  if (result.includes('<')) result = result.replace(/<\/?[A-Za-z!?][^<>\n]*>/g, veiled);
  if (result.includes(']('))
    result = result.replace(/\]\([^()\s]{0,2000}(?:\s+"[^"\n]{0,500}")?\)/g, (link) => `]${veiled(link.slice(1))}`);
  if (result.includes('://') || result.includes('www.')) result = result.replace(address, veiled);
  return result;
}

const address = /(?:https?|ftp):\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+/g;

function hideTags(text: string): string {
  if (!/[<＜《〈⟨«]/.test(text)) return text;
  let result = '';
  let offset = 0;
  for (const { span } of tagsIn(text)) {
    result += text.slice(offset, span.start) + veil.repeat(span.end - span.start);
    offset = span.end;
  }
  result += text.slice(offset);
  // What is too damaged for a tag was meant as one all the same.
  return result.replace(/<<[^<>\n]*>>?|《《[^《》\n]*》》/g, veiled);
}

/** Code spans: a run of backticks up to the next run of the same length. Linear: each length is looked up once a position. */
function hideCode(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
  const nextOfLength = new Map<number, number>();
  const closers = new Array<number | undefined>(runs.length);
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    closers[index] = nextOfLength.get(length);
    nextOfLength.set(length, index);
  }
  let result = '';
  let offset = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    const close = runs[closers[index] ?? -1];
    if (open === undefined || close === undefined) continue;
    const end = close.start + close.length;
    result += text.slice(offset, open.start) + veil.repeat(end - open.start);
    offset = end;
    index = closers[index] ?? index;
  }
  return result + text.slice(offset);
}

function veiled(text: string): string {
  return veil.repeat(text.length);
}
