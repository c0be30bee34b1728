/** Keys of the front matter, template ids after `report:` and the two values of `status:`. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Message } from '../../base/message';
import { touches } from '../../base/span';
import type { FeatureContext } from '../feature';
import { replaceAround, type Place } from './place';

/** Undefined where the place is not in the front matter. */
export function completeFrontMatter(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const body = frontMatterBody(place);
  if (body === undefined) return undefined;
  const value = /^(report|status):( *)(\S*)$/.exec(place.before);
  if (value !== null) return completeValue(place, value[1] ?? '', `${value[2] ?? ''}${value[3] ?? ''}`, ctx);
  return /^[a-z]*$/.test(place.before) ? completeKey(place, body, ctx) : [];
}

/** The YAML, also while its closing fence is not typed yet. */
function frontMatterBody({ snapshot, offset, before }: Place): string | undefined {
  const { text, report } = snapshot;
  const bodySpan = report.frontMatter?.bodySpan;
  if (bodySpan !== undefined) {
    return touches(bodySpan, offset) && !before.startsWith('---')
      ? text.slice(bodySpan.start, bodySpan.end)
      : undefined;
  }
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined || offset < opening.length) return undefined;
  const body = text.slice(opening.length, offset);
  // A blank line or a heading ends what can be front matter that is still being written.
  return /\r?\n[ \t]*\r?\n|^#|\n#|^---|\n---/.test(body) ? undefined : body;
}

const keys: readonly { readonly key: string; readonly about: Message }[] = [
  { key: 'report', about: { en: 'The template of this report', zh: '本报告所用的模板' } },
  { key: 'title', about: { en: 'The title of this report', zh: '报告标题' } },
  { key: 'period', about: { en: 'The period: 2022, 2022-Q3 or 2022-06', zh: '报告期：2022、2022-Q3 或 2022-06' } },
  { key: 'org', about: { en: 'The body that reports', zh: '报告单位' } },
  { key: 'status', about: { en: 'draft, or final', zh: '状态：draft（草稿）或 final（定稿）' } },
  { key: 'rules', about: { en: 'Severity by rule', zh: '各条规则的严重程度' } },
];

const statuses: readonly { readonly value: string; readonly about: Message }[] = [
  { value: 'draft', about: { en: 'Blanks are allowed', zh: '草稿：允许有待填内容' } },
  { value: 'final', about: { en: 'Anything unfilled is an error', zh: '定稿：未填内容按错误报告' } },
];

const propertyKind = 10;
const moduleKind = 9;
const memberKind = 20;

function completeKey(place: Place, body: string, ctx: FeatureContext): CompletionItem[] {
  const rest = /^[a-z]*:? ?/.exec(place.after)?.[0] ?? '';
  return keys
    .filter(
      ({ key }) => !new RegExp(`^${key}:`, 'm').test(body) || `${place.before}${place.after}`.startsWith(`${key}:`),
    )
    .map(({ key, about }) => ({
      label: key,
      kind: propertyKind,
      detail: ctx.say(about),
      textEdit: replaceAround(place, place.before.length, rest.length, `${key}: `),
    }));
}

function completeValue(place: Place, key: string, typed: string, ctx: FeatureContext): CompletionItem[] {
  const spaces = /^ */.exec(typed)?.[0] ?? '';
  const item = (value: string, detail: string, kind: CompletionItem['kind']): CompletionItem => ({
    label: value,
    kind,
    detail,
    filterText: `${spaces}${value} ${detail}`,
    textEdit: replaceAround(place, typed.length, place.after.trimEnd().length, ` ${value}`),
  });
  if (key === 'status') return statuses.map(({ value, about }) => item(value, ctx.say(about), memberKind));
  return ctx.templates.map(({ id, title }) => item(id, ctx.say(title), moduleKind));
}
