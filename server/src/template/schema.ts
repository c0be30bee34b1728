/** The keys of `*.template.yaml`, what each holds, and how they make a template; `templates.schema.json` says the same to editors. */
import type { Message } from '../base/message';
import { closest, didYouMean } from '../base/suggest';
import { span, type Span } from '../base/span';
import { metricsIn, placeOfId, readCondition, type Condition } from './expression';
import { merged } from './extend';
import { pattern } from './pattern';
import type { Count, FindTemplate, ItemTemplate, MetricTemplate, Place, Relation, Template } from './types';
import {
  defaulting,
  flag,
  listOf,
  located,
  mapOf,
  number,
  object,
  oneOf,
  oneOrMany,
  optional,
  required,
  text,
  unique,
  wholeNumber,
} from './validate';
import type { Reader } from './validate';
import { addFault } from './yamlValue';
import type { Located, Reading, YamlValue } from './yamlValue';

/** Letters, digits, `_` and `-`, with `.` between parts, as in a tag. */
const id: Reader<string> = (value, reading) => {
  const found = text(value, reading);
  if (found === undefined || /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(found)) return found;
  addFault(reading, value, {
    en: `"${found}" is not an id; use letters, digits, "-" and "_", with "." between parts.`,
    zh: `“${found}”不能作标识，请只用字母、数字、“-”和“_”，各部分之间用“.”。`,
  });
  return undefined;
};

/** One text for both languages, or `{zh, en}`; a language left out has the other's text. */
const message: Reader<Message> = (value, reading) => {
  if (value.node !== undefined && 'items' in value.node) {
    const both = readBoth(value, reading);
    const any = both?.zh ?? both?.en;
    return any === undefined ? undefined : { en: both?.en ?? any, zh: both?.zh ?? any };
  }
  const one = text(value, reading)?.trimEnd();
  return one === undefined ? undefined : { en: one, zh: one };
};
const oneLanguage: Reader<string> = (value, reading) => text(value, reading)?.trimEnd();
const readBoth = object({ zh: optional(oneLanguage), en: optional(oneLanguage) });

const severityWords = {
  warn: 'warning',
  err: 'error',
  information: 'info',
  错误: 'error',
  警告: 'warning',
  信息: 'info',
  提示: 'hint',
} as const;
const severity = oneOf(['error', 'warning', 'info', 'hint'], severityWords);

const placeWords = {
  标题: 'heading',
  章节: 'heading',
  导语: 'lead',
  开头: 'lead',
  结尾: 'closing',
  结语: 'closing',
  任意: 'any',
} as const;
const typeWords = {
  number: 'decimal',
  float: 'decimal',
  int: 'integer',
  percentage: 'percent',
  string: 'text',
  整数: 'integer',
  小数: 'decimal',
  数字: 'decimal',
  百分比: 'percent',
  金额: 'money',
  日期: 'date',
  文本: 'text',
  文字: 'text',
} as const;
const languageWords = {
  cn: 'zh',
  'zh-cn': 'zh',
  chinese: 'zh',
  中文: 'zh',
  english: 'en',
  'en-us': 'en',
  英文: 'en',
} as const;

const readRange = object({
  min: defaulting(wholeNumber(0, 1000), 0),
  max: optional(wholeNumber(1, 1000)),
});

/** A number, or `{min, max}`. */
const count: Reader<Count> = (value, reading) => {
  if (value.node === undefined || !('items' in value.node)) {
    const exactly = wholeNumber(1, 1000)(value, reading);
    return exactly === undefined ? undefined : { min: exactly, max: exactly };
  }
  const range = readRange(value, reading);
  if (range === undefined) return undefined;
  const { min, max = Infinity } = range;
  if (min <= max) return { min, max };
  addFault(reading, value, {
    en: `min ${min} is above max ${max}; exchange or correct them.`,
    zh: `min（${min}）大于 max（${max}），请对调或改正。`,
  });
  return undefined;
};

const readItem = object({ title: required(message), match: required(pattern) });

