/** Completion in tags: metric ids after `<<` (or `《《`, as a Chinese input method writes it), and values behind the colon. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { dataValue } from '../../analysis/filling';
import type { Message } from '../../base/message';
import { maskOf } from '../../rules/support/blank';
import type { FeatureContext } from '../feature';
import { metricsAt, type Candidate } from './metrics';
import { kinds, replacing, sortKey, type Place } from './place';
import { escapeSnippet } from './snippet';
import { completeValue } from './value';

/** Undefined where the place is not in a tag. */
export function completeTag(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const value = /(<<|《《)([\p{L}\p{N}_.-]+)([:：])([^<>《》]*)$/u.exec(place.before);
  if (value !== null) {
    const [, opener = '', id = '', colon = '', typed = ''] = value;
    return completeValue(place, { opener, id, colon, typed }, ctx);
  }
  const id = /(<<|《《)([\p{L}\p{N}_.-]*)$/u.exec(place.before);
  return id === null ? undefined : completeId(place, id[1] ?? '', id[2] ?? '', ctx);
}

function completeId(place: Place, opener: string, typed: string, ctx: FeatureContext): CompletionItem[] {
  const rest = /^([\p{L}\p{N}_.-]*)([:：])?/u.exec(place.after);
  const restOfId = rest?.[1] ?? '';
  const hasValue = rest?.[2] !== undefined;
  const closer = hasValue ? '' : (/^(?:>>|》》|>|》)/.exec(place.after.slice(restOfId.length))?.[0] ?? '');
  const back = opener.length + typed.length;
  const ahead = restOfId.length + closer.length;
  const after = place.after.slice(ahead, ahead + 2);
  const candidates = shortened(metricsAt(place, place.offset - back, ctx), typed);
  const likeliest = candidates.find(({ fits, group }) => fits && group < 2);
  const edit = replacing(place, back, ahead);
  return candidates.map((candidate, index): CompletionItem => {
    const { id, definition, group } = candidate;
    const { tail, isSnippet } = hasValue ? { tail: '', isSnippet: false } : tailOf(place, candidate, after, ctx);
    const head = isSnippet ? escapeSnippet(id) : id;
    const label = definition === undefined ? undefined : ctx.say(definition.label);
    const names = definition === undefined ? [] : [definition.label.zh, definition.label.en];
    const value = valueShown(place, candidate, after, ctx);
    return {
      label: id,
      kind: kinds.reference,
      labelDetails: {
        ...(label === undefined ? {} : { detail: ` ${label}` }),
        description: value ?? definition?.unit ?? '',
      },
      detail: [label, definition?.unit, value].filter((part) => part !== undefined && part !== '').join(' · '),
      // The opener comes first so that a word from the midst of a label is found too: editors want the first sign to match.
      filterText: `${opener}${id}${names.map((name) => ` ${name}`).join('')}`,
      sortText: sortKey(group, index),
      ...(candidate === likeliest ? { preselect: true } : {}),
      insertTextFormat: isSnippet ? 2 : 1,
      // A full-width opener is put right along with the id, and so is a closer that the editor added to it.
      textEdit: edit(`<<${head}${tail}`),
      data: { metric: id },
    };
  });
}

/** A list that an editor can take: where there are more, those that fit what is typed come first, and it asks again at the next key. */
function shortened(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  if (candidates.length <= mostItems) return candidates;
  const begun = candidates.filter(({ id }) => id.startsWith(typed));
  const holding = candidates.filter(({ id, definition }) =>
    [id, definition?.label.zh, definition?.label.en].some((name) => name?.includes(typed)),
  );
  return [...new Set([...begun, ...holding, ...candidates])].slice(0, mostItems);
}

/** A list of so many may not be all. */
export const mostItems = 200;

/** What follows the id: a known value is repeated, one that the data know is written out, any other is a blank. */
function tailOf(
  { snapshot }: Place,
  { id, definition, given }: Candidate,
  after: string,
  ctx: FeatureContext,
): { readonly tail: string; readonly isSnippet: boolean } {
  if (given !== undefined) return { tail: '>>', isSnippet: false };
  const language = snapshot.template?.language ?? ctx.language;
  const blank = definition === undefined ? '**' : maskOf(definition, language);
  const value = dataValue(snapshot.bound, definition, id, after) ?? blank;
  return ctx.client.snippets
    ? { tail: `:\${1:${escapeSnippet(value)}}>>`, isSnippet: true }
    : { tail: `:${value}>>`, isSnippet: false };
}

/** The value here, else in the data, else of last period. */
function valueShown(
  { snapshot: { bound } }: Place,
  { id, definition, given }: Candidate,
  after: string,
  ctx: FeatureContext,
): string | undefined {
  if (given !== undefined) return `= ${given.written}`;
  const figure = dataValue(bound, definition, id, after);
  if (figure !== undefined) return ctx.say(inData(figure));
  const previous = bound?.previousOf(id);
  return previous === undefined ? undefined : ctx.say(lastPeriod(previous.written));
}

function inData(value: string): Message {
  return { en: `data: ${value}`, zh: `数据：${value}` };
}

function lastPeriod(value: string): Message {
  return { en: `last period: ${value}`, zh: `上期：${value}` };
}
