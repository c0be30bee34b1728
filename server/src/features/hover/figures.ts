/** What the data and last period's report say of a metric. */
import type { Bound } from '../../analysis/bound';
import { isSameFigure } from '../../analysis/sameFigure';
import type { GivenValue } from '../../analysis/standings';
import { normaliseValue } from '../../analysis/value';
import { placeName, type Figure } from '../../data/types';
import { fileName } from '../../rules/support/files';
import type { MetricTemplate } from '../../template/types';
import { changeSince } from '../inlayHint/change';
import { inOneLine, quoted, type Say } from './wording';

export interface Known {
  readonly id: string;
  readonly definition: MetricTemplate | undefined;
  /** What the report says. */
  readonly given: GivenValue | undefined;
  readonly bound: Bound | undefined;
}

/** The figure of the data with its origin, and whether the report agrees. */
export function dataLine({ id, definition, given, bound }: Known, say: Say): readonly string[] {
  const figure = bound?.figureOf(id, definition);
  if (bound === undefined) return [];
  if (figure === undefined) {
    const loading = bound.files.find(({ content }) => content === 'loading');
    if (loading === undefined) return [];
    const name = quoted(loading.field.value);
    return [say({ en: `data: ${name} is still being read`, zh: `数据：正在读取 ${name}` })];
  }
  const { value, unit } = figure;
  const said =
    value === undefined
      ? say({ en: 'no value yet', zh: '尚无数值' })
      : quoted(unit === undefined || value.endsWith('%') ? value : `${value} ${unit}`);
  const origin = originOf(figure, bound, say);
  return [
    inOneLine(say, [
      say({ en: `data: ${said} (${origin})`, zh: `数据：${said}（${origin}）` }),
      agreement(figure, given, definition, say),
      figure.source && say({ en: `source: ${quoted(figure.source)}`, zh: `来源：${quoted(figure.source)}` }),
      figure.asOf && say({ en: `as of ${quoted(figure.asOf)}`, zh: `截至 ${quoted(figure.asOf)}` }),
      figure.note && say({ en: `note: ${quoted(figure.note)}`, zh: `备注：${quoted(figure.note)}` }),
    ]),
  ];
}

/** The file, and the cell or the line in it. */
function originOf({ place }: Figure, { files }: Bound, say: Say): string {
  const file = quoted(fileName(place.uri));
  if (place.kind === 'cell') return `${file} ${quoted(placeName(place))}`;
  const content = files.find(({ uri }) => uri === place.uri)?.content;
  const text = typeof content === 'object' ? content.text : undefined;
  if (text === undefined) return file;
  const line = lineOf(text, place.span.start);
  return say({ en: `${file}, line ${line}`, zh: `${file} 第 ${line} 行` });
}

/** Counts from 1. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function agreement(
  { value, unit }: Figure,
  given: GivenValue | undefined,
  definition: MetricTemplate | undefined,
  say: Say,
): string | undefined {
  if (value === undefined || given === undefined) return undefined;
  return isSameFigure(given, { value, unit }, definition)
    ? say({ en: 'the report agrees', zh: '与报告一致' })
    : say({ en: '**the report differs**', zh: '**与报告不一致**' });
}

/** The value of last period, and what has changed: in the report, or else in the data. */
export function lastPeriodLine(known: Known, say: Say): readonly string[] {
  const { id, definition, bound } = known;
  const last = bound?.previousOf(id);
  if (last === undefined) return [];
  const now = known.given ?? fromData(bound?.figureOf(id, definition));
  const change = now && changeSince(last, now, definition);
  const unit = last.unit ?? (last.hasPercentAfter ? '%' : undefined);
  const value = quoted(unit === undefined ? last.written : `${last.written} ${unit}`);
  return [
    inOneLine(say, [
      say({ en: `last period: ${value}`, zh: `上期：${value}` }),
      change && say({ en: `change: ${change.en}`, zh: `变化：${change.zh}` }),
    ]),
  ];
}

function fromData(figure: Figure | undefined): GivenValue | undefined {
  if (figure?.value === undefined) return undefined;
  const { value, unit } = figure;
  return { value: normaliseValue(value), written: value, hasPercentAfter: false, unit };
}
