/** Reads one tag at an offset of a text: its id, its value, where it ends, and what is wrong with it. */
import type { Message } from '../../base/message';
import type { Span } from '../../base/span';
import type { TagFault } from '../types';

export interface TagReading {
  readonly span: Span;
  readonly id: string;
  readonly idSpan: Span;
  /** Undefined for a reference (`<<id>>`). */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  readonly fault: TagFault | undefined;
}

/** Letters, digits, `_` and `-`, with `.` between parts. */
export const idPattern = '[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*';

/** An id as somebody writes it who does not know its form: words with spaces between them. */
const looseId = '[\\p{L}\\p{N}_.-]+(?: [\\p{L}\\p{N}_.-]+){0,5}';
/** A value that can be recognised without its end: a figure, a mask, or a word in Latin letters. */
const openValue =
  '[+-]?[$€£¥￥]?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[%％]?|[*＊×○〇□_]+(?:[.][*＊×○〇□_]+)?[%％]?|[A-Za-z]+|待[定填补]充?';

const wellFormed = new RegExp(
  `<<(${idPattern})(?::(?!//)((?![ \\t])(?:[^\\n\\r<>]|<(?!<)|>(?!>))*?(?<![ \\t])|))?>>`,
  'uy',
);
const loose = new RegExp(`<<([ \\t]*)(${looseId})?([ \\t]*)([:：])(?!//)([^\\n\\r<>]*)>>`, 'uy');
const fullWidth = new RegExp(`《《([ \\t]*)(${looseId})([ \\t]*)([:：])([^\\n\\r《》]*)》》`, 'uy');
const halfClosed = new RegExp(`<<(${idPattern}):(?!//)([^\\n\\r<>]*)>(?!>)`, 'uy');
const unclosed = new RegExp(`<<(${idPattern}):(?![:/])(${openValue})?`, 'uy');

/**
 * The tag that begins at `offset`, or undefined where none does. Total: an ill-formed tag is read with a fault as far as it
 * can be recognised, and never takes in text that follows its value; `limit` is where the text that it may use ends.
 */
export function readTag(text: string, offset: number, limit = text.length): TagReading | undefined {
  if (text.startsWith('《《', offset)) {
    const match = matchAt(fullWidth, text, offset, limit);
    return match === undefined ? undefined : readLoose(match, offset, 'full-width');
  }
  if (!text.startsWith('<<', offset)) return undefined;
  const whole = matchAt(wellFormed, text, offset, limit);
  if (whole !== undefined) return readWellFormed(whole, offset);
  const spaced = matchAt(loose, text, offset, limit);
  if (spaced !== undefined) return readLoose(spaced, offset, spaced[4] === '：' ? 'full-width' : 'spaced');
  const half = matchAt(halfClosed, text, offset, limit);
  if (half !== undefined) return readOpen(half, offset);
  const open = matchAt(unclosed, text, offset, limit);
  return open === undefined ? undefined : readOpen(open, offset);
}

/** Marks that a formatter leaves of a star mask: `**` becomes `__` or `_`, or gets backslashes. */
export function isDamagedMask(value: string): boolean {
  return (
    /^(?:\*|_|\\\*|\\_)+[%％]?$/.test(value) &&
    (value.includes('\\') || (value.includes('_') && value.includes('*')) || value === '_')
  );
}

function matchAt(pattern: RegExp, text: string, offset: number, limit: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  return match === null || match.index + match[0].length > limit ? undefined : match;
}

function readWellFormed(match: RegExpExecArray, offset: number): TagReading {
  const id = match[1] ?? '';
  const value = match[2];
  const idStart = offset + 2;
  const valueStart = idStart + id.length + 1;
  return {
    span: { start: offset, end: offset + match[0].length },
    id,
    idSpan: { start: idStart, end: idStart + id.length },
    value,
    valueSpan: value === undefined ? undefined : { start: valueStart, end: valueStart + value.length },
    fault: value !== undefined && isDamagedMask(value) ? fault('damaged', `<<${id}:${undamaged(value)}>>`) : undefined,
  };
}

function readLoose(match: RegExpExecArray, offset: number, kind: 'spaced' | 'full-width'): TagReading {
  const [whole, lead = '', written = '', gap = '', , raw = ''] = match;
  const id = written.replace(/ /g, '-');
  const value = raw.trim();
  const idStart = offset + 2 + lead.length;
  const valueStart = idStart + written.length + gap.length + 1 + (raw.length - raw.trimStart().length);
  const repairedValue = isDamagedMask(value) ? undamaged(value) : value;
  return {
    span: { start: offset, end: offset + whole.length },
    id,
    idSpan: { start: idStart, end: idStart + written.length },
    value,
    valueSpan: { start: valueStart, end: valueStart + value.length },
    fault: id === '' ? fault('missing-id', undefined) : fault(kind, `<<${id}:${repairedValue}>>`),
  };
}

function readOpen(match: RegExpExecArray, offset: number): TagReading {
  const [whole, id = '', raw = ''] = match;
  const value = raw.trim();
  const idStart = offset + 2;
  const valueStart = idStart + id.length + 1;
  return {
    span: { start: offset, end: offset + whole.length },
    id,
    idSpan: { start: idStart, end: idStart + id.length },
    value,
    valueSpan: { start: valueStart, end: valueStart + value.length },
    fault: fault('unclosed', `<<${id}:${value}>>`),
  };
}

function undamaged(value: string): string {
  return value.replace(/\\/g, '').replace(/_/g, '*');
}

const faultMessages: Readonly<Record<TagFault['kind'], Message>> = {
  unclosed: { en: 'The tag is not closed; end it with ">>"', zh: '标签没有结束；请以“>>”结尾' },
  spaced: {
    en: 'The tag has spaces around its id or value; write it without them',
    zh: '标签的标识或值两旁有空格；请去掉空格',
  },
  'full-width': {
    en: 'The tag is written with full-width marks; write it with "<<", ":" and ">>"',
    zh: '标签用了全角符号；请改用半角的“<<”“:”“>>”',
  },
  damaged: {
    en: 'The mask in the tag was changed by a formatter; write it with "*" alone',
    zh: '标签中的掩码被格式化工具改动过；请只用“*”书写',
  },
  'missing-id': { en: 'The tag has no id; write one before the ":"', zh: '标签没有标识；请在“:”前写上标识' },
};

function fault(kind: TagFault['kind'], repaired: string | undefined): TagFault {
  return { kind, message: faultMessages[kind], repaired };
}
