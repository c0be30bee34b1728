/** Tells which regular expressions may take exponential time on a text that they do not match. */
import type { Message } from '../base/message';

/**
 * What is wrong with a pattern whose group is repeated without an end, and holds another such repetition, or alternatives of which one
 * is the beginning of another. Linear in the length of the pattern but for the alternatives of one group.
 */
export function slowRepetition(source: string): Message | undefined {
  const open: Group[] = [];
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    const group = open.at(-1);
    if (sign === '\\') at++;
    else if (sign === '[') at = classEnd(source, at);
    else if (sign === '(') open.push({ start: at, cuts: [], hasRepetition: false });
    else if (sign === '|') group?.cuts.push(at);
    else if (sign === ')' && group !== undefined) {
      open.pop();
      const end = endOfRepetition(source, at + 1);
      const outer = open.at(-1);
      if (end !== undefined && group.hasRepetition) return nested(source.slice(group.start, end));
      if (end !== undefined && isAmbiguous(source, group, at)) return ambiguous(source.slice(group.start, end));
      if (outer !== undefined && (end !== undefined || group.hasRepetition)) outer.hasRepetition = true;
    } else if (group !== undefined && endOfRepetition(source, at) !== undefined && at > group.start + 1) {
      group.hasRepetition = true;
    }
  }
  return undefined;
}

interface Group {
  readonly start: number;
  /** Where its alternatives are parted. */
  readonly cuts: number[];
  hasRepetition: boolean;
}

/** Where a repetition without an end that begins at `offset` ends. */
function endOfRepetition(source: string, offset: number): number | undefined {
  const sign = source.charAt(offset);
  if (sign === '*' || sign === '+') return offset + 1;
  const length = sign === '{' ? /^\{\d{1,9},\}/.exec(source.slice(offset, offset + 12))?.[0].length : undefined;
  return length === undefined ? undefined : offset + length;
}

function classEnd(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source.charAt(at) === '\\') at++;
    else if (source.charAt(at) === ']') return at;
  }
  return source.length;
}

/** Whether one of the alternatives is the beginning of another, or stands for any sign. */
function isAmbiguous(source: string, { start, cuts }: Group, end: number): boolean {
  if (cuts.length === 0 || cuts.length > 60) return cuts.length > 60;
  const bounds = [start, ...cuts, end];
  const texts = bounds.slice(1).map((to, index) => source.slice((bounds[index] ?? start) + 1, to).replace(/^\?:/, ''));
  const plain = texts.filter((text) => !/[\\[\](){}.*+?^$]/.test(text));
  if (texts.some((text) => text.startsWith('.'))) return true;
  return plain.some((one, index) => plain.some((other, place) => place !== index && other.startsWith(one)));
}

function nested(written: string): Message {
  return {
    en: `"${written}" repeats a repetition and can take very long; bound one of them, as in {0,20}.`,
    zh: `“${written}”是重复中的重复，可能极慢，请给其中一个限定次数，如 {0,20}。`,
  };
}

function ambiguous(written: string): Message {
  return {
    en: `"${written}" repeats alternatives that begin alike and can take very long; bound the repetition, as in {0,20}.`,
    zh: `“${written}”重复的各项开头相同，可能极慢，请限定重复次数，如 {0,20}。`,
  };
}
