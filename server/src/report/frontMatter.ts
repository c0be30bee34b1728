/** Front matter: the YAML that names a report's template, title and period, read with a range for every fault. */
import { isMap, isNode, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { Message } from '../base/message';
import type { Problem, Severity } from '../base/problem';
import { shift, span, type Span } from '../base/span';
import { deepestYaml, isDeepYaml } from '../base/yamlDepth';
import type { Field, FrontMatter } from './types';

export interface FrontMatterReading {
  readonly frontMatter: FrontMatter;
  readonly problems: readonly Problem[];
}

/** Reads the block at `block`, both fences included. Total: what cannot be read is left undefined and reported. */
export function readFrontMatter(text: string, block: Span): FrontMatterReading {
  const bodySpan = bodyOf(text, block);
  const problems: Problem[] = [];
  const report = (place: Span, message: Message): void => {
    problems.push({ code: 'invalid-front-matter', span: place, message });
  };
  const map = readMap(text, bodySpan, block, report);
  // A fault of the YAML explains whatever else looks wrong below it.
  const isBroken = problems.length > 0;
  const pair = (key: string): Pair | undefined =>
    map?.items.find((item) => isScalar(item.key) && item.key.value === key);
  const field = (key: string): Field | undefined => textOf(key, pair(key)?.value);
  const textOf = (key: string, value: unknown): Field | undefined => {
    if (value === undefined || value === null || (isScalar(value) && value.value === null)) return undefined;
    const place = placeOf(value, bodySpan) ?? block;
    if (isScalar(value) && (typeof value.value === 'string' || typeof value.value === 'number')) {
      return { value: String(value.source ?? value.value).replace(/^(["'])(.*)\1$/s, '$2'), span: place };
    }
    if (isBroken) return undefined;
    report(place, {
      en: `${key}: expected a text, found something else; write it as one line of text`,
      zh: `${key}：应为文字，实际不是；请写成一行文字`,
    });
    return undefined;
  };
  const frontMatter: FrontMatter = {
    span: block,
    bodySpan,
    template: field('report'),
    title: field('title'),
    period: checkedPeriod(field('period'), report),
    org: field('org'),
    data: listOf('data', pair('data')?.value, textOf),
    previous: field('previous'),
    status: checkedStatus(field('status'), report),
    rules: readRules(pair('rules'), bodySpan, report),
  };
  return { frontMatter, problems };
}

function listOf(
  key: string,
  value: unknown,
  textOf: (key: string, value: unknown) => Field | undefined,
): readonly Field[] {
  const items: readonly unknown[] = isSeq(value) ? value.items : [value];
  return items.flatMap((item) => textOf(key, item) ?? []);
}

type Report = (place: Span, message: Message) => void;

function bodyOf(text: string, block: Span): Span {
  const lines = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(block.start, block.end));
  const closing = /(?:^|\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n)?$/.exec(text.slice(block.start, block.end));
  const start = block.start + (lines?.[0].length ?? 3);
  return span(start, Math.max(start, block.start + (closing?.index ?? block.end - block.start)));
}

function readMap(text: string, body: Span, block: Span, report: Report): YAMLMap | undefined {
  const source = text.slice(body.start, body.end);
  if (isDeepYaml(source)) {
    report(block, tooDeep);
    return undefined;
  }
  const document = parseDocument(source, { prettyErrors: false });
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const place = shift(span(start, Math.max(start, Math.min(end, body.end - body.start))), body.start);
    report(place, {
      en: `The front matter is not valid YAML: ${error.message}; correct it here`,
      zh: `文首信息不是有效的 YAML：${error.message}；请在此处改正`,
    });
  }
  if (document.contents === null) return undefined;
  if (isMap(document.contents)) return document.contents;
  if (document.errors.length === 0) {
    report(block, {
      en: 'The front matter is not a list of "key: value" lines; write one on each line',
      zh: '文首信息应逐行写成“键: 值”；请改正',
    });
  }
  return undefined;
}

function placeOf(node: unknown, body: Span): Span | undefined {
  const range = isNode(node) && 'range' in node ? node.range : undefined;
  return range === undefined || range === null ? undefined : shift(span(range[0], range[1]), body.start);
}

function checkedPeriod(period: Field | undefined, report: Report): Field | undefined {
  if (period === undefined || /^\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.test(period.value)) return period;
  report(period.span, {
    en: `period: expected 2022, 2022-Q3, 2022-H1 or 2022-06, found "${period.value}"`,
    zh: `period：应写成 2022、2022-Q3、2022-H1 或 2022-06，实际为“${period.value}”`,
  });
  return undefined;
}

function checkedStatus(status: Field | undefined, report: Report): FrontMatter['status'] {
  if (status === undefined || status.value === 'draft') return 'draft';
  if (status.value === 'final') return 'final';
  report(status.span, {
    en: `status: expected "draft" or "final", found "${status.value}"`,
    zh: `status：应为 draft 或 final，实际为“${status.value}”`,
  });
  return 'draft';
}

const severities = new Set<string>(['off', 'error', 'warning', 'info', 'hint']);

function readRules(pair: Pair | undefined, body: Span, report: Report): FrontMatter['rules'] {
  const rules = new Map<string, 'off' | Severity>();
  if (pair === undefined || pair.value === null || (isScalar(pair.value) && pair.value.value === null)) return rules;
  if (!isMap(pair.value)) {
    report(placeOf(pair.key, body) ?? body, {
      en: 'rules: expected one "rule-id: severity" a line, found something else',
      zh: 'rules：应逐行写成“规则: 级别”，实际不是',
    });
    return rules;
  }
  for (const item of pair.value.items) {
    const id = isScalar(item.key) ? String(item.key.value) : '';
    // YAML 1.1 readers take `off` for false; both spellings are meant.
    const raw = isScalar(item.value) ? (item.value.value === false ? 'off' : String(item.value.value)) : '';
    if (severities.has(raw)) rules.set(id, raw as 'off' | Severity);
    else {
      report(placeOf(item.value, body) ?? placeOf(item.key, body) ?? body, {
        en: `rules.${id}: expected off, error, warning, info or hint, found "${raw}"`,
        zh: `rules.${id}：应为 off、error、warning、info 或 hint，实际为“${raw}”`,
      });
    }
  }
  return rules;
}

const tooDeep: Message = {
  en: `The front matter is nested more than ${deepestYaml} levels deep and is not read; write one "key: value" on each line`,
  zh: `文首信息嵌套超过 ${deepestYaml} 层，未读取；请逐行写成“键: 值”`,
};