/** A section as a file writes it: what it leaves out is that of the section of the same id in the template that is extended. */
export interface SectionDraft {
  readonly id: Located & { readonly value: string };
  readonly title: string | undefined;
  readonly match: RegExp | undefined;
  readonly where: Place | undefined;
  readonly required: boolean | undefined;
  readonly count: Count | undefined;
  readonly ordered: boolean | undefined;
  readonly closed: boolean | undefined;
  readonly guidance: Message | undefined;
  readonly items: readonly ItemTemplate[] | undefined;
  readonly metrics: readonly (Located & { readonly value: string })[] | undefined;
  readonly sections: readonly SectionDraft[] | undefined;
  readonly body: string | undefined;
  readonly at: YamlValue;
}

const readSection: Reader<SectionDraft> = (value, reading) => {
  const read = object({
    id: required(located(id)),
    title: optional(text),
    match: optional(pattern),
    where: optional(oneOf(['heading', 'lead', 'closing', 'any'], placeWords)),
    required: optional(flag),
    count: optional(count),
    ordered: optional(flag),
    closed: optional(flag),
    guidance: optional(message),
    items: optional(listOf(readItem)),
    metrics: optional(listOf(located(id))),
    sections: optional(listOf(readSection)),
    body: optional(text),
  })(value, reading);
  return read === undefined ? undefined : { ...read, at: value };
};

const readFloor = object({ value: required(number), basis: optional(message) });

/** A number, or `{value, basis}`. */
const floor: Reader<MetricTemplate['floor']> = (value, reading) => {
  if (value.node !== undefined && 'items' in value.node) return readFloor(value, reading);
  const least = number(value, reading);
  return least === undefined ? undefined : { value: least, basis: undefined };
};

const readMetric = object({
  id: required(located(id)),
  label: required(message),
  type: required(oneOf(['integer', 'decimal', 'percent', 'money', 'date', 'text'], typeWords)),
  unit: optional(text),
  digits: optional(wholeNumber(1, 20)),
  min: optional(located(number)),
  max: optional(located(number)),
  floor: optional(floor),
  owner: optional(text),
  due: optional(text),
  question: optional(message),
  required: defaulting(flag, false),
  match: defaulting(oneOrMany(pattern), []),
});

interface LocatedCondition extends Located {
  readonly source: string;
  readonly condition: Condition;
}

const condition: Reader<LocatedCondition> = (value, reading) => {
  const source = text(value, reading);
  if (source === undefined) return undefined;
  const read = readCondition(source);
  if ('condition' in read) return { path: value.path, span: value.span, source, condition: read.condition };
  addFault(reading, { path: value.path, span: within(value, source, read.fault.span) }, read.fault.message);
  return undefined;
};

/** The place of a part of a plain or quoted scalar in the file; all of it where it is folded or escaped. */
function within(value: Located, source: string, part: Span): Span {
  const spare = value.span.end - value.span.start - source.length;
  if (spare !== 0 && spare !== 2) return value.span;
  const start = value.span.start + spare / 2;
  return span(start + part.start, start + part.end);
}

const readRelationKeys = object({
  check: required(condition),
  when: optional(condition),
  severity: defaulting(severity, 'error'),
  message: optional(message),
});

interface LocatedRelation extends Relation {
  readonly parts: readonly LocatedCondition[];
}

/** An expression, or `{check, when, severity, message}`. */
const relation: Reader<LocatedRelation> = (value, reading) => {
  const isPlain = value.node === undefined || !('items' in value.node);
  const check = isPlain ? condition(value, reading) : undefined;
  const keys = isPlain
    ? check && { check, when: undefined, severity: 'error' as const, message: undefined }
    : readRelationKeys(value, reading);
  if (keys === undefined) return undefined;
  const { check: main, when } = keys;
  return {
    source: main.source,
    check: main.condition,
    when: when?.condition,
    severity: keys.severity,
    message: keys.message,
    parts: when === undefined ? [main] : [main, when],
  };
};

const readForbidden = object({
  match: required(pattern),
  message: required(message),
  severity: defaulting(severity, 'error'),
});

