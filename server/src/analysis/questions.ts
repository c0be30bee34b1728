/** What is still to be asked to fill a report's blanks, and of whom. */
import type { Message } from '../base/message';
import type { Span } from '../base/span';
import type { Blank, Report } from '../report/types';
import type { MetricTemplate } from '../template/types';
import { ownerOf } from './shares';
import type { Analysis } from './types';

export interface Question {
  /** Undefined where neither the template nor a data file names one. */
  readonly owner: string | undefined;
  /** Undefined for an untagged mask, whose answer has no tag to go to. */
  readonly id: string | undefined;
  readonly question: Message;
  /** The sentence in which the blank stands, in brackets; tags replaced by their values. */
  readonly sentence: string;
  /** Of the blank. */
  readonly offset: number;
  readonly due: string | undefined;
  readonly unit: string | undefined;
}

/** One question for each metric that no tag gives a value, and for each untagged mask; in the order of the text. */
export function questionsOf(analysis: Analysis): readonly Question[] {
  const { report, bindings } = analysis;
  const asked = new Set<string>();
  return report.blanks.flatMap((blank): Question[] => {
    const { metric: id } = blank;
    if (id !== undefined && (asked.has(id) || (bindings.get(id)?.values.size ?? 0) > 0)) return [];
    if (id !== undefined) asked.add(id);
    return [questionAt(analysis, blank)];
  });
}

/** What is asked about one blank, whether its metric has a value elsewhere or not. */
export function questionAt(analysis: Analysis, blank: Blank): Question {
  const { metric: id, span, unit: written } = blank;
  const definition = analysis.template?.metrics.find((metric) => metric.id === id);
  const sentence = sentenceAt(analysis.report, span);
  const unit = written ?? definition?.unit;
  const name = definition?.label ?? nameOf(id, sentence);
  const question = definition?.question ?? madeQuestion(name, unit, kindOf(blank, definition));
  const owner = id === undefined ? undefined : ownerOf(id, analysis);
  return { owner, id, question, sentence, offset: span.start, due: definition?.due, unit };
}

/** In the order in which the owners first come; what has none is last. */
export function byOwner<T extends { readonly owner: string | undefined }>(
  questions: readonly T[],
): ReadonlyMap<string | undefined, readonly T[]> {
  const owners = [...new Set(questions.map(({ owner }) => owner))];
  const ordered = [...owners.filter((owner) => owner !== undefined), ...owners.filter((owner) => owner === undefined)];
  return new Map(ordered.map((owner) => [owner, questions.filter((each) => each.owner === owner)]));
}

type Kind = 'figure' | 'date' | 'text';

function kindOf({ kind }: Blank, definition: MetricTemplate | undefined): Kind {
  if (definition !== undefined)
    return definition.type === 'date' || definition.type === 'text' ? definition.type : 'figure';
  return kind === 'name' ? 'text' : kind;
}

function madeQuestion(name: Message, unit: string | undefined, kind: Kind): Message {
  const enUnit = unit === undefined ? '' : ` (${unit})`;
  const zhUnit = unit === undefined ? '' : `（单位：${unit}）`;
  switch (kind) {
    case 'figure':
      return { en: `How much is "${name.en}"${enUnit}?`, zh: `“${name.zh}”是多少${zhUnit}？` };
    case 'date':
      return { en: `Which date is "${name.en}"?`, zh: `“${name.zh}”是哪一天？` };
    case 'text':
      return { en: `What is "${name.en}"?`, zh: `“${name.zh}”是什么？` };
  }
}

/** A metric of the author's own goes by its id, a mask by its sentence. */
function nameOf(id: string | undefined, sentence: string): Message {
  const name = id ?? (sentence.length > 40 ? `${sentence.slice(0, 39)}…` : sentence);
  return { en: name, zh: name };
}

/** Longer ones are cut on both sides. */
const longestSentence = 200;

/** The blank stands in brackets, for a sentence may have several. */
function sentenceAt({ text }: Report, { start, end }: Span): string {
  const from = Math.max(0, start - longestSentence);
  const before = text.slice(from + lastEnd(text.slice(from, start)), start);
  const behind = text.slice(end, end + longestSentence);
  const stop = /[。！？!?；;]|\.(?=\s)|\r|\n|\|/.exec(behind);
  const after = stop === null ? behind : behind.slice(0, stop.index + (/[\r\n|]/.test(stop[0]) ? 0 : 1));
  const blank = text.slice(start, end).trim();
  return `${withoutTags(`${before}[${blank === '' ? ' ' : blank}]${after}`)}`.replace(/^[\s>#|+-]+|[\s|]+$/g, '');
}

/** Behind the last sign that ends a sentence, a line or a cell. */
function lastEnd(before: string): number {
  const last = [...before.matchAll(/[。！？!?；;\r\n|]|\.\s/g)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function withoutTags(text: string): string {
  return text.replace(/<<[^<>:：]*[:：]([^<>]*)>>/g, '$1').replace(/<<([^<>]*)>>/g, '$1');
}
