/** Units, measure words and name suffixes: the data by which a mask is told from emphasis, and a figure from a name. */
import unitsText from './units.txt';

/** What stands right after a figure or a mask. `end` is the offset after it. */
export interface Follower {
  readonly kind: 'figure' | 'name';
  /** With approximators and multipliers as written (`余万元`), without leading spaces; for names the suffix. */
  readonly unit: string;
  readonly end: number;
  /** False for an English word that is in no list and only looks like a plural. */
  readonly isListed: boolean;
}

export interface Lexicon {
  /** The unit or suffix that begins at `offset`, after spaces; undefined where there is none. Takes the longest. */
  followerAt(text: string, offset: number): Follower | undefined;
}

/** The built-in list of units with further ones added, for example from a setting or a template. */
export function createLexicon(extraUnits: readonly string[] = []): Lexicon {
  const figures = new WordList();
  const names = new WordList();
  const exceptions = new WordList();
  const symbols = new WordList();
  const englishUnits = new Set<string>();
  const englishNames = new Set<string>();
  for (const line of unitsText.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [word = '', group] = line.split('\t');
    if (word.startsWith('!')) exceptions.add(word.slice(1));
    else if (group === 'en') englishUnits.add(word);
    else if (group === 'en-name') englishNames.add(word);
    else if (group === 'name' || group === 'place') names.add(word);
    else if (/^[A-Za-z]+$/.test(word)) englishUnits.add(word);
    else (/^[A-Za-z]/.test(word) ? symbols : figures).add(word);
  }
  for (const unit of extraUnits) {
    if (/^[A-Za-z]/.test(unit)) (/^[A-Za-z]+$/.test(unit) ? englishUnits : symbols).add(unit);
    else if (unit !== '') figures.add(unit);
  }

  return {
    followerAt(text, offset) {
      const start = skipSpaces(text, offset);
      const word = englishWordAt(text, start);
      // `m³` and `kWh/t` begin with what would be a word of its own.
      const symbolEnd = word === undefined ? -1 : symbols.endAt(text, start);
      if (symbolEnd > start + (word?.length ?? 0) && !/[A-Za-z0-9]/.test(text.charAt(symbolEnd))) {
        return { kind: 'figure', unit: text.slice(start, symbolEnd), end: symbolEnd, isListed: true };
      }
      if (word !== undefined) {
        const kind = englishNames.has(word) ? 'name' : englishUnits.has(word) || isPlural(word) ? 'figure' : undefined;
        const isListed = englishNames.has(word) || englishUnits.has(word);
        return kind === undefined ? undefined : { kind, unit: word, end: start + word.length, isListed };
      }
      const scaled = skipScale(text, start);
      // The scale may be part of the unit, as in 亿千瓦时.
      let figureEnd = -1;
      for (let at = start; at <= scaled; at++) figureEnd = Math.max(figureEnd, figures.endAt(text, at));
      const nameEnd = names.endAt(text, start);
      const longest = Math.max(figureEnd, nameEnd);
      if (longest < 0) {
        // `**万`, `***余` at the end of a clause: a scale without a unit is a figure all the same.
        return scaled > start && !/\p{L}/u.test(text.charAt(scaled))
          ? { kind: 'figure', unit: text.slice(start, scaled), end: scaled, isListed: true }
          : undefined;
      }
      const ownException = exceptions.endAt(text, start);
      const exception = scaled > start ? Math.max(ownException, exceptions.endAt(text, scaled)) : ownException;
      if (exception > longest || (exception === longest && figureEnd === longest)) {
        // `**万人民`: the scale alone is the figure's.
        const isScaled = /[万亿]$/.test(text.slice(start, scaled)) && ownException < 0;
        return isScaled ? { kind: 'figure', unit: text.slice(start, scaled), end: scaled, isListed: true } : undefined;
      }
      const kind = figureEnd >= nameEnd ? 'figure' : 'name';
      return { kind, unit: text.slice(start, longest), end: longest, isListed: true };
    },
  };
}

/** Words by their first character, longest first. */
class WordList {
  readonly #byFirst = new Map<number, string[]>();

  add(word: string): void {
    const first = word.charCodeAt(0);
    const words = this.#byFirst.get(first) ?? [];
    words.push(word);
    words.sort((a, b) => b.length - a.length);
    this.#byFirst.set(first, words);
  }

  /** The end of the longest word that begins at `offset`, or -1. */
  endAt(text: string, offset: number): number {
    const words = this.#byFirst.get(text.charCodeAt(offset));
    if (words === undefined) return -1;
    for (const word of words) if (text.startsWith(word, offset)) return offset + word.length;
    return -1;
  }
}

const approximators = '余多来几';
const multipliers = '十百千万亿';
const longestScale = 4;

function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function skipScale(text: string, offset: number): number {
  let at = offset;
  if (approximators.includes(text[at] || ' ')) at++;
  while (at - offset < longestScale && multipliers.includes(text[at] || ' ')) at++;
  // 万余户 is as common as 余万户.
  if (at > offset && approximators.includes(text[at] || ' ')) at++;
  return at;
}

const englishWord = /[A-Za-z]+/y;

function englishWordAt(text: string, offset: number): string | undefined {
  englishWord.lastIndex = offset;
  return englishWord.exec(text)?.[0];
}

/** Counted nouns are too many to list; what ends in a plural s is one, but for the commonest words that only look so. */
function isPlural(word: string): boolean {
  return /^[a-z]{2,}[a-hj-rt-z]s$/.test(word) && !notPlural.has(word);
}
const notPlural = new Set([
  'has',
  'was',
  'does',
  'its',
  'always',
  'perhaps',
  'besides',
  'towards',
  'sometimes',
  'chromosomes',
  'yes',
]);
