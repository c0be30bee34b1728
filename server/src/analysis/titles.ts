/** What several titles have in common: how alike two are, and a pattern that recognises them all. */

/** A word or a Chinese character. */
interface Token {
  readonly text: string;
  /** Whether numbers, signs or spaces stand before it. */
  readonly hasGap: boolean;
}

/** Equal for titles that differ only in numbers, signs and letter case. */
export function titleKey(title: string): string {
  return tokensOf(title)
    .map(({ text }) => text)
    .join(' ');
}

/** The words of a title but the smallest; in Chinese, its pairs of characters. Titles are as alike as they share these. */
export function piecesOf(title: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  const tokens = tokensOf(title);
  tokens.forEach(({ text, hasGap }, index) => {
    const before = tokens[index - 1]?.text;
    if (!isHan(text)) {
      if (!smallWords.has(text)) pieces.add(text.replace(/(?<=..)s$/, ''));
    } else if (before !== undefined && isHan(before) && !hasGap) pieces.add(before + text);
  });
  return pieces;
}

/** From 0 for titles without a common piece to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const piece of one) if (other.has(piece)) common++;
  return (2 * common) / (one.size + other.size);
}

/** The words that all titles share, in their order, without the period; undefined where they share too little. */
export function commonPattern(titles: readonly string[]): string | undefined {
  return [titles.map(withoutPeriod), titles]
    .map(sharedPattern)
    .find((pattern) => pattern !== undefined && recognisesAll(pattern, titles));
}

/** A pattern as a template writes it. */
export function regExpOf(pattern: string): RegExp {
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'iu') : new RegExp(pattern, 'u');
}

function recognisesAll(pattern: string, titles: readonly string[]): boolean {
  const regExp = regExpOf(pattern);
  return titles.every((title) => regExp.test(title));
}

function sharedPattern(titles: readonly string[]): string | undefined {
  const runs = commonRuns(titles.map(tokensOf)).slice(0, mostRuns);
  if (runs.length === 0) return undefined;
  const whole = withFlag(runs.map(runPattern).join('.*'));
  if (whole.length <= longestPattern) return whole;
  return withFlag(runPattern(runs[0]?.slice(0, 10) ?? []));
}

/**
 * These titles and no others, but for numbers, signs and letter case; long ones by their beginning. Undefined where one has nothing
 * but signs, or where they are too many for one pattern.
 */
export function exactPattern(titles: readonly string[]): string | undefined {
  const runs = [...new Map(titles.map((title) => [titleKey(title), tokensOf(title)])).values()];
  if (runs.some((run) => run.length === 0)) return undefined;
  for (let most = mostTokens; most > 1; most = Math.floor(most / 2)) {
    const patterns = runs.map((run) => {
      const [first, ...others] = run.slice(0, most);
      const beginning = runPattern(first === undefined ? [] : [{ ...first, hasGap: false }, ...others]);
      return run.length < most ? `${beginning}${gap}$` : beginning;
    });
    const all = patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
    const whole = withFlag(`^${gap}${all}`);
    if (whole.length <= longestPattern) return whole;
  }
  return undefined;
}

/** The title without the period that it speaks of. */
export function withoutPeriod(title: string): string {
  const rest = title
    .replace(/^\d+(?:\.\d+)+\.?\s+/, '')
    .replace(period, ' ')
    .replace(/[\s,，:：、·—–-]+$/u, '')
    .replace(/^[\s,，:：、·—–-]+/u, '');
  const tidy = rest.replace(/\s{2,}/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return tidy === '' ? title : tidy;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const period = new RegExp(
  `(?:19|20)\\d{2}\\s*年(?:度|上半年|下半年)?|第?[一二三四1-4]季度|(?<!\\d)\\d{1,2}月份?|\\bQ[1-4]\\b|\\bH[12]\\b|\\b(?:${months})\\b|\\b(?:19|20)\\d{2}(?:-\\d{2})?\\b`,
  'giu',
);

const gap = '\\P{L}*';
/** Templates refuse longer patterns. */
const longestPattern = 300;
/** A pattern with many gaps takes long to find nothing. */
const mostRuns = 3;
/** Longer titles are recognised by their beginning. */
const mostTokens = 40;

function tokensOf(title: string): readonly Token[] {
  const words = title.matchAll(/(\P{L}*)(\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+)/gu);
  return [...words].slice(0, mostTokens).map(([, before = '', word = '']) => ({
    text: word.toLowerCase(),
    hasGap: before !== '',
  }));
}

const smallWords = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'to',
  'for',
  'and',
  'or',
  'by',
  'with',
  'at',
  'our',
  'this',
]);

/** The longest run of words that all have, then those before and behind it. */
function commonRuns(lists: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const [first = [], ...others] = lists;
  let best: { readonly run: readonly Token[]; readonly starts: readonly number[] } | undefined;
  for (let start = 0; start < first.length; start++) {
    for (let end = first.length; end > start + (best?.run.length ?? 0); end--) {
      const run = first.slice(start, end);
      if (!tells(run)) continue;
      const starts = others.map((list) => indexOfRun(list, run));
      if (starts.includes(-1)) continue;
      best = { run: widest(run, others, starts), starts: [start, ...starts] };
      break;
    }
  }
  if (best === undefined) return [];
  const { run, starts } = best;
  const before = lists.map((list, index) => list.slice(0, starts[index]));
  const behind = lists.map((list, index) => list.slice((starts[index] ?? 0) + run.length));
  return [...commonRuns(before), run, ...commonRuns(behind)];
}

/** Whether the words are enough to know a title by. */
function tells(run: readonly Token[]): boolean {
  const words = run.filter(({ text }) => !smallWords.has(text));
  const han = words.filter(({ text }) => isHan(text)).length;
  return han >= 2 || words.some(({ text }) => !isHan(text) && text.length > 2);
}

function indexOfRun(list: readonly Token[], run: readonly Token[]): number {
  for (let at = 0; at + run.length <= list.length; at++) {
    if (run.every(({ text }, index) => list[at + index]?.text === text)) return at;
  }
  return -1;
}

/** A gap that one of the titles has may be there. */
function widest(
  run: readonly Token[],
  lists: readonly (readonly Token[])[],
  starts: readonly number[],
): readonly Token[] {
  return run.map(({ text, hasGap }, index) => ({
    text,
    hasGap: hasGap || lists.some((list, at) => list[(starts[at] ?? 0) + index]?.hasGap === true),
  }));
}

function runPattern(run: readonly Token[]): string {
  const inner = run.map(({ text, hasGap }, index) => (index > 0 && hasGap ? gap : '') + text);
  const [first, last] = [run[0]?.text ?? '', run.at(-1)?.text ?? ''];
  return `${isLatin(first) ? '\\b' : ''}${inner.join('')}${isLatin(last) ? '\\b' : ''}`;
}

function withFlag(pattern: string): string {
  return /(?<!\\)[a-z]/i.test(pattern.replace(/\\p\{\w\}/gi, '')) ? `(?i)${pattern}` : pattern;
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

function isLatin(text: string): boolean {
  return /^[a-z]+$/.test(text);
}
