/** Values of a YAML document with their places and property paths, and the faults found in them. */
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import type { Message } from '../base/message';
import { span } from '../base/span';
import type { Span } from '../base/span';
import { closest, didYouMean } from '../base/suggest';

/** A place in a YAML text: its property path, such as `sections[2].match`, and its span. */
export interface Located {
  readonly path: string;
  readonly span: Span;
}

export interface YamlValue extends Located {
  /** Aliases are already followed; undefined for a key without a value. */
  readonly node: Node | undefined;
}

export interface Fault {
  readonly span: Span;
  /** Begins with the property path, where there is one. */
  readonly message: Message;
}

/** What the readers of one document share: where faults go, and how aliases are followed. */
export interface Reading {
  readonly faults: readonly Fault[];
  add(fault: Fault): void;
  /** The node itself or the one its alias stands for; undefined for nothing, and past the aliases one document may use. */
  follow(node: unknown, at: Located): Node | undefined;
}

/** Aliases that one document may use. Enough for people; too few to make a small file expand into a large template. */
const maxAliases = 100;

const tooManyAliases: Message = {
  en: `this is alias number ${maxAliases + 1}, at most ${maxAliases} are followed; write the values out.`,
  zh: `这是第 ${maxAliases + 1} 个别名，最多只读取 ${maxAliases} 个，请直接写出值。`,
};

export function startReading(doc: Document): Reading {
  const faults: Fault[] = [];
  let aliases = 0;
  return {
    faults,
    add(fault) {
      // Past the limit every value seems to be missing, which nobody wants to be told of each.
      if (aliases <= maxAliases) faults.push(fault);
    },
    follow(node, at) {
      if (!isAlias(node)) return (node as Node | null | undefined) ?? undefined;
      if (aliases === maxAliases) addFault(this, at, tooManyAliases);
      if (++aliases > maxAliases) return undefined;
      const found = node.resolve(doc);
      if (found === undefined) addFault(this, at, noAnchor(node.source));
      return found;
    },
  };
}

function noAnchor(name: string): Message {
  return {
    en: `"*" begins an alias, and nothing is named "&${name}"; put the text in quotes, or correct the alias.`,
    zh: `“*”开头表示别名，但没有名为“&${name}”的锚点；如是文本请加引号。`,
  };
}

export function addFault(reading: Reading, { path, span }: Located, message: Message): void {
  const prefixed = { en: `${path}: ${message.en}`, zh: `${path}：${message.zh}` };
  reading.add({ span, message: path === '' ? message : prefixed });
}

/** Reports what was found instead of `kind`; undefined, for the reader to return. */
export function unexpected(value: YamlValue, reading: Reading, kind: Message): undefined {
  // Where an alias stands for nothing, that has been said.
  if (value.node === undefined && reading.faults.at(-1)?.span === value.span) return undefined;
  const found = shown(value.node);
  addFault(reading, value, {
    en: `found ${found.en}, expected ${kind.en}.`,
    zh: `此处是${found.zh}，应为${kind.zh}。`,
  });
  return undefined;
}

function shown(node: Node | undefined): Message {
  if (isSeq(node)) return { en: 'a list', zh: '列表' };
  if (isMap(node)) return { en: 'a mapping', zh: '映射' };
  if (!isScalar(node) || node.value === null) return { en: 'nothing', zh: '空值' };
  const written = typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
  const short = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  return { en: short, zh: ` ${short}` };
}

/** The entries by key. Keys that are not text, doubled keys and keys that are not `known` are faults and left out. */
export function entriesOf(
  map: YAMLMap,
  at: Located,
  reading: Reading,
  known?: readonly string[],
): Map<string, YamlValue> {
  const entries = new Map<string, YamlValue>();
  for (const { key, value } of map.items) {
    const keySpan = spanOf(key) ?? at.span;
    const name = isScalar(key) ? String(key.value) : undefined;
    const place = { path: join(at.path, name ?? '?'), span: keySpan };
    if (name === undefined) {
      addFault(reading, place, { en: 'a key must be a text.', zh: '键必须是文本。' });
    } else if (known !== undefined && !known.includes(name)) {
      const meant = didYouMean(closest(name, known));
      addFault(reading, place, {
        en: `no such key${meant.en}; the keys here are ${known.join(', ')}.`,
        zh: `没有这个键${meant.zh}，此处可用的键：${known.join('、')}。`,
      });
    } else if (entries.has(name)) {
      addFault(reading, place, { en: 'this key is given twice; remove one.', zh: '这个键出现了两次，请删去一个。' });
    } else {
      entries.set(name, valueAt(value, place.path, keySpan, reading));
    }
  }
  return entries;
}

/** A node as a value; `otherwise` is its place where it takes no room. */
export function valueAt(node: unknown, path: string, otherwise: Span, reading: Reading): YamlValue {
  const at = { path, span: spanOf(node) ?? otherwise };
  return { ...at, node: reading.follow(node, at) };
}

/** Where a fault of the whole mapping is shown. */
export function firstKeySpan(map: YAMLMap): Span | undefined {
  return spanOf(map.items[0]?.key);
}

/** Where the node stands; undefined for a value left empty, whose key then stands for it. */
function spanOf(node: unknown): Span | undefined {
  const range = (node as Partial<Node> | null | undefined)?.range;
  return range && range[1] > range[0] ? span(range[0], range[1]) : undefined;
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
