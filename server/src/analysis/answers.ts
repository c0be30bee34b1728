/** Answers to questions, written into the blanks of a report. */
import type { Message } from '../base/message';
import type { TextChange } from '../base/problem';
import { closest, didYouMean } from '../base/suggest';
import type { MetricUse } from '../report/types';
import { isMaskedValue } from '../syntax/mask/value';
import { metricTypeNames } from '../template/types';
import type { Analysis } from './types';
import { fitsType, normaliseValue } from './value';

export interface Answer {
  readonly id: string;
  /** As a person wrote it; a mask or nothing stands for no answer. */
  readonly value: string;
}

export interface Filling {
  /** One inside each tag that is filled in, in order; all else stays as it is. */
  readonly changes: readonly TextChange[];
  /** The ids whose blanks are filled. */
  readonly filled: readonly string[];
  /** Why an answer was not used. */
  readonly refused: readonly { readonly answer: Answer; readonly reason: Message }[];
}

export function fillAnswers(answers: readonly Answer[], analysis: Analysis): Filling {
  const values = new Map<string, string>();
  const refused: { readonly answer: Answer; readonly reason: Message }[] = [];
  for (const answer of answers) {
    if (isMaskedValue(answer.value.trim())) continue;
    const value = asAuthor(answer, analysis);
    const reason = reasonAgainst({ id: answer.id, value }, values.get(answer.id), analysis);
    if (reason === undefined) values.set(answer.id, value);
    else if (reason !== 'same') refused.push({ answer, reason });
  }
  const changes = analysis.report.metrics.flatMap((use): readonly TextChange[] => {
    const value = values.get(use.id);
    if (value === undefined || use.state !== 'masked' || use.valueSpan === undefined) return [];
    return [{ span: use.valueSpan, newText: asWritten(value, use, analysis) }];
  });
  return { changes, filled: [...values.keys()], refused };
}

/** A date as `2024-12-03`, which is what spreadsheets make of one, in the form of the blank, or of the value that is there. */
function asAuthor({ id, value }: Answer, { report, bindings }: Analysis): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value.trim()) ?? [];
  const place = bindings.get(id)?.uses.find(({ valueSpan }) => valueSpan !== undefined)?.valueSpan;
  const form = place === undefined ? '' : report.text.slice(place.start, place.end);
  if (year === undefined || month === undefined || !/年.*月/.test(form)) return value.trim();
  if (/日/.test(form) !== (day !== undefined)) return value.trim();
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

function reasonAgainst(
  { id, value }: Answer,
  earlier: string | undefined,
  { report, bindings, template }: Analysis,
): Message | 'same' | undefined {
  const binding = bindings.get(id);
  if (binding === undefined) {
    const meant = didYouMean(closest(id, bindings.keys()));
    return { en: `no tag has this id${meant.en}`, zh: `没有此标识的标签${meant.zh}` };
  }
  const given = [...binding.values.values()].map((use) => use.value ?? '');
  const known = earlier ?? given[0];
  if (known !== undefined) {
    const isSame = normaliseValue(known) === normaliseValue(value);
    return isSame ? 'same' : { en: `it has the value ${known} already`, zh: `已有数值 ${known}` };
  }
  if (/[<>|`\\\r\n\u0000-\u001f]/.test(value)) {
    return { en: 'a tag cannot hold such signs', zh: '标签中不能有这些符号' };
  }
  const blank = binding.uses.find((use) => use.state === 'masked');
  if (blank === undefined) return { en: 'its tags have no blank', zh: '其标签没有空缺' };
  const definition = template?.metrics.find((metric) => metric.id === id);
  if (definition === undefined || fitsType(withoutUnit(value, blank, report.text), definition.type)) return undefined;
  const type = metricTypeNames[definition.type];
  return { en: `"${value}" is no ${type.en}`, zh: `“${value}”不是${type.zh}` };
}

function asWritten(value: string, use: MetricUse, { report }: Analysis): string {
  return withoutUnit(value, use, report.text);
}

/** A unit or percent sign that stands behind the tag already is not written twice. */
function withoutUnit(value: string, { unit, span }: MetricUse, text: string): string {
  if (/^ ?[%％]/.test(text.slice(span.end, span.end + 2))) return value.replace(/ ?[%％]$/, '');
  if (unit === undefined || !value.endsWith(unit) || !text.slice(span.end).trimStart().startsWith(unit)) return value;
  const bare = value.slice(0, -unit.length).trim();
  return /\d$/.test(bare.normalize('NFKC')) ? bare : value;
}
