/** The headings above a place, nearest first, without a look at what stands below it. */
import { memoised } from '../../base/lazy';
import { blockFacts } from '../../report/facts';
import { titleOf } from '../../report/head';
import { headingNumber } from '../../report/numbering';
import type { HeadingNumber } from '../../report/types';
import { allSections } from '../../analysis/phrases';
import type { SectionTemplate, Template } from '../../template/types';
import type { Snapshot } from '../../workspace/snapshot';

export interface Heading {
  /** Whether it has Markdown marks, or is a line such as `一、…`. */
  readonly form: 'markdown' | 'text';
  /** 1 is the outermost; ranks of the two forms are not compared. */
  readonly rank: number;
  readonly id: string | undefined;
  /** Without its number. */
  readonly title: string;
  readonly number: HeadingNumber | undefined;
  readonly start: number;
}

type Blocks = Snapshot['parse']['blocks'];
type Block = NonNullable<ReturnType<Blocks['at']>>;

/** Those that begin before the offset. Goes back only as far as it is followed. */
export function* headingsAbove({ blocks }: Snapshot['parse'], offset: number): Generator<Heading> {
  const own = blocks.find(({ length }) => length >= offset);
  let index = own?.index ?? blocks.length - 1;
  for (let found = own ?? blocks.locate(index); found !== undefined; found = blocks.locate(--index)) {
    const { item, before } = found;
    for (const heading of headingsIn(item).toReversed()) {
      const start = heading.start + before.length;
      if (start < offset) yield { ...heading, start };
    }
    if (index <= 0) return;
  }
}

const headingsIn = memoised((block: Block): readonly Heading[] => {
  const { headings, lines } = blockFacts(block);
  const found = headings.map(({ depth, id, text, span }): Heading => {
    const number = headingNumber(text);
    return { form: 'markdown', rank: depth, id, title: text.slice(number?.span.end ?? 0), number, start: span.start };
  });
  for (const { text, span, isNested } of lines) {
    const number = isNested ? undefined : headingNumber(text);
    const rank = number === undefined ? -1 : textStyles.indexOf(number.style);
    if (number === undefined || rank < 0) continue;
    const title = text.slice(number.span.end).split('。')[0] ?? '';
    found.push({ form: 'text', rank: rank + 1, id: undefined, title, number, start: span.start });
  }
  return found.sort((a, b) => a.start - b.start);
});

/** Numbers with which a line can be a heading, the outermost first. */
const textStyles: readonly HeadingNumber['style'][] = ['第一章', '一、', '（一）'];

/** The parts of the template in which the place stands, the innermost first; those before all headings where none is above. */
export function partsAt(snapshot: Snapshot, offset: number, template: Template): readonly SectionTemplate[] {
  const parts: SectionTemplate[] = [];
  const all = allSections(template.sections);
  let inner: Heading | undefined;
  let seen = 0;
  for (const heading of headingsAbove(snapshot.parse, offset)) {
    if (++seen > farthest) break;
    if (inner !== undefined && (heading.form !== inner.form || heading.rank >= inner.rank)) continue;
    if (heading.rank === 1 && heading.title === titleOf(snapshot.parse)?.value) break;
    inner = heading;
    const part = all.find(({ id }) => id === heading.id) ?? all.find(({ match }) => match.test(heading.title));
    if (part !== undefined) parts.push(part);
    if (heading.rank === 1 || (heading.rank === 2 && parts.length > 0)) break;
  }
  return inner === undefined ? template.sections.filter(({ where }) => where === 'lead') : parts;
}

/** What stands farther above is seldom around the place. */
const farthest = 64;

/** The ids of the metrics that a part of a template asks for. */
export const idsWanted = memoised((part: SectionTemplate): ReadonlySet<string> => {
  const inBody = [...part.body.matchAll(/<<([\p{L}\p{N}_.-]+)/gu)].map(([, id = '']) => id);
  return new Set([...part.metrics, ...inBody]);
});
