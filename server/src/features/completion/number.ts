/** The number of the next heading, where a heading can begin. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { formatNumber } from '../../report/numbering';
import type { HeadingNumber } from '../../report/types';
import type { FeatureContext } from '../feature';
import { headingsAbove, type Heading } from './headings';
import { kinds, lineStart, replacing, sortKey, type Place } from './place';

export function completeNumber(place: Place, ctx: FeatureContext): CompletionItem[] {
  const { before, after } = place;
  if (after.trim() !== '') return [];
  const typed = /^(#{1,6})?[ \t]*([（(第]?[一二三四五六七八九十\d]{0,3})$/.exec(before);
  if (typed === null || (before === '' && !place.isAsked)) return [];
  const [, marks, number = ''] = typed;
  const above = [...headingsAbove(place.snapshot.parse, lineStart(place))];
  const numbers = marks === undefined ? textNumbers(above) : markdownNumber(above, marks.length);
  const edit = replacing(place, before.length, after.length);
  return numbers.flatMap((next, index): CompletionItem[] => {
    const text = formatNumber(next.style, next.value);
    // A number that is being typed and is another one is not corrected here.
    if (!text.replace('（', number.startsWith('(') ? '(' : '（').startsWith(number)) return [];
    const lead = marks === undefined ? '' : `${marks} `;
    return [
      {
        label: text.trim(),
        kind: kinds.keyword,
        detail: ctx.say({ en: 'next number', zh: '下一个序号' }),
        filterText: `${before}${text}`,
        sortText: sortKey(8, index),
        insertTextFormat: 1,
        textEdit: edit(lead + text),
      },
    ];
  });
}

type Number = Pick<HeadingNumber, 'style' | 'value'>;

/** After the last heading of this rank within the heading above; the first where others of the rank have numbers. */
function markdownNumber(above: readonly Heading[], rank: number): readonly Number[] {
  const headings = above.filter(({ form }) => form === 'markdown');
  const end = headings.findIndex((heading) => heading.rank < rank);
  const sibling = headings.slice(0, end < 0 ? undefined : end).find((heading) => heading.rank === rank);
  if (sibling !== undefined) return sibling.number === undefined ? [] : [following(sibling.number)];
  const style = headings.find((heading) => heading.rank === rank)?.number?.style;
  return style === undefined ? [] : [{ style, value: 1 }];
}

/** In a text without marks: one deeper or beside the nearest heading, and beside those around it. */
function textNumbers(above: readonly Heading[]): readonly Number[] {
  const [nearest] = above;
  if (nearest?.form !== 'text' || nearest.number === undefined) return [];
  const numbers: Number[] = [following(nearest.number)];
  let { rank } = nearest;
  for (const heading of above) {
    if (heading.form !== 'text') break;
    if (heading.rank >= rank || heading.number === undefined) continue;
    rank = heading.rank;
    numbers.push(following(heading.number));
  }
  if (nearest.number.style === '一、') numbers.push({ style: '（一）', value: 1 });
  return numbers;
}

function following({ style, value }: Number): Number {
  return { style, value: value + 1 };
}
