/** Reads one tag at an offset of a text: its id, its value, where it ends, and what is wrong with it. */
import type { Span } from '../../base/span';
import type { TagFault } from '../types';
import { faultOf, rewritten } from './fault';
import * as forms from './forms';
import { isPlainValue, repairedId, repairedValue, withoutEscapes } from './repair';

export { idPattern, tagOpener, tagStarts } from './forms';

export interface TagReading {
  readonly span: Span;
  readonly id: string;
  readonly idSpan: Span;
  /** Undefined for a reference (`<<id>>`). */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  readonly fault: TagFault | undefined;
}

/**
 * The tag that begins at `offset`, or undefined where none does. Total: an ill-formed tag is read with a fault as far as it
 * can be recognised, and never takes in text that follows its value; `limit` is where the text that it may use ends.
 */
export function readTag(text: string, offset: number, limit = text.length): TagReading | undefined {
  const at = (pattern: RegExp): RegExpExecArray | undefined => matchAt(pattern, text, offset, limit);
  if (!forms.tagStarts.includes(text.charAt(offset) || ' ')) return undefined;
  if (text.startsWith('<<', offset)) {
    const whole = at(forms.wellFormed);
    if (whole !== undefined) return isCode(text, whole) ? undefined : readWellFormed(whole);
    const reference = at(forms.escapedReference);
    if (reference !== undefined) return readEscapedReference(reference);
    const spaced = at(forms.loose) ?? at(forms.wide);
    if (spaced !== undefined) return readLoose(spaced);
    const open = at(forms.halfClosed) ?? at(forms.unclosed);
    return open === undefined || (isInWord(text, offset) && !isPlainValue(open[3] || '-')) ? undefined : readOpen(open);
  }
  const escaped = isEscaped(text, offset) ? undefined : at(forms.escaped);
  if (escaped !== undefined) return readLoose(escaped);
  const linked = at(forms.linked);
  if (linked !== undefined) return readLinked(linked);
  const quoted = at(forms.guillemets);
  if (quoted !== undefined) return isPlainValue(quoted[2] || '-') ? readQuoted(quoted) : undefined;
  const wide = at(forms.wide);
  if (wide !== undefined) return readLoose(wide);
  const open = at(forms.wideUnclosed);
  return open === undefined ? undefined : readOpen(open);
}

/** The tags between two offsets, in order, none within another. Linear in the length of the text. */
export function tagsIn(whole: string, start = 0, end = whole.length): readonly TagReading[] {
  // Nothing is looked for behind the end; a slice at the beginning of a text is no copy.
  const text = whole.slice(0, end);
  const tags: TagReading[] = [];
  const opening = new RegExp(forms.tagOpener, 'g');
  opening.lastIndex = start;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const tag = readTag(text, match.index);
    if (tag !== undefined) tags.push(tag);
    opening.lastIndex = tag?.span.end ?? match.index + 1;
  }
  return tags;
}

function matchAt(pattern: RegExp, text: string, offset: number, limit: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  return match === null || match.index + match[0].length > limit ? undefined : match;
}

/** `Map<<T>>` and `a<<b>>c` are programs, `<<mailto:a@b.org>>` is an address. */
function isCode(text: string, { index, 0: whole, 1: id = '', 2: value }: RegExpExecArray): boolean {
  if (value !== undefined) return id === 'mailto' && value.includes('@');
  if (!isInWord(text, index)) return false;
  return /^[A-Za-z0-9]$/.test(id) || /[A-Za-z0-9_(]/.test(text.charAt(index + whole.length));
}

function isInWord(text: string, offset: number): boolean {
  return /[A-Za-z0-9_)\]]/.test(text.charAt(offset - 1));
}

/** An odd number of backslashes stands before the offset. */
function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

interface Parts {
  readonly match: RegExpExecArray;
  /** Where the id and the value begin, from the beginning of the tag. */
  readonly idAt: number;
  readonly id: string;
  readonly idLength: number;
  readonly valueAt: number;
  readonly value: string | undefined;
  readonly fault: TagFault | undefined;
}

