/** Small readers of YAML values that combine; each reports faults under the value's property path and none throws. */
import { isMap, isScalar, isSeq } from 'yaml';
import { closest, didYouMean } from '../base/suggest';
import { addFault, entriesOf, firstKeySpan, join, unexpected, valueAt } from './yamlValue';
import type { Located, Reading, YamlValue } from './yamlValue';

/** The value if it is as expected; otherwise undefined, and a fault says why. */
export type Reader<T> = (value: YamlValue, reading: Reading) => T | undefined;

export const text: Reader<string> = (value, reading) => {
  if (isScalar(value.node) && typeof value.node.value === 'string') return value.node.value;
  const needsQuotes = isScalar(value.node) && value.node.value !== null;
  return unexpected(
    value,
    reading,
    needsQuotes ? { en: 'a text; put it in quotes', zh: '文本，请加引号' } : { en: 'a text', zh: '文本' },
  );
};

export const flag: Reader<boolean> = (value, reading) =>
  isScalar(value.node) && typeof value.node.value === 'boolean'
    ? value.node.value
    : unexpected(value, reading, { en: 'true or false', zh: 'true 或 false' });

export const number: Reader<number> = (value, reading) => {
  const found = isScalar(value.node) ? value.node.value : undefined;
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  const isQuoted = typeof found === 'string' && /^-?\d+(?:\.\d+)?$/.test(found);
  return unexpected(
    value,
    reading,
    isQuoted ? { en: 'a number; take the quotes away', zh: '数字，请去掉引号' } : { en: 'a number', zh: '数字' },
  );
};

export function wholeNumber(min: number, max: number): Reader<number> {
  return (value, reading) => {
    const found = isScalar(value.node) ? value.node.value : undefined;
    if (typeof found === 'number' && Number.isInteger(found) && found >= min && found <= max) return found;
    return unexpected(value, reading, {
      en: `a whole number from ${min} to ${max}`,
      zh: `${min} 到 ${max} 之间的整数`,
    });
  };
}

/** `words` are what people write instead. */
export function oneOf<const T extends string>(choices: readonly T[], words?: Readonly<Record<string, T>>): Reader<T> {
  return (value, reading) => {
    const found = isScalar(value.node) ? value.node.value : undefined;
    const choice = choices.find((each) => each === found);
    if (choice !== undefined) return choice;
    const word = typeof found === 'string' ? found.replace(/[“”‘’]/g, '').toLowerCase() : undefined;
    const meant = word === undefined ? undefined : (wordFor(word, words) ?? closest(word, choices));
    return unexpected(value, reading, {
      en: `one of ${choices.join(', ')}${didYouMean(meant).en}`,
      zh: `以下之一：${choices.join('、')}${didYouMean(meant).zh}`,
    });
  };
}

function wordFor<T>(word: string, words: Readonly<Record<string, T>> | undefined): T | undefined {
  return words !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Elements that cannot be read are left out. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, reading) => {
    if (!isSeq(value.node)) return unexpected(value, reading, { en: 'a list', zh: '列表' });
    return value.node.items.flatMap((item, index) => {
      const element = read(valueAt(item, `${value.path}[${index}]`, value.span, reading), reading);
      return element === undefined ? [] : [element];
    });
  };
}

/** A single value counts as a list of one. */
export function oneOrMany<T>(read: Reader<T>): Reader<readonly T[]> {
  const readList = listOf(read);
  return (value, reading) => {
    if (isSeq(value.node)) return readList(value, reading);
    const only = read(value, reading);
    return only === undefined ? undefined : [only];
  };
}

/** A mapping with keys of the author's choice. Entries that cannot be read are left out. */
export function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, reading) => {
    if (!isMap(value.node)) return unexpected(value, reading, mappingKind);
    const result = new Map<string, T>();
    for (const [key, entry] of entriesOf(value.node, value, reading)) {
      const each = read(entry, reading);
      if (each !== undefined) result.set(key, each);
    }
    return result;
  };
}

/** The value together with its place, for checks that compare several values. */
export function located<T>(read: Reader<T>): Reader<Located & { readonly value: T }> {
  return (value, reading) => {
    const found = read(value, reading);
    return found === undefined ? undefined : { value: found, path: value.path, span: value.span };
  };
}

export interface Field<T> {
  readonly read: Reader<T>;
  readonly isRequired: boolean;
  readonly fallback: T | undefined;
}

/** Without it the mapping as a whole cannot be read. */
export function required<T>(read: Reader<T>): Field<T> {
  return { read, isRequired: true, fallback: undefined };
}

export function optional<T>(read: Reader<T>): Field<T | undefined> {
  return { read, isRequired: false, fallback: undefined };
}

export function defaulting<T>(read: Reader<T>, fallback: T): Field<T> {
  return { read, isRequired: false, fallback };
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A mapping with exactly these keys. Unknown keys are faults; a required key that cannot be read makes it undefined. */
export function object<F extends Fields>(fields: F): Reader<Values<F>> {
  return (value, reading) => {
    if (!isMap(value.node)) return unexpected(value, reading, mappingKind);
    const entries = entriesOf(value.node, value, reading, Object.keys(fields));
    const result: Record<string, unknown> = {};
    let isComplete = true;
    for (const [key, field] of Object.entries(fields)) {
      const entry = entries.get(key);
      if (entry === undefined && field.isRequired) addMissing(key, value, reading);
      const found = (entry && field.read(entry, reading)) ?? field.fallback;
      if (found === undefined && field.isRequired) isComplete = false;
      result[key] = found;
    }
    // Every key was read by its own field's reader, which the compiler cannot follow through Object.entries.
    return isComplete ? (result as Values<F>) : undefined;
  };
}

/** A fault where the mapping lacks the key; where it has the key, its own reader has said what is wrong. */
export function requireKey(key: string, value: YamlValue, reading: Reading): void {
  if (isMap(value.node) && !value.node.has(key)) addMissing(key, value, reading);
}

function addMissing(key: string, { path, span, node }: YamlValue, reading: Reading): void {
  const at = { path: join(path, key), span: (isMap(node) ? firstKeySpan(node) : undefined) ?? span };
  addFault(reading, at, { en: 'this key is missing; add it.', zh: '缺少此项，请补上。' });
}

/** The first of each id. */
export function unique<T extends { readonly id: Located & { readonly value: string } }>(
  list: readonly T[],
  reading: Reading,
): readonly T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => {
    if (!seen.has(id.value)) return seen.add(id.value);
    addFault(reading, id, {
      en: `"${id.value}" is the id of an earlier entry too; choose another.`,
      zh: `标识“${id.value}”前面已用过，请另取一个。`,
    });
    return false;
  });
}

const mappingKind = { en: 'a mapping (key: value)', zh: '映射（键: 值）' };
