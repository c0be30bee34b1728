/** Regular expressions of templates, which come from a workspace and run on every report. */
import type { Message } from '../base/message';
import { text } from './validate';
import type { Reader } from './validate';
import { addFault } from './yamlValue';

const maxLength = 300;

/**
 * A pattern, always with flag `u`, and with `i` where it begins with `(?i)`.
 *
 * A hostile or careless pattern can take exponential time. Its length is bounded, and a repeated group with an open-ended
 * repetition inside, the common cause, is refused. That is no proof (overlapping alternatives pass), so callers keep the
 * texts that patterns run on short: a title, a clause, a paragraph.
 */
export const pattern: Reader<RegExp> = (value, reading) => {
  const written = text(value, reading);
  if (written === undefined) return undefined;
  const ignoresCase = written.startsWith('(?i)');
  const source = ignoresCase ? written.slice(4) : written;
  const result = compile(source, ignoresCase ? 'iu' : 'u');
  if (result instanceof RegExp) return result;
  addFault(reading, value, result);
  return undefined;
};

function compile(source: string, flags: string): RegExp | Message {
  if (source === '') {
    return {
      en: 'the pattern is empty and would match everything; write one.',
      zh: '正则表达式为空，会匹配一切，请填写。',
    };
  }
  if (source.length > maxLength) {
    return {
      en: `the pattern has ${source.length} characters, at most ${maxLength} are allowed; shorten it.`,
      zh: `正则表达式有 ${source.length} 个字符，最多 ${maxLength} 个，请缩短。`,
    };
  }
  const nested = nestedRepetition.exec(source);
  if (nested) {
    return {
      en: `"${nested[0]}" repeats a repetition and can take very long; bound one of them, as in {0,20}.`,
      zh: `“${nested[0]}”是重复中的重复，可能极慢，请给其中一个限定次数，如 {0,20}。`,
    };
  }
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
    return {
      en: `not a regular expression: ${reason}; correct it.`,
      zh: `不是有效的正则表达式（${reason}），请改正。`,
    };
  }
}

/** A group with `*`, `+` or `{n,}` inside, itself followed by one of them. */
const nestedRepetition = /\((?:[^()\\]|\\.)*(?:[*+]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\})/u;
