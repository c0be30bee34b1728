/** Reads `*.template.yaml`: a template as far as its text holds one, and every fault with its place and property path. */
import { parseDocument } from 'yaml';
import type { Message } from '../base/message';
import type { Problem } from '../base/problem';
import { span } from '../base/span';
import type { Span } from '../base/span';
import { pattern } from './pattern';
import type { LoadedTemplate, MetricTemplate, SectionTemplate, Template } from './types';
import {
  defaulting,
  expected,
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
  wholeNumber,
} from './validate';
import type { Reader } from './validate';
import { addFault, startReading } from './yamlValue';
import type { Located, Reading } from './yamlValue';
import { yamlErrorMessage } from './yamlError';

/**
 * Never throws. A section or metric that cannot be read is left out and the rest stays. Where the text is not even YAML, only
 * that is reported: faults of content would mostly follow from it.
 */
export function loadTemplate(source: string): LoadedTemplate {
  const doc = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const reading = startReading(doc);
  const file = { path: '', span: firstLine(source) };
  const template = readTemplate({ ...file, node: reading.follow(doc.contents, file) }, reading);
  // At the end of a text the parser points one past it.
  const inside = (offset: number): number => Math.min(offset, source.length);
  const syntax = doc.errors.map((error): Problem => {
    const start = inside(error.pos[0]);
    return problem(span(start, Math.max(start, inside(error.pos[1]))), yamlErrorMessage(error));
  });
  return {
    template,
    problems: syntax.length > 0 ? syntax : reading.faults.map((fault) => problem(fault.span, fault.message)),
  };
}

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

const readSection = object({
  id: required(located(id)),
  title: required(text),
  match: required(pattern),
  where: defaulting(oneOf(['heading', 'lead', 'closing', 'any']), 'heading'),
  required: defaulting(flag, true),
  guidance: optional(message),
  body: defaulting(text, ''),
});

const readMetric = object({
  id: required(located(id)),
  label: required(message),
  type: required(oneOf(['integer', 'decimal', 'percent', 'money', 'date', 'text'])),
  unit: optional(text),
  digits: optional(wholeNumber(1, 20)),
  min: optional(located(number)),
  max: optional(located(number)),
  match: defaulting(oneOrMany(pattern), []),
});

const readFile = object({
  id: required(id),
  title: expected(message, { en: '', zh: '' }),
  language: expected(oneOf(['zh', 'en']), 'en'),
  match: optional(pattern),
  sections: defaulting(listOf(readSection), []),
  metrics: defaulting(listOf(readMetric), []),
  rules: defaulting(mapOf(oneOf(['off', 'error', 'warning', 'info', 'hint'])), new Map<string, never>()),
});

const readTemplate: Reader<Template> = (value, reading) => {
  const file = readFile(value, reading);
  if (file === undefined) return undefined;
  return {
    ...file,
    title: file.title.en === '' ? { en: file.id, zh: file.id } : file.title,
    sections: unique(file.sections, reading).map((section): SectionTemplate => ({
      ...section,
      id: section.id.value,
      body: section.body.trimEnd(),
    })),
    metrics: unique(file.metrics, reading).map((metric): MetricTemplate => {
      checkRange(metric, reading);
      return { ...metric, id: metric.id.value, min: metric.min?.value, max: metric.max?.value };
    }),
  };
};

/** The first of each id. */
function unique<T extends { readonly id: Located & { readonly value: string } }>(
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

function firstLine(source: string): Span {
  const end = source.search(/[\r\n]/);
  return span(0, end < 0 ? source.length : end);
}

function problem(span: Span, message: Message): Problem {
  return { code: 'invalid-template', span, message };
}
