/** Tags whose value is still masked: three rules report them, by what is missing. */
import { dataValue } from '../../analysis/filling';
import type { Standing } from '../../analysis/standings';
import type { Message } from '../../base/message';
import type { Fix } from '../../base/problem';
import type { Span } from '../../base/span';
import type { TagFact } from '../../report/facts';
import { blankKindNames } from '../../report/types';
import type { BlankKind } from '../../syntax/types';
import type { MetricContext } from '../rule';
import { expectedValue } from './expectation';
import { metricName, shown } from './wording';

/** Reports a masked tag where what it lacks is of this kind. In a final report every blank is an error. */
export function checkUnfilled(kind: BlankKind, use: TagFact, standing: Standing, ctx: MetricContext): void {
  if (use.state !== 'masked' || kindOf(use, standing) !== kind) return;
  const { isFinal, report, bound, text } = ctx;
  const given = standing.values.length === 1 ? standing.values[0]?.written : undefined;
  const after = text.slice(use.span.end, use.span.end + 2);
  const data = given === undefined ? dataValue(bound, standing.definition, use.id, after) : undefined;
  const known = given ?? data;
  report({
    span: use.span,
    message: describe(use, standing, { kind, isFinal, known: given, data }),
    ...(isFinal ? { severity: 'error' } : {}),
    fixes: ({ place }) =>
      known === undefined || use.valueSpan === undefined ? [] : [copyFix(place(use.valueSpan), known)],
  });
}

/** The template's word goes before that of the text around; what it calls a text may be a name. */
function kindOf(use: TagFact, { definition }: Standing): BlankKind {
  const type = definition?.type;
  if (type === undefined) return use.kind;
  return type === 'date' ? 'date' : type === 'text' && use.kind === 'name' ? 'name' : 'figure';
}

interface Blank {
  readonly kind: BlankKind;
  readonly isFinal: boolean;
  /** The value that other tags give. */
  readonly known: string | undefined;
  /** The one that the data give, where no tag does. */
  readonly data: string | undefined;
}

function describe(use: TagFact, { id, definition }: Standing, { kind, isFinal, known, data }: Blank): Message {
  const name = metricName(id, definition);
  const expected = expectedValue(use, definition);
  const what = definition?.type === 'text' ? { en: 'text', zh: '文字' } : blankKindNames[kind];
  const norm = isFinal
    ? { en: ', and a final report has no blanks', zh: '，而定稿中不应有待填处' }
    : { en: '', zh: '' };
  const write = { en: `write ${expected.en}`, zh: `请填入${expected.zh}` };
  const todo = known !== undefined ? copyRemedy(known) : data !== undefined ? dataRemedy(data) : write;
  return {
    en: `The ${what.en} ${name.en} is not filled in${norm.en}; ${todo.en}`,
    zh: `${what.zh}${name.zh}尚未填写${norm.zh}；${todo.zh}`,
  };
}

function copyRemedy(known: string): Message {
  const value = shown(known);
  return {
    en: `another tag gives ${value}, write the same here`,
    zh: `另一处已填“${value}”，请在此处填入相同的值`,
  };
}

function dataRemedy(data: string): Message {
  const value = shown(data);
  return { en: `the data give ${value}, fill it in`, zh: `数据文件中为“${value}”，请填入` };
}

function copyFix(span: Span, value: string): Fix {
  const quoted = shown(value);
  return { title: { en: `Fill in ${quoted}`, zh: `填入“${quoted}”` }, changes: [{ span, newText: value }] };
}
