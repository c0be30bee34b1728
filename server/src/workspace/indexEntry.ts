/** What the index keeps of one report: a few kilobytes, so that thousands fit, and nothing that holds the report's text. */
import { lazy } from '../base/lazy';
import type { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import { blockFacts, isBlank } from '../report/facts';
import { frontMatterOf, titleOf } from '../report/head';
import { outlineOf } from '../report/outline';
import { sectionIdSpan } from '../report/sections';
import type { FrontMatter } from '../report/types';
import { textIn } from './at';
import { tagsOf } from './tags';
import { resolvePath } from './host';
import type { IndexedLink, IndexedReport, IndexedSection, IndexedUse, LineRange } from './index';
import type { Snapshot } from './snapshot';

export type TemplateOf = (uri: string, named: string | undefined, title: string | undefined) => string | undefined;

/** Packs reports of which many have the same ids, values and titles. */
export function createPacker(templateOf: TemplateOf): (snapshot: Snapshot) => IndexedReport {
  const texts = new Map<string, string>();
  /** A copy that does not keep the text alive of which it is a part. */
  const kept = (text: string): string => {
    let known = texts.get(text);
    if (known === undefined) {
      known = ` ${text}`.slice(1);
      texts.set(known, known);
    }
    return known;
  };
  return (snapshot) => entryOf(factsOf(snapshot, kept), templateOf);
}

/** The same of an open report, worked out as it is asked for: most questions are about one name, and the next key makes all of it old. */
export function openEntry(snapshot: Snapshot, templateOf: TemplateOf): IndexedReport {
  const { uri, parse, lines } = snapshot;
  const facts = lazy(() => factsOf(snapshot, (text) => text));
  const frontMatter = lazy(() => frontMatterOf(parse));
  const named = lazy(() => frontMatter()?.template?.value);
  const title = lazy(() => titleOf(parse)?.value);
  const links = lazy(() => linksOf(uri, frontMatter(), lines));
  return {
    uri,
    get title() {
      return title();
    },
    get template() {
      return templateOf(uri, named(), named() === undefined ? title() : undefined);
    },
    get period() {
      return frontMatter()?.period?.value;
    },
    get org() {
      return frontMatter()?.org?.value;
    },
    get status() {
      return frontMatter()?.status ?? 'draft';
    },
    get links() {
      return links();
    },
    get sections() {
      return sectionsFrom(facts());
    },
    get totals() {
      return facts().totals;
    },
    get ids() {
      return facts().ids;
    },
    uses: (id) => snapshot.known.standings.ordersOf(id).length > 0,
    usesOf: (id) =>
      [...tagsOf(snapshot, id)].map(({ value, state, span, idSpan }) => ({
        id,
        value,
        isFilled: state === 'filled',
        range: rangeOf(span, lines),
        idRange: rangeOf(idSpan, lines),
      })),
  };
}

/** What is kept of a report; the entry is made apart, as its functions would otherwise keep the report alive as well. */
interface Facts extends Omit<IndexedReport, 'template' | 'sections' | 'uses' | 'usesOf'> {
  readonly named: string | undefined;
  readonly names: readonly string[];
  readonly sectionIds: readonly (string | undefined)[];
  /** For each section `sectionWidth` numbers. */
  readonly places: Int32Array;
  /** For each tag `width` numbers. */
  readonly packed: Int32Array;
  readonly values: readonly (string | undefined)[];
}

function entryOf(
  { named, names, sectionIds, places, packed, values, ...facts }: Facts,
  templateOf: TemplateOf,
): IndexedReport {
  return {
    ...facts,
    get sections() {
      return sectionsFrom({ names, sectionIds, places });
    },
    get template() {
      // Templates come and go while the report stays as it is.
      return templateOf(facts.uri, named, facts.title);
    },
    uses: (id) => facts.ids.includes(id),
    usesOf: (id) => usesIn({ packed, values, id, number: facts.ids.indexOf(id) }),
  };
}

/** Put together from the blocks, since most of what a report is made of is not kept. */
function factsOf({ uri, lines, parse, encoding }: Snapshot, kept: (text: string) => string): Facts {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const packed: number[] = [];
  const values: (string | undefined)[] = [];
  const given = new Set<string>();
  const references: string[] = [];
  let metrics = 0;
  let blanks = 0;
  parse.blocks.visit((block, { length }) => {
    const { tags, masks } = blockFacts(block);
    blanks += masks.length + tags.filter(isBlank).length;
    for (const { id, value, state, span, idSpan } of tags) {
      const own = kept(id);
      let number = numbers.get(own);
      if (number === undefined) numbers.set(own, (number = ids.push(own) - 1));
      const { line, character } = lines.positionAt(span.start + length);
      // A tag is on one line.
      const columnOf = (offset: number): number =>
        encoding === 'utf-16' ? character + offset - span.start : lines.positionAt(offset + length).character;
      const columns = [character, columnOf(idSpan.start), columnOf(idSpan.end), columnOf(span.end)];
      packed.push(number, state === 'filled' ? 1 : 0, line, ...columns);
      values.push(value === undefined ? undefined : kept(value));
      if (state !== 'malformed') metrics++;
      if (state === 'filled') given.add(own);
      if (state === 'reference') references.push(own);
    }
  });
  const filled = values.filter((_, index) => packed[index * width + 1] === 1).length;
  const repeated = references.filter((id) => given.has(id)).length;
  const frontMatter = frontMatterOf(parse);
  const title = titleOf(parse);
  const { period, template, org, status = 'draft' } = frontMatter ?? {};
  const { sections, names } = outlineOf(parse);
  return {
    uri,
    title: title === undefined ? undefined : kept(title.value),
    named: template === undefined ? undefined : kept(template.value),
    period: period === undefined ? undefined : kept(period.value),
    org: org === undefined ? undefined : kept(org.value),
    status,
    links: linksOf(uri, frontMatter, lines),
    names: sections.map((_, index) => kept(names[index] ?? '')),
    sectionIds: sections.map(({ id }) => (id === undefined ? undefined : kept(id))),
    places: Int32Array.from(
      sections.flatMap(({ id, level, headingSpan }) => {
        const idSpan = id === undefined ? undefined : sectionIdSpan(id, headingSpan, textIn(parse, headingSpan));
        const { start, end } = rangeOf(headingSpan, lines);
        const own = idSpan === undefined ? undefined : rangeOf(idSpan, lines);
        const columns = own === undefined ? [-1, -1] : [own.start.character, own.end.character];
        return [level, start.line, start.character, end.line, end.character, ...columns];
      }),
    ),
    totals: { metrics, filled: filled + repeated, blanks },
    ids,
    packed: Int32Array.from(packed),
    values,
  };
}

/** Numbers for one section: its level, the places of its heading, and two columns of its id in that line, negative where it has none. */
const sectionWidth = 7;

function sectionsFrom({
  names,
  sectionIds,
  places,
}: Pick<Facts, 'names' | 'sectionIds' | 'places'>): readonly IndexedSection[] {
  return names.map((name, index) => {
    const at = index * sectionWidth;
    const [level = 1, line = 0, character = 0, endLine = 0, endCharacter = 0, idStart = -1, idEnd = -1] =
      places.subarray(at, at + sectionWidth);
    return {
      name,
      id: sectionIds[index],
      idRange: idStart < 0 ? undefined : { start: { line, character: idStart }, end: { line, character: idEnd } },
      level,
      headingRange: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    };
  });
}

/** Numbers for one use: the id's, whether it is filled, its line, and four columns. */
const width = 7;

interface Packed {
  readonly packed: Int32Array;
  readonly values: readonly (string | undefined)[];
  readonly id: string;
  /** Negative where the report does not have it. */
  readonly number: number;
}

function usesIn({ packed, values, id, number }: Packed): readonly IndexedUse[] {
  if (number < 0) return [];
  const uses: IndexedUse[] = [];
  for (let at = 0; at < packed.length; at += width) {
    if (packed[at] !== number) continue;
    const [, filled, line = 0, start = 0, idStart = 0, idEnd = 0, end = 0] = packed.subarray(at, at + width);
    uses.push({
      id,
      value: values[at / width],
      isFilled: filled === 1,
      range: { start: { line, character: start }, end: { line, character: end } },
      idRange: { start: { line, character: idStart }, end: { line, character: idEnd } },
    });
  }
  return uses;
}

function linksOf(uri: string, frontMatter: FrontMatter | undefined, lines: LineIndex): readonly IndexedLink[] {
  const named = [
    ...(frontMatter?.data ?? []).map((field) => ({ kind: 'data' as const, field })),
    ...(frontMatter?.previous === undefined ? [] : [{ kind: 'previous' as const, field: frontMatter.previous }]),
  ];
  return named.map(({ kind, field }) => {
    const path = ` ${field.value}`.slice(1);
    return { kind, path, uri: resolvePath(uri, path), range: rangeOf(field.span, lines) };
  });
}

function rangeOf({ start, end }: Span, lines: LineIndex): LineRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
