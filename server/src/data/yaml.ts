/** Reads figures from YAML: `id: value`, `id: {value, unit, ...}` line by line, or a list of mappings with an id. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Message } from '../base/message';
import { span } from '../base/span';
import type { Span } from '../base/span';
import { closest, didYouMean } from '../base/suggest';
import { deepestYaml, isDeepYaml } from '../base/yamlDepth';
import { yamlErrorMessage } from '../base/yamlError';
import { createCollector, firstLineEnd, unreadable } from './collector';
import type { Collector } from './collector';
import type { FigureField, FigurePlace, Figures } from './types';
import { idFault, isMetricId, knownValue, shortened, valueFault } from './value';

/**
 * What cannot be read is left out and the rest stays. Where the text is not YAML, only that is reported: faults of content would
 * mostly follow from it. Values stay as they are written; a mask needs no quotes, though YAML takes its stars for an alias.
 */
export function readYaml(uri: string, text: string): Figures {
  if (text.length > maxLength) return unreadable(uri, tooLong, text);
  if (isDeepYaml(text)) return unreadable(uri, tooDeep, text);
  const doc = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const errors = doc.errors.filter(({ pos }) => !isStar(text.slice(pos[0], pos[1])));
  const content = createCollector(uri, text);
  const reading: Reading = { uri, doc, collector: content, aliases: { followed: 0 } };
  readAll(doc.contents, span(0, firstLineEnd(text)), reading);
  const figures = content.finish();
  if (errors.length === 0) return figures;
  const syntax = createCollector(uri, text);
  // At the end of a text the parser points one past it.
  const inside = (offset: number): number => Math.min(offset, text.length);
  for (const error of errors) {
    const start = inside(error.pos[0]);
    syntax.report(
      { kind: 'text', uri, span: span(start, Math.max(start, inside(error.pos[1]))) },
      yamlErrorMessage(error),
    );
  }
  return { ...figures, problems: syntax.finish().problems };
}

interface Reading {
  readonly uri: string;
  readonly doc: Document;
  readonly collector: Collector;
  readonly aliases: { followed: number };
}

interface Value {
  readonly node: Node | undefined;
  readonly span: Span;
}

/** A file kept by hand is a hundredth of that; a longer one would keep the parser busy for seconds. */
const maxLength = 500_000;
/** Too few to make a small file expand into a large one. */
const maxAliases = 100;

const keys: Readonly<Record<string, FigureField>> = {
  id: 'id',
  value: 'value',
  unit: 'unit',
  label: 'label',
  source: 'source',
  'as-of': 'asOf',
  owner: 'owner',
  note: 'note',
};

function readAll(contents: unknown, file: Span, reading: Reading): void {
  const { node, span: place } = valueOf(contents, file, reading);
  if (node === undefined || (isScalar(node) && node.value === null)) return;
  if (isMap(node)) {
    for (const pair of node.items) readEntry(pair, place, reading);
  } else if (isSeq(node)) {
    for (const item of node.items) readItem(valueOf(item, place, reading), reading);
  } else {
    fault(reading, place, {
      en: `Found ${shown(node).en}, expected one "id: value" a line; write the figures so.`,
      zh: `此处是${shown(node).zh}，应逐行写成“标识: 数值”，请改正。`,
    });
  }
}

function readEntry(pair: Pair, map: Span, reading: Reading): void {
  const key = spanOf(pair.key) ?? map;
  const id = isScalar(pair.key) ? written(pair.key) : undefined;
  if (id === undefined || !isMetricId(id)) return fault(reading, key, idFault(id ?? '?'));
  const value = valueOf(pair.value, key, reading);
  const fields = isMap(value.node) ? readFields(value, reading, id) : new Map([['value', value] as const]);
  addFigure(id, key, fields, reading);
}

function readItem(item: Value, reading: Reading): void {
  if (!isMap(item.node)) {
    return fault(reading, item.span, {
      en: `Found ${shown(item.node).en}, expected a mapping with the keys id and value; write it so.`,
      zh: `此处是${shown(item.node).zh}，应为含 id 和 value 的映射，请改正。`,
    });
  }
  const fields = readFields(item, reading, undefined);
  const id = fields.get('id');
  const label = fields.get('label');
  const name = id === undefined ? undefined : textOf(id, 'id', reading);
  if (name === undefined && label === undefined) {
    if (id !== undefined && id.node !== undefined) return;
    return fault(reading, spanOf(item.node.items[0]?.key) ?? item.span, {
      en: 'This figure has neither id nor label; add an id.',
      zh: '这项数值既没有 id 也没有 label，请补上 id。',
    });
  }
  if (name !== undefined && !isMetricId(name)) return fault(reading, id?.span ?? item.span, idFault(name));
  addFigure(name, id?.span ?? label?.span ?? item.span, fields, reading);
}

type Fields = ReadonlyMap<FigureField, Value>;

