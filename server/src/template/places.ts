/** Where a template file speaks of metrics and sections by their ids, for going there and for renaming. */
import { isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import { memoised } from '../base/lazy';
import { span, type Span } from '../base/span';
import { isDeepYaml } from '../base/yamlDepth';
import { placesOfIds } from './expression';

export interface NamedPlace {
  readonly id: string;
  /** Of the id alone, without quotes. */
  readonly span: Span;
  readonly isDefinition: boolean;
}

export interface TemplatePlaces {
  readonly id: NamedPlace | undefined;
  /** The id of the template that it extends. */
  readonly base: NamedPlace | undefined;
  /** Definitions, lists of sections, relations, tags in bodies, and what is left out of the base. In the order of the text. */
  readonly metrics: readonly NamedPlace[];
  readonly sections: readonly NamedPlace[];
}

/** Reads what it can of any text; the object is the key under which the answer is kept. */
export const placesIn = memoised(({ text }: { readonly text: string }): TemplatePlaces => read(text));

const nothing: TemplatePlaces = { id: undefined, base: undefined, metrics: [], sections: [] };

function read(text: string): TemplatePlaces {
  if (isDeepYaml(text)) return nothing;
  const root = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' }).contents;
  if (!isMap(root)) return nothing;
  const metrics: NamedPlace[] = [];
  const sections: NamedPlace[] = [];
  for (const item of items(root, 'metrics')) {
    const place = isMap(item) ? scalar(text, valueOf(item, 'id'), true) : undefined;
    if (place !== undefined) metrics.push(place);
  }
  const visit = (parent: YAMLMap, depth: number): void => {
    for (const item of items(parent, 'sections')) {
      if (!isMap(item) || depth > deepest) continue;
      const place = scalar(text, valueOf(item, 'id'), true);
      if (place !== undefined) sections.push(place);
      for (const each of items(item, 'metrics')) push(metrics, scalar(text, each, false));
      metrics.push(...tagsIn(text, valueOf(item, 'body')));
      visit(item, depth + 1);
    }
  };
  visit(root, 0);
  for (const item of items(root, 'relations')) {
    const conditions = isMap(item) ? [valueOf(item, 'check'), valueOf(item, 'when')] : [item];
    for (const each of conditions) metrics.push(...idsIn(text, each));
  }
  const omitted = valueOf(root, 'omit');
  for (const each of isSeq(omitted) ? omitted.items : [omitted]) {
    const place = scalar(text, each, false);
    push(metrics, place);
    push(sections, place);
  }
  const inOrder = (a: NamedPlace, b: NamedPlace): number => a.span.start - b.span.start;
  return {
    id: scalar(text, valueOf(root, 'id'), true),
    base: scalar(text, valueOf(root, 'extends'), false),
    metrics: metrics.sort(inOrder),
    sections: sections.sort(inOrder),
  };
}

/** No template has more levels of sections. */
const deepest = 10;

function valueOf(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}

function items(map: YAMLMap, name: string): readonly unknown[] {
  const value = valueOf(map, name);
  return isSeq(value) ? value.items : [];
}

function push(places: NamedPlace[], place: NamedPlace | undefined): void {
  if (place !== undefined) places.push(place);
}

/** A text that stands in the file as it is. */
function scalar(text: string, node: unknown, isDefinition: boolean): NamedPlace | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || node.value === '') return undefined;
  const range = rangeOf(node);
  const at = range === undefined ? -1 : text.slice(range.start, range.end).indexOf(node.value);
  if (range === undefined || at < 0) return undefined;
  const start = range.start + at;
  return { id: node.value, span: span(start, start + node.value.length), isDefinition };
}

function idsIn(text: string, node: unknown): readonly NamedPlace[] {
  const whole = scalar(text, node, false);
  if (whole === undefined) return [];
  return placesOfIds(whole.id).map(({ id, span: { start, end } }) => ({
    id,
    span: span(whole.span.start + start, whole.span.start + end),
    isDefinition: false,
  }));
}

/** Tags in a text to insert, wherever its lines stand in the file. */
function tagsIn(text: string, node: unknown): readonly NamedPlace[] {
  const range = isScalar(node) && typeof node.value === 'string' ? rangeOf(node) : undefined;
  if (range === undefined) return [];
  const source = text.slice(range.start, range.end);
  return [...source.matchAll(/<<([\p{L}\p{N}_.-]+)(?=[:>])/gu)].map((match) => {
    const start = range.start + match.index + 2;
    const id = match[1] ?? '';
    return { id, span: span(start, start + id.length), isDefinition: false };
  });
}

function rangeOf(node: Node): Span | undefined {
  return node.range ? span(node.range[0], node.range[1]) : undefined;
}
