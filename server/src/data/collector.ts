/** Gathers the figures of one file and what is wrong with it. */
import type { Message } from '../base/message';
import type { Problem } from '../base/problem';
import { span } from '../base/span';
import { labelKey, placeName } from './types';
import type { Figure, FigurePlace, Figures } from './types';
import { shortened } from './value';

export interface Collector {
  readonly uri: string;
  /** A fault; its message is one sentence, and the cell is put before it where the place is one. */
  report(place: FigurePlace, message: Message): void;
  /** Keeps a figure by its id or its label. A second one of the same name is a fault. */
  add(figure: Figure): void;
  finish(): Figures;
}

/** Nobody reads more; a file of another kind would give one for each of its lines. */
const maxProblems = 100;

const more: Message = {
  en: `There are more faults than the first ${maxProblems}; correct these to see the rest.`,
  zh: `问题超过 ${maxProblems} 个，其余未列出，请先改正前面的。`,
};

export function createCollector(uri: string, text: string | undefined): Collector {
  const byId = new Map<string, Figure>();
  const byLabel = new Map<string, Figure>();
  const problems: Problem[] = [];
  return {
    uri,
    report(place, message) {
      if (problems.length > maxProblems) return;
      problems.push(problemAt(place, problems.length === maxProblems ? more : message));
    },
    add(figure) {
      const [figures, key] = figure.id === undefined ? [byLabel, labelKey(figure.label ?? '')] : [byId, figure.id];
      const earlier = figures.get(key);
      if (earlier === undefined) figures.set(key, figure);
      else this.report(figure.named, figure.id === undefined ? doubledLabel(figure) : doubledId(figure.id, earlier));
    },
    finish: () => ({ uri, byId, byLabel, problems, text }),
  };
}

/** A file of which nothing can be read. */
export function unreadable(uri: string, message: Message, text?: string): Figures {
  const problem = { code: 'invalid-data', span: span(0, firstLineEnd(text ?? '')), message };
  return { uri, byId: new Map(), byLabel: new Map(), problems: [problem], text };
}

export function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function problemAt(place: FigurePlace, message: Message): Problem {
  if (place.kind === 'text') return { code: 'invalid-data', span: place.span, message };
  const name = placeName(place);
  return {
    code: 'invalid-data',
    span: span(0, 0),
    message: { en: `${name}: ${message.en}`, zh: `${name}：${message.zh}` },
  };
}

function doubledId(id: string, earlier: Figure): Message {
  const where = placeName(earlier.place);
  return {
    en: `The id "${shortened(id)}" is given${where === '' ? ' before' : ` at ${where}`} too, and only that one is read; remove one or choose another id.`,
    zh: `标识“${shortened(id)}”${where === '' ? '前面' : `在 ${where} `}已用过，只采用那一个，请删去一个或另取标识。`,
  };
}

function doubledLabel({ label = '' }: Figure): Message {
  return {
    en: `The label "${shortened(label)}" is given before too, and only that one is read; give each an id or remove one.`,
    zh: `指标“${shortened(label)}”前面已出现过，只采用那一个，请分别加上标识或删去一个。`,
  };
}