const readClosing = object({
  phrases: required(oneOrMany(text)),
  required: defaulting(flag, false),
});

const readFile = object({
  id: required(id),
  extends: optional(located(text)),
  title: optional(message),
  language: optional(oneOf(['zh', 'en'], languageWords)),
  match: optional(pattern),
  ordered: optional(flag),
  closed: optional(flag),
  sections: defaulting(listOf(readSection), []),
  omit: defaulting(oneOrMany(located(text)), []),
  metrics: defaulting(listOf(readMetric), []),
  relations: defaulting(listOf(relation), []),
  forbidden: defaulting(listOf(readForbidden), []),
  closing: optional(readClosing),
  rules: defaulting(
    mapOf(oneOf(['off', 'error', 'warning', 'info', 'hint'], { ...severityWords, 关闭: 'off', none: 'off' })),
    new Map<string, never>(),
  ),
});

/** A file as it is written, before anything is taken over. */
export type TemplateDraft = NonNullable<ReturnType<typeof readFile>>;

export function readTemplate(find: FindTemplate): Reader<Template> {
  return (value, reading) => {
    const file = readFile(value, reading);
    if (file === undefined) return undefined;
    const base = file.extends === undefined ? undefined : baseOf(file.extends, find, reading);
    const own = unique(file.metrics, reading).map((metric): MetricTemplate => {
      checkRange(metric, reading);
      return { ...metric, id: metric.id.value, min: metric.min?.value, max: metric.max?.value };
    });
    if (base === undefined && file.extends === undefined && file.omit.length > 0) {
      addFault(reading, file.omit[0] ?? value, {
        en: 'there is nothing to leave out, since the template extends none; name one under "extends", or remove "omit".',
        zh: '本模板没有扩展其他模板，无可省略，请写上 extends，或删去 omit。',
      });
    }
    const template = merged({ ...file, metrics: own }, base, value, reading);
    checkIds(file, template, reading);
    return template;
  };
}

function baseOf(
  { value: id, ...at }: Located & { readonly value: string },
  find: FindTemplate,
  reading: Reading,
): Template | undefined {
  const base = find(id);
  if (base === undefined) {
    addFault(reading, at, {
      en: `no template "${id}" can be extended; name one that there is and that does not extend this one.`,
      zh: `没有可扩展的模板“${id}”，请写已有的、且不以本模板为基础的模板。`,
    });
  }
  return base;
}

/** Ids in relations and sections must be those of metrics. */
function checkIds(file: TemplateDraft, { metrics }: Template, reading: Reading): void {
  const known = metrics.map((metric) => metric.id);
  const unknown = (id: string, at: Located): void => {
    const meant = didYouMean(closest(id, known));
    addFault(reading, at, {
      en: `no metric has the id "${id}"${meant.en}; define it under "metrics" or correct it.`,
      zh: `没有标识为“${id}”的指标${meant.zh}，请在 metrics 中定义或改正。`,
    });
  };
  for (const { parts } of file.relations) {
    for (const part of parts) {
      for (const id of metricsIn(part.condition).filter((each) => !known.includes(each))) {
        unknown(id, { path: part.path, span: within(part, part.source, placeOfId(id, part.source)) });
      }
    }
  }
  const check = (sections: readonly SectionDraft[]): void => {
    for (const section of sections) {
      for (const { value, ...at } of section.metrics ?? []) if (!known.includes(value)) unknown(value, at);
      check(section.sections ?? []);
    }
  };
  check(file.sections);
}

interface Limits {
  readonly min: (Located & { readonly value: number }) | undefined;
  readonly max: (Located & { readonly value: number }) | undefined;
}

function checkRange({ min, max }: Limits, reading: Reading): void {
  if (min === undefined || max === undefined || min.value <= max.value) return;
  addFault(reading, min, {
    en: `${min.value} is above the maximum ${max.value}; exchange or correct them.`,
    zh: `最小值 ${min.value} 大于最大值 ${max.value}，请对调或改正。`,
  });
}
