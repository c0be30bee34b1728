/** What a template says of a metric besides its name: which values it can have, who has them, and what must hold of them. */
import { relationsOf } from '../../analysis/relations';
import type { Figure } from '../../data/types';
import type { MetricTemplate, Template } from '../../template/types';
import { counted, inOneLine, longestNote, quoted, type Say } from './wording';

interface Around {
  /** What the data say of it. */
  readonly figure: Figure | undefined;
  readonly template: Template | undefined;
}

export function definitionLines(
  id: string,
  definition: MetricTemplate | undefined,
  { figure, template }: Around,
  say: Say,
): readonly string[] {
  return [
    definition === undefined ? '' : valuesLine(definition, say),
    ownerLine(definition, figure, say),
    ...(template === undefined ? [] : relationLines(id, template, say)),
  ];
}

function valuesLine({ digits, min, max, floor }: MetricTemplate, say: Say): string {
  const basis = floor?.basis === undefined ? '' : quoted(say(floor.basis), longestNote);
  return inOneLine(say, [
    digits === undefined ? undefined : say({ en: `usually ${counted(digits, 'digit')}`, zh: `通常 ${digits} 位数` }),
    rangeOf(min, max, say),
    floor &&
      say({
        en: `should be at least ${floor.value}${basis === '' ? '' : ` (${basis})`}`,
        zh: `一般不少于 ${floor.value}${basis === '' ? '' : `（依据：${basis}）`}`,
      }),
  ]);
}

function rangeOf(min: number | undefined, max: number | undefined, say: Say): string | undefined {
  if (min !== undefined && max !== undefined) return say({ en: `from ${min} to ${max}`, zh: `范围 ${min} 至 ${max}` });
  if (min !== undefined) return say({ en: `${min} or more`, zh: `不小于 ${min}` });
  return max === undefined ? undefined : say({ en: `${max} or less`, zh: `不大于 ${max}` });
}

/** The template's word goes before that of the data. */
function ownerLine(definition: MetricTemplate | undefined, figure: Figure | undefined, say: Say): string {
  const owner = definition?.owner ?? figure?.owner;
  const { due, question } = definition ?? {};
  return inOneLine(say, [
    owner === undefined ? undefined : say({ en: `owner: ${quoted(owner)}`, zh: `责任人：${quoted(owner)}` }),
    due === undefined ? undefined : say({ en: `due: ${quoted(due)}`, zh: `期限：${quoted(due)}` }),
    question && say({ en: 'to ask: ', zh: '提问：' }) + quoted(say(question), longestNote),
  ]);
}

function relationLines(id: string, template: Template, say: Say): readonly string[] {
  const naming = relationsOf(template).all.filter(({ ids }) => ids.includes(id));
  const shown = naming.slice(0, mostRelations).map(({ relation: { source, message } }) => {
    const check = quoted(source, 120);
    const why = message === undefined ? '' : quoted(say(message), longestNote);
    return say({
      en: `must hold: ${check}${why === '' ? '' : ` (${why})`}`,
      zh: `应满足：${check}${why === '' ? '' : `（${why}）`}`,
    });
  });
  const rest = naming.length - shown.length;
  return rest === 0 ? shown : [...shown, say({ en: `and ${rest} more relations`, zh: `另有 ${rest} 条关系` })];
}

const mostRelations = 3;
