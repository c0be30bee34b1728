/** Series of run-in clauses: `一是…二是…三是…`, `首先…其次…最后…`, `第一，…第二，…`. */
import { memoised } from '../base/lazy';
import { shift } from '../base/span';
import type { LineFact } from './facts';
import { parseChineseNumeral } from './numbering';
import type { PlacedLine } from './sections';
import type { Series, SeriesItem } from './types';

interface Mark extends SeriesItem {
  readonly style: Series['style'];
  /** `一是` and `一要` count apart. */
  readonly key: string;
  readonly isInitial: boolean;
}

/** A line of prose with the section that it stands in. */
export interface ProseLine extends PlacedLine {
  readonly section: number | undefined;
}

/**
 * The series of a report. A series runs on over the paragraphs of one section where each begins with its next mark; marks
 * inside a paragraph continue the mark at its beginning, or are a series of their own where they begin anew.
 */
export function buildSeries(paragraphs: readonly ProseLine[]): readonly Series[] {
  const finished: Series[] = [];
  const running = new Map<
    string,
    { section: number | undefined; series: { style: Series['style']; items: SeriesItem[] } }
  >();
  for (const paragraph of paragraphs) {
    const found = marksIn(paragraph.fact);
    if (found.length === 0) continue;
    const marks = found.map((mark) => ({ ...mark, span: shift(mark.span, paragraph.start) }));
    const initial = marks[0]?.isInitial === true ? marks[0] : undefined;
    const inner = initial === undefined ? marks : marks.slice(1);
    const next = inner.find(({ key }) => key === initial?.key);
    const continues = next !== undefined && next.ordinal !== 1;
    const outer =
      initial === undefined
        ? []
        : continues
          ? [initial, ...inner.filter((mark) => mark.key === initial.key)]
          : [initial];
    for (const mark of outer) {
      const current = running.get(mark.key);
      if (mark.ordinal === closing) {
        if (current?.section === paragraph.section) current?.series.items.push(closingItem(mark, current.series.items));
      } else if (current === undefined || current.section !== paragraph.section || mark.ordinal === 1) {
        const series = { style: mark.style, items: [item(mark)] };
        finished.push(series);
        running.set(mark.key, { section: paragraph.section, series });
      } else current.series.items.push(item(mark));
    }
    for (const series of innerSeries(outer.length > 1 ? inner.filter((mark) => mark.key !== initial?.key) : inner))
      finished.push(series);
  }
  return finished.sort((a, b) => (a.items[0]?.span.start ?? 0) - (b.items[0]?.span.start ?? 0));
}

function innerSeries(marks: readonly Mark[]): Series[] {
  const series: { key: string; style: Series['style']; items: SeriesItem[] }[] = [];
  for (const mark of marks) {
    const current = series.findLast((other) => other.key === mark.key);
    if (mark.ordinal === closing) current?.items.push(closingItem(mark, current.items));
    else if (current === undefined || mark.ordinal === 1)
      series.push({ key: mark.key, style: mark.style, items: [item(mark)] });
    else current.items.push(item(mark));
  }
  return series.map(({ style, items }) => ({ style, items }));
}

/** `最后` closes a series, whatever its length; alone it is an ordinary word. */
const closing = 0;

function closingItem(mark: Mark, items: readonly SeriesItem[]): SeriesItem {
  return { ...item(mark), ordinal: (items[items.length - 1]?.ordinal ?? 0) + 1 };
}

function item({ ordinal, mark, span }: Mark): SeriesItem {
  return { ordinal, mark, span };
}

const pattern =
  /(^|[。；;，,：:！？”）\s])(?:([一二三四五六七八九十]{1,3})([是要])(?!否|不是|以|说|到|为|来|从)|(首先|其次|再次|最后)(?=[，,是要])|第([一二三四五六七八九十]{1,3})(?=，))/g;
const wordOrdinals: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3 };

/** The marks in a line that may belong to a series; spans are in the line. */
export const marksIn = memoised((line: LineFact): readonly Mark[] => {
  if (!/[是要，]|首先|其次|再次|最后/.test(line.text)) return none;
  const marks: Mark[] = [];
  // Spans are exact only where the text is the source; a paragraph with marks in it is searched for each mark from the last on.
  let searched = 0;
  for (const match of line.text.matchAll(pattern)) {
    const [whole, lead = '', numeral, particle = '', word, nth] = match;
    const mark = whole.slice(lead.length);
    const written = numeral ?? nth;
    const ordinal = word !== undefined ? (wordOrdinals[word] ?? closing) : parseChineseNumeral(written ?? '');
    if (ordinal === undefined) continue;
    const at = line.source.indexOf(mark, searched);
    if (at < 0) continue;
    searched = at + mark.length;
    const style = word !== undefined ? '首先' : nth !== undefined ? '第一' : '一是';
    marks.push({
      ordinal,
      mark,
      span: { start: at, end: at + mark.length },
      style,
      key: style + particle,
      isInitial: match.index + lead.length === 0,
    });
  }
  return marks;
});

const none: readonly Mark[] = [];
