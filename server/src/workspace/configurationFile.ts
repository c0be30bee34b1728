/** Reads the text of `tallymark.yaml`, every fault with its place; `schemas/tallymark.schema.json` says the same to editors. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Language } from '../base/message';
import type { Severity } from '../base/problem';
import { span, type Span } from '../base/span';
import { deepestYaml, isDeepYaml } from '../base/yamlDepth';
import { closest, didYouMean } from '../base/suggest';
import { yamlErrorMessage } from '../base/yamlError';
import type { Message } from '../base/message';
import { rules } from '../rules/registry';
import {
  defaulting,
  listOf,
  located,
  mapOf,
  object,
  oneOf,
  oneOrMany,
  optional,
  required,
  text,
  type Reader,
} from '../template/validate';
import { addFault, join, startReading, type Located } from '../template/yamlValue';

/** Least severity that makes a run fail; `unfilled` stands for blanks and errors. */
export const failLevels = ['error', 'warning', 'info', 'hint', 'unfilled'] as const;
export type FailLevel = (typeof failLevels)[number];

export interface ConfigurationFile {
  readonly rules: ReadonlyMap<string, 'off' | Severity>;
  readonly units: readonly string[];
  /** Globs of files that are left alone. */
  readonly ignore: readonly string[];
  readonly templates: readonly {
    readonly files: readonly string[];
    readonly template: Located & { readonly value: string };
  }[];
  readonly language: Language | undefined;
  readonly failOn: FailLevel | undefined;
}

export const severities = ['off', 'error', 'warning', 'info', 'hint'] as const;

/** Never throws. Where the text is not even YAML, only that is reported. An empty file says nothing. */
export function readConfiguration(source: string): {
  readonly configuration: ConfigurationFile;
  readonly problems: readonly { readonly span: Span; readonly message: Message }[];
} {
  if (isDeepYaml(source)) return { configuration: named(nothing), problems: [{ span: span(0, 0), message: tooDeep }] };
  const doc = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const reading = startReading(doc);
  const file = { path: '', span: span(0, 0) };
  const node = reading.follow(doc.contents, file);
  const read = node === undefined || isEmpty(node) ? undefined : readFile({ ...file, node }, reading);
  const inside = (offset: number): number => Math.min(offset, source.length);
  const broken = doc.errors.map((error) => ({
    span: span(inside(error.pos[0]), inside(Math.max(error.pos[0], error.pos[1]))),
    message: yamlErrorMessage(error),
  }));
  return { configuration: named(read ?? nothing), problems: broken.length > 0 ? broken : reading.faults };
}

const tooDeep: Message = {
  en: `the file is nested more than ${deepestYaml} levels deep and is not read; write it plainly.`,
  zh: `文件嵌套超过 ${deepestYaml} 层，未读取，请写成简单的形式。`,
};

/** As the program names its members. */
function named({ 'fail-on': failOn, ...others }: Read): ConfigurationFile {
  return { ...others, failOn };
}

const nothing: Read = {
  rules: new Map<string, never>(),
  units: [],
  ignore: [],
  templates: [],
  language: undefined,
  'fail-on': undefined,
};

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

const severityMap = mapOf(oneOf(severities));
const ruleIds = rules.map(({ id }) => id);

const ruleSeverities: Reader<ReadonlyMap<string, 'off' | Severity>> = (value, reading) => {
  if (isMap(value.node)) {
    for (const { key } of value.node.items) {
      if (!isScalar(key) || ruleIds.includes(String(key.value))) continue;
      const name = String(key.value);
      const place = key.range ? span(key.range[0], key.range[1]) : value.span;
      addFault(reading, { path: join(value.path, name), span: place }, unknownRule(name));
    }
  }
  return severityMap(value, reading);
};

/** Without the rule's name, which the property path has given. */
function unknownRule(name: string): Message {
  const meant = didYouMean(closest(name, ruleIds));
  return {
    en: `there is no such rule${meant.en}; "tallymark explain" lists them.`,
    zh: `没有这条规则${meant.zh}，用 tallymark explain 查看全部规则。`,
  };
}

const association = object({ files: required(oneOrMany(text)), template: required(located(text)) });

const readFile: Reader<Read> = object({
  rules: defaulting(ruleSeverities, new Map<string, 'off' | Severity>()),
  units: defaulting(listOf(text), []),
  ignore: defaulting(oneOrMany(text), []),
  templates: defaulting(listOf(association), []),
  language: optional(oneOf(['en', 'zh'])),
  'fail-on': optional(oneOf(failLevels)),
});

interface Read extends Omit<ConfigurationFile, 'failOn'> {
  readonly 'fail-on': FailLevel | undefined;
}