function readFields({ node, span: place }: Value, reading: Reading, id: string | undefined): Fields {
  const fields = new Map<FigureField, Value>();
  const known = Object.keys(keys).filter((key) => id === undefined || key !== 'id');
  for (const { key, value } of isMap(node) ? node.items : []) {
    const at = spanOf(key) ?? place;
    const name = isScalar(key) ? String(key.value) : '?';
    const field = known.includes(name) ? keys[name] : undefined;
    if (field === undefined) {
      const meant = didYouMean(closest(name, known));
      fault(reading, at, {
        en: `${id === undefined ? '' : `${id}: `}no such key "${shortened(name)}"${meant.en}; the keys here are ${known.join(', ')}.`,
        zh: `${id === undefined ? '' : `${id}：`}没有“${shortened(name)}”这个键${meant.zh}，此处可用的键：${known.join('、')}。`,
      });
    } else if (fields.has(field)) {
      fault(reading, at, {
        en: `The key "${name}" is given twice; remove one.`,
        zh: `键“${name}”出现了两次，请删去一个。`,
      });
    } else {
      fields.set(field, valueOf(value, at, reading));
    }
  }
  return fields;
}

function addFigure(id: string | undefined, named: Span, fields: Fields, reading: Reading): void {
  const text = (field: FigureField): string | undefined => {
    const value = fields.get(field);
    return value === undefined ? undefined : textOf(value, id === undefined ? field : `${id}.${field}`, reading);
  };
  const at = (place: Span): FigurePlace => ({ kind: 'text', uri: reading.uri, span: place });
  const value = fields.get('value');
  const place = value?.span ?? named;
  const found = text('value');
  const wrong = found === undefined ? undefined : valueFault(found);
  if (wrong !== undefined) fault(reading, place, wrong);
  reading.collector.add({
    id,
    value: found === undefined || wrong !== undefined ? undefined : knownValue(found),
    unit: text('unit'),
    label: text('label'),
    source: text('source'),
    asOf: text('asOf'),
    owner: text('owner'),
    note: text('note'),
    place: at(place),
    named: at(named),
  });
}

/** One line of text, a number or a date as it is written; undefined for nothing, for a mask, and for what is reported. */
function textOf({ node, span: place }: Value, path: string, reading: Reading): string | undefined {
  if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
  if (isScalar(node) && typeof node.value !== 'boolean' && !isEndless(node.value)) return written(node) || undefined;
  const hint = isScalar(node)
    ? { en: '; put it in quotes if it is text', zh: '，如为文本请加引号' }
    : { en: '', zh: '' };
  fault(reading, place, {
    en: `${path}: found ${shown(node).en}, expected a number, a date or a text${hint.en || '; write one'}.`,
    zh: `${path}：此处是${shown(node).zh}，应为数字、日期或文本${hint.zh || '，请改正'}。`,
  });
  return undefined;
}

function written(node: Node): string | undefined {
  if (!isScalar(node)) return undefined;
  // Zeros at the end and separators are the author's choice; an exponent or another base is not how a report has it.
  if (typeof node.value === 'number' && !/^[+-]?[\d.]+$/.test(node.source ?? '')) return String(node.value);
  return (typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))).trim();
}

function isEndless(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

/** Aliases are followed. Stars are a mask, which is no value yet. */
function valueOf(node: unknown, otherwise: Span, reading: Reading): Value {
  const place = spanOf(node) ?? otherwise;
  if (!isAlias(node)) return { node: (node as Node | null | undefined) ?? undefined, span: place };
  if (isStar(`*${node.source}`)) return { node: undefined, span: place };
  const number = ++reading.aliases.followed;
  if (number <= maxAliases) {
    const target = node.resolve(reading.doc);
    if (target === undefined) fault(reading, place, noAnchor(node.source));
    return { node: target, span: place };
  }
  if (number === maxAliases + 1) {
    fault(reading, place, {
      en: `This is alias number ${maxAliases + 1}, at most ${maxAliases} are followed; write the values out.`,
      zh: `这是第 ${maxAliases + 1} 个别名，最多只读取 ${maxAliases} 个，请直接写出值。`,
    });
  }
  return { node: undefined, span: place };
}

function isStar(source: string): boolean {
  return source === '*' || source.startsWith('**') || (source.startsWith('*') && knownValue(source) === undefined);
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Partial<Node> | null | undefined)?.range;
  return range && range[1] > range[0] ? span(range[0], range[1]) : undefined;
}

function fault(reading: Reading, place: Span, message: Message): void {
  reading.collector.report({ kind: 'text', uri: reading.uri, span: place }, message);
}

function shown(node: Node | undefined): Message {
  if (isSeq(node)) return { en: 'a list', zh: '列表' };
  if (isMap(node)) return { en: 'a mapping', zh: '映射' };
  if (!isScalar(node) || node.value === null) return { en: 'nothing', zh: '空值' };
  const short = shortened(String(node.source ?? node.value));
  return { en: `"${short}"`, zh: `“${short}”` };
}

const tooLong: Message = {
  en: `The file is longer than ${maxLength} characters and is not read; keep that many figures in a CSV file.`,
  zh: `文件超过 ${maxLength / 10_000} 万字，未读取，这么多数值请用 CSV 文件。`,
};

function noAnchor(name: string): Message {
  return {
    en: `"*${shortened(name)}" stands for nothing, as no anchor of that name is before it; put text that begins with "*" in quotes.`,
    zh: `“*${shortened(name)}”没有对应的锚点，以“*”开头的文本请加引号。`,
  };
}

const tooDeep: Message = {
  en: `The file is nested more than ${deepestYaml} levels deep and is not read; write one "id: value" a line.`,
  zh: `文件嵌套超过 ${deepestYaml} 层，未读取，请逐行写成“标识: 数值”。`,
};
