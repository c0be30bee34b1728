/** Measures what is found in a text against what is annotated in it: masks, genuine emphases, and other signs that are no masks. */
import {
  filled,
  isEmphasis,
  masksIn,
  nodesIn,
  paragraphsOf,
  shown,
  unmarked,
  type Corpus,
  type CorpusMask,
} from './corpus';

/** What was annotated, what of it was found with its kind, and what was found besides. */
export interface Measure {
  readonly annotated: readonly CorpusMask[];
  readonly hits: readonly CorpusMask[];
  readonly misses: readonly CorpusMask[];
  readonly falseHits: readonly CorpusMask[];
  /** How much emphasis there is when every blank is filled, and how much of it a false hit breaks. */
  readonly emphases: number;
  readonly broken: number;
  /** How many signs of any family are neither masks nor the ends of emphasis, and how many of them were taken for a mask. */
  readonly others: number;
  readonly taken: number;
  /** Every miss and every false hit with its place and its line. */
  readonly wrong: readonly string[];
}

export function measure(source: string, name = '', firstLine = 1): Measure {
  const { text, masks: annotated } = unmarked(source);
  const found = masksIn(text);
  const among = (list: readonly CorpusMask[]): ((mask: CorpusMask) => boolean) => {
    const keys = new Set(list.map(shown));
    return (mask) => keys.has(shown(mask));
  };
  const misses = annotated.filter((mask) => !among(found)(mask));
  const falseHits = found.filter((mask) => !among(annotated)(mask));

  const author = nodesIn(filled(source));
  const ends = author.filter(isEmphasis).flatMap(({ node, start, end }) => {
    const length = node.type === 'strong' ? 2 : 1;
    return [
      { start, end: start + length, pair: start },
      { start: end - length, end, pair: start },
    ];
  });
  const others = otherSigns(text, [...annotated.map(placeOf), ...ends]);
  const hit = (place: Place): boolean => falseHits.some((mask) => overlap(placeOf(mask), place));
  return {
    annotated,
    hits: annotated.filter(among(found)),
    misses,
    falseHits,
    emphases: ends.length / 2,
    broken: new Set(ends.filter(hit).map(({ pair, end, start }) => `${pair} ${end - start}`)).size,
    others: others.length,
    taken: others.filter(hit).length,
    wrong: [
      ...misses.map((mask) => `miss  ${placed(text, mask, name, firstLine)}`),
      ...falseHits.map((mask) => `false ${placed(text, mask, name, firstLine)}`),
    ],
  };
}

/** The sum over texts: whole documents, or each of their paragraphs alone. */
export function measureAll(corpora: readonly Corpus[], by: 'document' | 'paragraph'): Measure {
  const parts = corpora.flatMap(({ file, source }) => {
    let line = 1;
    return (by === 'document' ? [source] : paragraphsOf(source)).map((part) => {
      const measured = measure(part, file, line);
      line = 1 + source.slice(0, source.indexOf(part, 0) + part.length).split('\n').length;
      return measured;
    });
  });
  return sum(parts);
}

export function sum(parts: readonly Measure[]): Measure {
  const total = (of: (part: Measure) => number): number => parts.reduce((count, part) => count + of(part), 0);
  return {
    annotated: parts.flatMap((part) => part.annotated),
    hits: parts.flatMap((part) => part.hits),
    misses: parts.flatMap((part) => part.misses),
    falseHits: parts.flatMap((part) => part.falseHits),
    emphases: total((part) => part.emphases),
    broken: total((part) => part.broken),
    others: total((part) => part.others),
    taken: total((part) => part.taken),
    wrong: parts.flatMap((part) => part.wrong),
  };
}

export interface Rates {
  readonly recall: number;
  readonly precision: number;
}

/** Both are 1 where there is nothing to find and nothing was found. */
export function ratesOf({ annotated, hits, falseHits }: Pick<Measure, 'annotated' | 'hits' | 'falseHits'>): Rates {
  const found = hits.length + falseHits.length;
  return {
    recall: annotated.length === 0 ? 1 : hits.length / annotated.length,
    precision: found === 0 ? 1 : hits.length / found,
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const placeOf = ({ start, text }: CorpusMask): Place => ({ start, end: start + text.length });
const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

const anySign =
  /\*+|_+|[×○〇□＊Ｘ]+|(?<![A-Za-z])[Xx]{1,8}(?![A-Za-z])|[?？]{2,}|\bT(?:BD|BC|ODO|K)\b|待[定填补]|某+|YYYY|HH:MM/g;

function otherSigns(text: string, known: readonly Place[]): readonly Place[] {
  return [...text.matchAll(anySign)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((sign) => !known.some((place) => overlap(place, sign)));
}

function placed(text: string, mask: CorpusMask, name: string, firstLine: number): string {
  const before = text.slice(0, mask.start);
  const line = before.split('\n').length - 1 + firstLine;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = text.indexOf('\n', mask.start);
  const end = mask.start + mask.text.length;
  const whole = `${text.slice(lineStart, mask.start)}⟦${mask.text}⟧${text.slice(end, lineEnd < end ? text.length : lineEnd)}`;
  return `${name}:${line}  ${mask.kind} ${mask.text}  ${whole}`;
}
