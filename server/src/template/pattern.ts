/** Regular expressions of templates, which come from a workspace and run on every report. */
import { isScalar } from 'yaml';
import type { Message } from '../base/message';
import { text } from './validate';
import type { Reader } from './validate';
import { slowRepetition } from './repetition';
import { addFault } from './yamlValue';

const maxLength = 300;

/**
 * A pattern, always with flag `u`, and with `i` where it begins with `(?i)`.
 *
 * A hostile or careless pattern can take exponential time. Its length is bounded, and a repeated group with an open-ended
 * repetition inside, or with alternatives that begin alike, is refused. That is no proof, so callers keep the texts that patterns run on short: a title, a clause, a paragraph.
 */
export const pattern: Reader<RegExp> = (value, reading) => {
  const written = text(value, reading);
  if (written === undefined) return undefined;
  if (isScalar(value.node) && value.node.type === 'PLAIN' && /^[“‘].*[”’]$/.test(written)) {
    addFault(reading, value, quoted);
    return undefined;
  }
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
  const risk = slowRepetition(source);
  if (risk !== undefined) return risk;
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
    if (source.includes('(?i)')) return flagInside;
    return {
      en: `not a regular expression: ${reason}; correct it.`,
      zh: `不是有效的正则表达式（${reasons[reason] ?? reason}），请改正。`,
    };
  }
}

const flagInside: Message = {
  en: '"(?i)" stands within the pattern, and counts at its beginning only; move it there.',
  zh: '“(?i)”只能放在正则表达式开头，请移到最前面。',
};

const quoted: Message = {
  en: 'the pattern stands in Chinese quotation marks, which belong to it and must be found too; use straight ones.',
  zh: '正则表达式用了中文引号，引号会成为匹配内容的一部分，请改用半角引号。',
};

/** What the engine says, for authors. */
const reasons: Readonly<Partial<Record<string, string>>> = {
  'Unterminated group': '左括号没有对应的右括号',
  "Unmatched ')'": '右括号没有对应的左括号',
  'Unterminated character class': '方括号没有闭合',
  'Nothing to repeat': '重复符号前没有内容',
  'Invalid escape': '反斜杠后的写法不对',
  'Invalid group': '括号开头的写法不对',
  'Lone quantifier brackets': '括号没有配对，单独的括号前请加反斜杠',
  'Incomplete quantifier': '重复次数不完整',
  'Range out of order in character class': '方括号中的范围前后颠倒',
  'numbers out of order in {} quantifier': '重复次数的上下限颠倒',
  '\\ at end of pattern': '末尾多了反斜杠',
};
