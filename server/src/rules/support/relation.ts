/** How rules word what must hold among metrics, and the figures between which it does not. */
import { evaluate, type AmountOf } from '../../analysis/relations';
import type { GivenValue, Standing } from '../../analysis/standings';
import type { Message } from '../../base/message';
import type { Condition, Quantity } from '../../template/expression';
import type { Relation } from '../../template/types';
import { shown } from './wording';

export interface Figures {
  readonly standingOf: (id: string) => Standing;
  readonly amountOf: AmountOf;
}

/** What the relation demands, in the template's words or by its labels, and what was found instead. */
export function describeRelation(
  { check, source, message }: Relation,
  ids: readonly string[],
  figures: Figures,
): Message {
  if (message !== undefined) {
    const given = listed(ids, figures);
    const said = { en: withoutStop(message.en), zh: withoutStop(message.zh) };
    return { en: `${said.en} (${given.en})`, zh: `${said.zh}（${given.zh}）` };
  }
  const demand = { en: worded(source, 'en', figures), zh: worded(source, 'zh', figures) };
  const found = check.kind === 'comparison' ? sides(check, ids, figures) : listed(ids, figures);
  return {
    en: `Expected ${demand.en}, found ${found.en}; correct the figure that is wrong`,
    zh: `应满足“${demand.zh}”，实际为${found.zh}；请改正有误的数字`,
  };
}

/** The figure as its author writes it, with its unit. */
export function written({ written: value, hasPercentAfter, unit }: GivenValue): string {
  const text = shown(value);
  if (hasPercentAfter) return /[%％]$/.test(text) ? text : `${text}%`;
  if (unit === undefined || /[%％]$/.test(text)) return text;
  return /\p{Script=Han}|^.{1,2}$/u.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
}

/** A template's message may end as a sentence; what was found is still part of it. */
function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[.。；;]+$/, '');
}

function labelOf(id: string, { standingOf }: Figures): Message {
  return standingOf(id).definition?.label ?? { en: id, zh: id };
}

function writtenOf(id: string, { standingOf }: Figures): string {
  const [value] = standingOf(id).values;
  return value === undefined ? '' : written(value);
}

/** At most so many figures; a sum of more can be looked up in the report. */
const longestList = 6;

function listed(ids: readonly string[], figures: Figures): Message {
  const some = ids.slice(0, longestList);
  const isCut = ids.length > some.length;
  const each = (language: 'en' | 'zh'): string[] =>
    some.map((id) => {
      const label = shown(labelOf(id, figures)[language]);
      return language === 'en' ? `${label}: ${writtenOf(id, figures)}` : `${label}${writtenOf(id, figures)}`;
    });
  return {
    en: [...each('en'), ...(isCut ? ['…'] : [])].join(', '),
    zh: `${each('zh').join('，')}${isCut ? '……' : ''}`,
  };
}

const idsAndStrings = /"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*|[<>!]=/gu;
const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '!=': '≠' };

/** The expression with labels for ids. */
function worded(source: string, language: 'en' | 'zh', figures: Figures): string {
  const text = source.replace(idsAndStrings, (word) => {
    const sign = signs[word];
    if (sign !== undefined) return sign;
    return figures.standingOf(word).definition?.label[language] ?? word;
  });
  return text.replace(/\s+/g, ' ').trim();
}

/** Both sides of the comparison: a metric as it is written, anything else worked out. */
function sides(
  { left, right }: Extract<Condition, { readonly kind: 'comparison' }>,
  ids: readonly string[],
  figures: Figures,
): Message {
  const isShare = [left, right].some((side) => side.kind === 'metric' && isPercent(side.id, figures));
  const of = (side: Quantity): Message => {
    if (side.kind === 'metric') return same(writtenOf(side.id, figures));
    const amount = evaluate(side, ids, figures.amountOf);
    if (amount === undefined) return same('?');
    const middle = (amount.low + amount.high) / 2;
    const number = isShare ? `${rounded(middle * 100)}%` : rounded(middle);
    return amount.low === amount.high && Number(middle.toPrecision(6)) === middle
      ? same(number)
      : { en: `about ${number}`, zh: `约${number}` };
  };
  const [first, second] = [of(left), of(right)];
  return { en: `${first.en} and ${second.en}`, zh: `${first.zh}和${second.zh}` };
}

function same(text: string): Message {
  return { en: text, zh: text };
}

function rounded(value: number): string {
  return String(Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(4)));
}

function isPercent(id: string, { standingOf }: Figures): boolean {
  const { definition, values } = standingOf(id);
  return definition?.type === 'percent' || values[0]?.value.endsWith('%') === true;
}
