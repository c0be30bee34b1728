/** What is known of a metric at one of its tags. */
import { givenBy, type GivenValue } from '../../analysis/standings';
import { normaliseValue } from '../../analysis/value';
import type { Figure } from '../../data/types';
import type { TagFact } from '../../report/facts';
import { metricTypeNames, type MetricTemplate } from '../../template/types';
import { textIn } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';
import { blocksWith, enoughBlocks } from '../../workspace/tags';
import type { FeatureContext } from '../feature';
import { definitionLines } from './definition';
import { dataLine, lastPeriodLine } from './figures';
import { otherReportsLine } from './otherReports';
import { counted, details, inOneLine, listed, quoted, type Say } from './wording';

export function metricLines(snapshot: Snapshot, tag: TagFact, ctx: FeatureContext): readonly string[] {
  const { template, bound } = snapshot;
  const { say } = ctx;
  const definition = template?.metrics.find(({ id }) => id === tag.id);
  const figure = bound?.figureOf(tag.id, definition);
  const uses = usesElsewhere(snapshot, tag);
  const given = givenAt(snapshot, tag);
  return [
    titleOf(tag.id, definition, say, figure?.label),
    stateOf(tag, uses, figure, say),
    ...details([
      ...dataLine({ id: tag.id, definition, given, bound }, say),
      ...lastPeriodLine({ id: tag.id, definition, given: given ?? uses.values[0]?.given, bound }, say),
      ...elsewhereLine(tag, uses, say),
      ...definitionLines(tag.id, definition, { figure, template }, say),
      ...otherReportsLine(snapshot, tag.id, ctx),
    ]),
  ].filter((line) => line !== '');
}

/** Its name, and what its values are; without a template, the label of the data. */
export function titleOf(id: string, definition: MetricTemplate | undefined, say: Say, inData?: string): string {
  if (definition === undefined) {
    if (inData === undefined) return `**${quoted(id)}**`;
    return say({ en: `**${quoted(inData)}** (${quoted(id)})`, zh: `**${quoted(inData)}**（${quoted(id)}）` });
  }
  const { label, type, unit } = definition;
  const inUnit = unit === undefined ? '' : say({ en: `, in ${quoted(unit)}`, zh: `，单位：${quoted(unit)}` });
  return say({
    en: `**${quoted(label.en)}** (${quoted(id)}): ${metricTypeNames[type].en}${inUnit}`,
    zh: `**${quoted(label.zh)}**（${quoted(id)}）：${metricTypeNames[type].zh}${inUnit}`,
  });
}

interface PlacedValue {
  readonly given: GivenValue;
  /** Counts from 1. */
  readonly line: number;
}

interface Uses {
  readonly count: number;
  /** Whether there are no more than were counted. */
  readonly isAll: boolean;
  /** The different values, each where it first stands. */
  readonly values: readonly PlacedValue[];
}

/** Goes from block to block that has the metric, so that a long report costs no more than a short one. */
function usesElsewhere(snapshot: Snapshot, { id, span: own }: TagFact): Uses {
  const values = new Map<string, PlacedValue>();
  let count = 0;
  for (const { block, facts, start: by } of blocksWith(snapshot, id, enoughBlocks)) {
    for (const tag of facts.tags) {
      const start = tag.span.start + by;
      if (tag.id !== id || start === own.start) continue;
      count++;
      const given = givenBy(tag, block.text);
      if (given === undefined || values.has(given.value)) continue;
      values.set(given.value, { given, line: snapshot.parse.lines.positionAt(start).line + 1 });
    }
  }
  const isAll = snapshot.known.standings.ordersOf(id).length <= enoughBlocks;
  return { count, isAll, values: [...values.values()] };
}

function givenAt({ parse }: Pick<Snapshot, 'parse'>, tag: TagFact): GivenValue | undefined {
  const { end } = tag.span;
  const after = textIn(parse, { start: end, end: end + 3 });
  return givenBy({ ...tag, span: { start: 0, end: 0 } }, after);
}

function stateOf(tag: TagFact, { values }: Uses, figure: Figure | undefined, say: Say): string {
  const { state, value = '', unit, fault } = tag;
  const [known] = values;
  switch (state) {
    case 'malformed':
      return fault === undefined ? '' : quoted(say(fault.message), 200);
    case 'filled': {
      const inUnit = unit === undefined ? '' : ` ${quoted(unit)}`;
      return say({ en: `Value: ${quoted(value)}${inUnit}`, zh: `数值：${quoted(value)}${inUnit}` });
    }
    case 'masked':
      if (known === undefined) {
        return say({ en: 'Not filled yet; write the value after the colon.', zh: '尚未填写；请在冒号后写上数值。' });
      }
      return say({
        en: `Not filled here; line ${known.line} gives ${written(known)}.`,
        zh: `此处未填；第 ${known.line} 行的数值为 ${written(known)}。`,
      });
    case 'reference':
      if (values.length > 1) {
        return say({ en: 'Repeats a value that is given in more than one way.', zh: '引用的数值有多处，且不一致。' });
      }
      if (known !== undefined) {
        return say({
          en: `Repeats ${written(known)}, the value in line ${known.line}.`,
          zh: `引用第 ${known.line} 行的数值：${written(known)}。`,
        });
      }
      if (figure?.value !== undefined) {
        return say({
          en: `Repeats ${quoted(figure.value)}, the value in the data.`,
          zh: `引用数据文件中的数值：${quoted(figure.value)}。`,
        });
      }
      return say({ en: 'Repeats a value that is not given yet.', zh: '引用的数值尚未给出。' });
  }
}

function elsewhereLine(tag: TagFact, { count, isAll, values }: Uses, say: Say): readonly string[] {
  const own = tag.state === 'filled' ? normaliseValue(tag.value ?? '') : undefined;
  // The sentence above names the one value that others give.
  const others = tag.state === 'filled' || values.length > 1 ? values : [];
  const different = others.filter(({ given }) => normaliseValue(given.written) !== own).slice(0, mostShown);
  const shown = different.map((each) =>
    say({ en: `${written(each)} (line ${each.line})`, zh: `${written(each)}（第 ${each.line} 行）` }),
  );
  if (count === 0) return [];
  const times = say({
    en: `${isAll ? '' : 'at least '}${counted(count, 'more tag')} in this report`,
    zh: `本报告另有${isAll ? '' : '至少'} ${count} 处使用`,
  });
  if (shown.length === 0) return [times];
  return [inOneLine(say, [times, say({ en: 'other values: ', zh: '其他数值：' }) + listed(say, shown)])];
}

const mostShown = 3;

function written({ given }: PlacedValue): string {
  return quoted(given.written);
}
