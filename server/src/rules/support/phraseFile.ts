/** Reads the `*.phrases.txt` of a workspace: set phrases to look for, or no longer to look for, one on each line. */
import type { Message } from '../../base/message';
import type { Problem } from '../../base/problem';
import { span } from '../../base/span';
import { unreadable } from '../../template/slips';
import type { Phrase } from './phrases';

export interface PhraseFile {
  readonly added: readonly (Phrase & { readonly start: number })[];
  /** Wrong forms that are no longer to be reported. */
  readonly removed: readonly { readonly wrong: string; readonly start: number }[];
  readonly problems: readonly Problem[];
}

/**
 * Reads lines such as `错误写法 → 通行写法`, with a tab or `=>` as well, and `-错误写法`. Empty lines and those that begin with `# `
 * or `//` say nothing. Never throws.
 */
export function readPhrases(text: string): PhraseFile {
  const noText = unreadable(text);
  if (noText !== undefined) return { added: [], removed: [], problems: [{ code: 'invalid-phrase', ...noText }] };
  const added: (Phrase & { readonly start: number })[] = [];
  const removed: { readonly wrong: string; readonly start: number }[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].replace(/^\ufeff/, '').trim();
    const start = match.index + match[0].indexOf(line);
    const fault = (message: Message): void => {
      if (problems.length < mostProblems) problems.push(problem(start, line, message));
    };
    if (line === '' || /^#(?:\s|$)|^\/\//.test(line)) continue;
    const [mark = ''] = /^[-－−–]\s*/.exec(line) ?? [];
    if (mark !== '') {
      const wrong = line.slice(mark.length);
      if (/→|=>|\t/.test(wrong)) fault(removalOnly);
      else if (wrong === '') fault(nothingToRemove);
      else removed.push({ wrong, start: start + mark.length });
      continue;
    }
    const parts = line.split(/\s*(?:→|=>|\t+)\s*/);
    const [wrong = '', usual = ''] = parts;
    const message = faultIn(wrong, usual, parts.length) ?? (seen.has(wrong) ? twice : undefined);
    if (message !== undefined) fault(message);
    else if (added.length >= mostPhrases) fault(tooMany);
    else added.push({ wrong, usual, start });
    seen.add(wrong);
  }
  return { added, removed, problems };
}

/** More of a file is not read. */
export const mostPhrases = 1000;
export const mostProblems = 100;
const maxLength = 60;

export function problem(start: number, line: string, message: Message): Problem {
  return { code: 'invalid-phrase', span: span(start, start + line.length), message };
}

function faultIn(wrong: string, usual: string, parts: number): Message | undefined {
  if (parts < 2 || usual === '') return noUsual;
  if (parts > 2) return tooManyParts;
  if (Array.from(wrong.replace('#', '')).length < 2) return tooShort;
  if (wrong.length > maxLength || usual.length > maxLength) return tooLong;
  if ((wrong.match(/#/g)?.length ?? 0) > 1 || (usual.includes('#') && !wrong.includes('#'))) return oneNumeral;
  // The usual wording itself would be reported.
  return usual.includes(wrong) ? contained : undefined;
}

const noUsual: Message = {
  en: 'This line has no usual wording; write the wrong form, "→" or a tab, and the usual one.',
  zh: '这一行缺少通行写法；请写成“错误写法 → 通行写法”，中间也可用制表符。',
};
const tooManyParts: Message = {
  en: 'This line has more than two parts, expected a wrong form and a usual one; put every pair on a line of its own.',
  zh: '这一行多于两部分，应只有错误写法和通行写法；请一行写一对。',
};
const tooShort: Message = {
  en: 'The wrong form is shorter than two characters and would be found everywhere; write more of the phrase.',
  zh: '错误写法不足两个字，会到处误报；请写得更完整。',
};
const tooLong: Message = {
  en: `A form has more than ${maxLength} characters; leave out what both have in common.`,
  zh: `写法超过${maxLength}个字；请省去两者相同的部分。`,
};
const oneNumeral: Message = {
  en: '"#" stands for one numeral, once in the wrong form and then also in the usual one; correct the line.',
  zh: '“#”代表一个数词，在错误写法中只能用一次，通行写法中的“#”与它相同；请改正。',
};
const contained: Message = {
  en: 'The usual wording holds the wrong form, so that it would be reported itself; write more of the wrong form.',
  zh: '通行写法中含有错误写法，会把通行写法也报出来；请把错误写法写得更完整。',
};
const twice: Message = {
  en: 'An earlier line has this wrong form too; keep one of them.',
  zh: '前面已有这个错误写法；请只保留一行。',
};
const tooMany: Message = {
  en: `The file has more than ${mostPhrases} phrases, and the rest is not read; take some out.`,
  zh: `文件中的表述超过${mostPhrases}条，其余未读取；请删减。`,
};
const nothingToRemove: Message = {
  en: 'Nothing stands after "-"; write the wrong form that is not to be reported.',
  zh: '“-”后面没有内容；请写上不再报告的错误写法。',
};
const removalOnly: Message = {
  en: 'A line with "-" takes a wrong form away and needs no usual one; write the wrong form alone.',
  zh: '以“-”开头的行用来去掉一个错误写法，不需要通行写法；请只写错误写法。',
};
