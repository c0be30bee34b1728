/** Values behind `<<id:`: those that the report, its data and last period's report give, and blanks. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { dataValue } from '../../analysis/filling';
import type { Message } from '../../base/message';
import { touches } from '../../base/span';
import { maskOf } from '../../rules/support/blank';
import { fileName } from '../../rules/support/files';
import type { Snapshot } from '../../workspace/snapshot';
import { enoughBlocks, tagsOf } from '../../workspace/tags';
import type { FeatureContext } from '../feature';
import { kinds, replacing, sortKey, type Place } from './place';
import { escapeSnippet } from './snippet';

/** The tag as it is typed so far, in its parts. */
export interface TypedTag {
  readonly opener: string;
  readonly id: string;
  readonly colon: string;
  readonly typed: string;
}

interface Offer {
  readonly value: string;
  readonly about: Message;
  /** Whether it is still to be filled, so that it is selected. */
  readonly isBlank: boolean;
}

export function completeValue(place: Place, tag: TypedTag, ctx: FeatureContext): CompletionItem[] {
  const { opener, id, colon, typed } = tag;
  const rest = /^([^<>《》]*?)(?:>>|》》)/.exec(place.after);
  const ahead = rest?.[0].length ?? 0;
  // Only a tag of an input method is written anew as a whole.
  const isFullWidth = opener === '《《' || colon === '：';
  const frame = isFullWidth ? `${opener}${id}${colon}` : '';
  const head = isFullWidth ? `<<${id}:` : '';
  const edit = replacing(place, frame.length + typed.length, ahead);
  return offersFor(place, tag, place.after.slice(ahead), ctx).map(({ value, about, isBlank }, index) => {
    const isSnippet = isBlank && ctx.client.snippets;
    const text = isSnippet ? `${escapeSnippet(head)}\${1:${escapeSnippet(value)}}>>` : `${head}${value}>>`;
    return {
      label: value,
      kind: isBlank ? kinds.text : kinds.value,
      detail: ctx.say(about),
      filterText: frame + widthOf(typed)(value),
      sortText: sortKey(0, index),
      insertTextFormat: isSnippet ? 2 : 1,
      textEdit: edit(text),
      data: { metric: id },
    };
  });
}

/** The likeliest first, each value once. */
function offersFor(place: Place, { id }: TypedTag, after: string, ctx: FeatureContext): readonly Offer[] {
  const { snapshot, offset } = place;
  const { bound, template, parse } = snapshot;
  const definition = template?.metrics.find((metric) => metric.id === id);
  const offers: Offer[] = [];
  for (const { value, start } of givenElsewhere(snapshot, id, offset)) {
    offers.push({ value, about: givenInLine(parse.lines.positionAt(start).line + 1), isBlank: false });
  }
  const figure = dataValue(bound, definition, id, after);
  const place_ = bound?.figureOf(id, definition)?.place;
  if (figure !== undefined && place_ !== undefined) {
    const cell = place_.kind === 'cell' ? ` ${place_.sheet}!${place_.cell}` : '';
    offers.push({ value: figure, about: fromData(fileName(place_.uri) + cell), isBlank: false });
  }
  const previous = bound?.previousOf(id);
  if (previous !== undefined) offers.push({ value: previous.written, about: ofLastPeriod, isBlank: false });
  const language = template?.language ?? ctx.language;
  if (definition !== undefined) offers.push({ value: maskOf(definition, language), about: blank, isBlank: true });
  else offers.push({ value: '**', about: blank, isBlank: true });
  offers.push({ value: language === 'zh' ? '待填' : 'TBD', about: placeholder, isBlank: true });
  const seen = new Map<string, Offer>();
  for (const offer of offers) if (!seen.has(offer.value)) seen.set(offer.value, offer);
  return [...seen.values()];
}

/** The different values of other tags of the id, in order, each where it is first given. */
function givenElsewhere(
  snapshot: Snapshot,
  id: string,
  offset: number,
): readonly { readonly value: string; readonly start: number }[] {
  const all = snapshot.known.standings.of(id).values.length;
  const found = new Map<string, number>();
  if (all === 0) return [];
  for (const { state, value, span } of tagsOf(snapshot, id, enoughBlocks)) {
    if (state !== 'filled' || value === undefined || found.has(value) || touches(span, offset)) continue;
    found.set(value, span.start);
    if (found.size >= all) break;
  }
  return [...found].map(([value, start]) => ({ value, start }));
}

/** Writes digits as they are being typed, so that the editor still finds the value. */
function widthOf(typed: string): (value: string) => string {
  if (!/[０-９]/.test(typed)) return (value) => value;
  return (value) => value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function givenInLine(line: number): Message {
  return { en: `given in line ${line}`, zh: `第 ${line} 行已填` };
}

function fromData(origin: string): Message {
  return { en: `data: ${origin}`, zh: `数据：${origin}` };
}

const ofLastPeriod: Message = { en: 'last period', zh: '上期' };
const blank: Message = { en: 'blank of the usual width', zh: '待填，按通常位数' };
const placeholder: Message = { en: 'blank', zh: '待填' };
