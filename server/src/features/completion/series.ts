/** The next mark of a series: `二是` after `一是…。`, `其次` after `首先`, `第二，` after `第一，`. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { memoised } from '../../base/lazy';
import { blockFacts } from '../../report/facts';
import { chineseNumeral } from '../../report/numbering';
import { marksIn } from '../../report/series';
import { blocksAt } from '../../workspace/at';
import type { FeatureContext } from '../feature';
import { headingsAbove } from './headings';
import { kinds, lineStart, replacing, sortKey, type Place } from './place';

type Block = ReturnType<typeof blocksAt>[number]['block'];
type Mark = ReturnType<typeof marksIn>[number];

export function completeSeries(place: Place, ctx: FeatureContext): CompletionItem[] {
  if (!place.isAsked) return [];
  const typed = /(^|[。；;])[ \t]*([首其再最第]?[一二三四五六七八九十]{0,3}[先次后是要]?)$/.exec(place.before);
  if (typed === null) return [];
  const [, lead, begun = ''] = typed;
  const mark = lead === '' ? lastAbove(place) : lastInLine(place);
  if (mark === undefined) return [];
  const edit = replacing(place, begun.length, 0);
  return nextMarks(mark)
    .filter((next) => next.startsWith(begun) && next !== begun && !place.after.startsWith(next))
    .map((next, index) => ({
      label: next,
      kind: kinds.keyword,
      detail: ctx.say({ en: `after ${mark.mark}`, zh: `接“${mark.mark}”` }),
      filterText: next,
      sortText: sortKey(7, index),
      insertTextFormat: 1,
      textEdit: edit(next),
    }));
}

/** The last mark of the sentence's own line before the place. */
function lastInLine(place: Place): Mark | undefined {
  const from = lineStart(place);
  return marksNear(place)
    .filter(({ at }) => from <= at && at < place.offset)
    .at(-1)?.mark;
}

/** The last mark of the series of the last line that begins with one, below the same heading. */
function lastAbove(place: Place): Mark | undefined {
  const { parse } = place.snapshot;
  const from = lineStart(place);
  const [heading] = headingsAbove(parse, from);
  const limit = heading?.start ?? 0;
  for (let at = from, blocks = 0; at >= limit && blocks < farthest; blocks++) {
    const found = parse.blocks.find(({ length }) => length >= at);
    if (found === undefined) return undefined;
    const marks = marksOf(found.item).filter(({ at: own }) => {
      const start = own + found.before.length;
      return limit <= start && start < from;
    });
    const first = marks.findLastIndex(({ mark: { isInitial } }) => isInitial);
    // The line may go on with the marks that follow its first.
    if (first >= 0) return marks.slice(first).findLast(({ mark: { key } }) => key === marks[first]?.mark.key)?.mark;
    if (found.index === 0) return undefined;
    at = found.before.length;
  }
  return undefined;
}

/** A series has seldom more blocks between two of its marks. */
const farthest = 64;

interface PlacedMark {
  readonly mark: Mark;
  readonly at: number;
}

function marksNear({ snapshot: { parse }, offset }: Place): readonly PlacedMark[] {
  return blocksAt(parse, { start: offset, end: offset }).flatMap(({ block, start }) =>
    marksOf(block).map(({ mark, at }) => ({ mark, at: at + start })),
  );
}

const marksOf = memoised((block: Block): readonly PlacedMark[] =>
  blockFacts(block).lines.flatMap((line) =>
    line.isCell ? [] : marksIn(line).map((mark) => ({ mark, at: line.span.start + mark.span.start })),
  ),
);

/** What can follow a mark; nothing follows the last of a series. */
function nextMarks({ style, ordinal, mark }: Mark): readonly string[] {
  switch (style) {
    case '一是':
      return [`${chineseNumeral(ordinal + 1)}${mark.slice(-1)}`];
    case '第一':
      return [`第${chineseNumeral(ordinal + 1)}，`];
    case '首先': {
      const words = ['首先', '其次', '再次', '最后'];
      const next = words.indexOf(mark) + 1;
      // Anything but the first may be the last.
      return mark === '最后' ? [] : [...new Set([words[next] ?? '最后', ...(mark === '首先' ? [] : ['最后'])])];
    }
  }
}
