/** Types into a report as a person does: at seeded places of every kind, one character at a time, with corrections and new lines. */
import type { Random } from '../random';
import type { Change } from './session';

export type Kind = 'paragraph' | 'tag value' | 'heading' | 'list item' | 'table cell' | 'deletion' | 'Enter' | 'join';

export interface Key {
  readonly kind: Kind;
  readonly change: Change;
}

export interface Typist {
  /** Types the next key; the text is then what `text` says. */
  next(): Key;
  text(): string;
  /** Changes the text at a place of the caller's choosing. */
  put(line: number, from: number, to: number, inserted: string): Change;
  /** The start of a paragraph, at random. */
  paragraph(): number;
}

export function createTypist(initial: string, random: Random): Typist {
  const lines = initial.split('\n');
  const queue: (() => Key)[] = [];
  let session = 0;
  let kept: string | undefined = initial;

  const put = (line: number, from: number, to: number, inserted: string): Change => {
    const old = lines[line] ?? '';
    lines[line] = old.slice(0, from) + inserted + old.slice(to);
    kept = undefined;
    return { range: { start: { line, character: from }, end: { line, character: to } }, text: inserted };
  };
  const split = (line: number, at: number): Change => {
    const old = lines[line] ?? '';
    lines.splice(line, 1, old.slice(0, at), old.slice(at));
    kept = undefined;
    const place = { line, character: at };
    return { range: { start: place, end: place }, text: '\n' };
  };
  const join = (line: number): Change => {
    const [first = '', second = ''] = lines.slice(line, line + 2);
    lines.splice(line, 2, first + second);
    kept = undefined;
    return {
      range: { start: { line, character: first.length }, end: { line: line + 1, character: 0 } },
      text: '',
    };
  };
  /** The first line of a kind from a random one on. */
  const find = (pattern: RegExp): number => {
    const start = random.below(lines.length);
    for (let step = 0; step < lines.length; step++) {
      const line = (start + step) % lines.length;
      if (pattern.test(lines[line] ?? '')) return line;
    }
    throw new Error(`The report has no line like ${pattern}.`);
  };
  /** Types four characters, and takes two of them back. */
  const write = (kind: Kind, line: number, at: number): void => {
    for (let step = 0; step < 4; step++)
      queue.push(() => ({ kind, change: put(line, at + step, at + step, random.pick(characters)) }));
    for (let step = 3; step > 1; step--)
      queue.push(() => ({ kind: 'deletion', change: put(line, at + step, at + step + 1, '') }));
  };
  /** Fills a value over what is there, and puts that back, so that the report keeps its blanks. */
  const fill = (): void => {
    const line = find(patterns.tagged);
    const tag = patterns.tagged.exec(lines[line] ?? '');
    const [whole = '', head = '', value = ''] = tag ?? [];
    const from = (tag?.index ?? 0) + head.length;
    const digits = String(1000 + random.below(9000));
    queue.push(() => ({ kind: 'tag value', change: put(line, from, from + value.length, digits.slice(0, 1)) }));
    for (let at = 1; at < digits.length; at++)
      queue.push(() => ({ kind: 'tag value', change: put(line, from + at, from + at, digits.slice(at, at + 1)) }));
    queue.push(() => ({ kind: 'deletion', change: put(line, from, from + digits.length, value) }));
    if (whole === '') throw new Error('The report has no tags.');
  };
  const enter = (): void => {
    const line = find(patterns.text);
    const at = placeIn(lines[line] ?? '', random);
    queue.push(() => ({ kind: 'Enter', change: split(line, at) }));
    queue.push(() => ({ kind: 'Enter', change: split(line + 1, 0) }));
    queue.push(() => ({ kind: 'join', change: join(line) }));
    queue.push(() => ({ kind: 'join', change: join(line) }));
  };
  const into = (kind: Kind, pattern: RegExp): void => {
    const line = find(pattern);
    write(kind, line, placeIn(lines[line] ?? '', random));
  };
  const sessions = [
    () => into('paragraph', patterns.text),
    fill,
    () => into('heading', /^#{2,3} /),
    () => into('list item', /^(?:- |\d\. )/),
    enter,
    () => into('paragraph', patterns.text),
    () => into('table cell', /^\| [^-指]/),
  ];

  return {
    next() {
      if (queue.length === 0) sessions[session++ % sessions.length]?.();
      return (queue.shift() as () => Key)();
    },
    text: () => (kept ??= lines.join('\n')),
    put,
    paragraph: () => find(patterns.text),
  };
}

const characters = [...'的一了是和在与人为中年部门工作情况'];

const patterns = {
  text: /^[\u4e00-\u9fff].{40}/,
  tagged: /(<<m-\d+:)([^<>]+)>>/,
};

/** Between two Chinese characters, so that no word, tag or mask is torn. */
function placeIn(line: string, random: Random): number {
  const start = random.below(line.length);
  for (let step = 0; step < line.length; step++) {
    const at = (start + step) % line.length;
    if (/^[\u4e00-\u9fff]{2}/.test(line.slice(at, at + 2))) return at + 1;
  }
  return line.length;
}