function reading({ match, idAt, id, idLength, valueAt, value, fault }: Parts): TagReading {
  const start = match.index;
  return {
    span: { start, end: start + match[0].length },
    id,
    idSpan: { start: start + idAt, end: start + idAt + idLength },
    value,
    valueSpan: value === undefined ? undefined : { start: start + valueAt, end: start + valueAt + value.length },
    fault,
  };
}

function readWellFormed(match: RegExpExecArray): TagReading {
  const [, id = '', value] = match;
  const repaired = value === undefined ? undefined : repairedValue(value);
  const fault = repaired === undefined || repaired === value ? undefined : damaged(value, `<<${id}:${repaired}>>`);
  return reading({ match, idAt: 2, id, idLength: id.length, valueAt: id.length + 3, value, fault });
}

function readEscapedReference(match: RegExpExecArray): TagReading {
  const written = match[1] ?? '';
  const id = repairedId(written);
  const fault = rewritten(`<<${id}>>`);
  return reading({ match, idAt: 2, id, idLength: written.length, valueAt: 0, value: undefined, fault });
}

function readLoose(match: RegExpExecArray): TagReading | undefined {
  const [, open = '', lead = '', written = '', gap = '', colon = '', raw = '', close = ''] = match;
  const id = repairedId(written);
  const value = raw.trim();
  const isEscapedTag = open.includes('\\');
  const unescaped = isEscapedTag ? withoutEscapes(value) : value;
  const repaired = repairedValue(unescaped);
  const isWide = /[^<>\s\\]/.test(open + close) || colon !== ':';
  // Ordinary writing has brackets in brackets, and shifts with spaces; figures and masks it has not there.
  const isOrdinary = (/[^<>\\]/.test(open) || lead !== '') && !/^[a-z][a-z0-9]/.test(lead === '' ? id : '');
  if ((id === '' || isOrdinary) && !isPlainValue(repaired)) return undefined;
  if (id === '' && repaired === '') return undefined;
  const isDamaged = isEscapedTag || repaired !== value || id !== written.replace(/ /g, '-');
  const kind = isWide ? 'full-width' : isDamaged ? 'damaged' : 'spaced';
  const idAt = open.length + lead.length;
  const whole = `<<${id}:${repaired}>>`;
  return reading({
    match,
    idAt,
    id,
    idLength: written.length,
    valueAt: idAt + written.length + gap.length + colon.length + (raw.length - raw.trimStart().length),
    value,
    fault: id === '' ? faultOf('missing-id', undefined) : kind === 'damaged' ? rewritten(whole) : faultOf(kind, whole),
  });
}

/** The text of the link has the escapes of Markdown, its address those of addresses. */
function readLinked(match: RegExpExecArray): TagReading | undefined {
  const [, id = '', value = '', address = ''] = match;
  const plain = withoutEscapes(value);
  if (id === 'mailto' || (plain !== withoutEscapes(address) && encodeURI(plain) !== address)) return undefined;
  const fault = rewritten(`<<${id}:${repairedValue(plain)}>>`);
  return reading({ match, idAt: 2, id, idLength: id.length, valueAt: id.length + 3, value, fault });
}

function readQuoted(match: RegExpExecArray): TagReading {
  const [whole, id = '', value = ''] = match;
  const idAt = whole.indexOf(id);
  const valueAt = whole.lastIndexOf(value, whole.indexOf('»') - value.length);
  const fault = rewritten(`<<${id}:${repairedValue(value)}>>`);
  return reading({ match, idAt, id, idLength: id.length, valueAt, value, fault });
}

function readOpen(match: RegExpExecArray): TagReading {
  const [, id = '', colon = '', raw = ''] = match;
  const value = raw.trim();
  const valueAt = 2 + id.length + colon.length;
  const fault = faultOf('unclosed', `<<${id}:${repairedValue(value)}>>`);
  return reading({ match, idAt: 2, id, idLength: id.length, valueAt, value, fault });
}

/** Whether only the stars of a mask were changed, or more. */
function damaged(value: string | undefined, repaired: string): TagFault {
  return /^[*_\\.%％]*$/.test(value ?? '') ? faultOf('damaged', repaired) : rewritten(repaired);
}
