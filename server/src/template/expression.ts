/** What must hold among the metrics of a report, such as `party-topics <= topics` or `rate = done / all`: read, never run as code. */
import jsep from 'jsep';
import type { Message } from '../base/message';
import { span, type Span } from '../base/span';
import { closest } from '../base/suggest';

/** A number made of metrics. */
export type Quantity =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'negative'; readonly of: Quantity }
  | { readonly kind: 'arithmetic'; readonly sign: Arithmetic; readonly left: Quantity; readonly right: Quantity }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Quantity[] }
  /** All metrics whose ids match `risks-*`. */
  | { readonly kind: 'every'; readonly pattern: string };

export type Arithmetic = '+' | '-' | '*' | '/';
export type FunctionName = 'sum' | 'abs' | 'min' | 'max' | 'round';
export type Comparator = '<=' | '<' | '>=' | '>' | '=' | '!=';

/** What holds or does not. */
export type Condition =
  | { readonly kind: 'comparison'; readonly sign: Comparator; readonly left: Quantity; readonly right: Quantity }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

export interface ExpressionFault {
  /** In the expression's text. */
  readonly span: Span;
  readonly message: Message;
}

export type ReadCondition = { readonly condition: Condition } | { readonly fault: ExpressionFault };

/** Longer ones nobody reads, and nesting is bounded by the length. */
const longest = 500;

/**
 * Metric ids, numbers, `+ - * /`, parentheses, `sum abs min max round`, `sum("risks-*")` for all metrics with such ids, a comparison
 * (`= != < <= > >=`), and comparisons joined by `and` and `or`. Between the letters of an id a hyphen belongs to the id: a minus
 * stands between spaces. Never throws.
 */
export function readCondition(source: string): ReadCondition {
  if (source.length > longest) {
    return fault(span(0, source.length), {
      en: `the expression has ${source.length} characters, at most ${longest} are allowed; shorten it.`,
      zh: `表达式有 ${source.length} 个字符，最多 ${longest} 个，请缩短。`,
    });
  }
  const sign = foreignSign.exec(source);
  if (sign !== null) return fault(span(sign.index, sign.index + sign[0].length), foreign(sign[0]));
  try {
    return { condition: toCondition(jsep(guarded(source)), source) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    return fault(placeOf(error, source), {
      en: 'the expression cannot be read here; write a comparison such as "part <= whole" or "total = a + b".',
      zh: '表达式从此处起无法读取，请写成“part <= whole”或“total = a + b”这样的比较。',
    });
  }
}

/** The ids that a condition names, in order, each once; those of a pattern only where they are among `known`. */
export function metricsIn(condition: Condition, known: readonly string[] = []): readonly string[] {
  const ids = new Set<string>();
  const see = (quantity: Quantity): void => {
    switch (quantity.kind) {
      case 'metric':
        ids.add(quantity.id);
        break;
      case 'every':
        for (const id of idsLike(quantity.pattern, known)) ids.add(id);
        break;
      case 'negative':
        see(quantity.of);
        break;
      case 'arithmetic':
        see(quantity.left);
        see(quantity.right);
        break;
      case 'call':
        quantity.of.forEach(see);
        break;
      case 'number':
    }
  };
  const walk = (part: Condition): void => {
    if (part.kind === 'comparison') {
      see(part.left);
      see(part.right);
    } else {
      walk(part.left);
      walk(part.right);
    }
  };
  walk(condition);
  return [...ids];
}

/** Those of `known` that `risks-*` stands for. */
export function idsLike(pattern: string, known: readonly string[]): readonly string[] {
  const stem = pattern.slice(0, -1);
  return known.filter((id) => id.startsWith(stem) && id.length > stem.length);
}

/** Where an id first stands in an expression; the whole where it does not. */
export function placeOfId(id: string, source: string): Span {
  for (const match of source.matchAll(idPattern)) {
    if (match[0] === id) return span(match.index, match.index + id.length);
  }
  const quoted = source.indexOf(`"${id}"`);
  return quoted < 0 ? span(0, source.length) : span(quoted, quoted + id.length + 2);
}

/** Where the ids of an expression stand in it, in order; those of a pattern not. */
export function placesOfIds(source: string): readonly { readonly id: string; readonly span: Span }[] {
  const read = readCondition(source);
  const ids = new Set('condition' in read ? metricsIn(read.condition) : []);
  return [...source.matchAll(idPattern)].flatMap(({ 0: id, index }) =>
    ids.has(id) ? [{ id, span: span(index, index + id.length) }] : [],
  );
}

jsep.addBinaryOp('=', 6);
jsep.addBinaryOp('and', 2);
jsep.addBinaryOp('or', 1);

const idPattern = /[\p{L}_][\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*/gu;
/** What people write for the signs that are understood. */
const signs: Readonly<Record<string, string>> = {
  '==': '=',
  '===': '=',
  '＝': '=',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '<>': '!=',
  '＞': '>',
  '＜': '<',
  '×': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '＋': '+',
  '－': '-',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '&&': 'and',
  '||': 'or',
  '“': '"',
  '”': '"',
};
const foreignSign = /={2,3}|<>|&&|\|\||[＝≥≤≠＞＜×＊÷／＋－（），、“”]|\d[%％]/;

function foreign(sign: string): Message {
  if (/[%％]$/.test(sign)) {
    return {
      en: 'a percent sign is not understood here; write the share as a number, such as 0.5 for 50 %.',
      zh: '此处不能用百分号，请写成小数，如 50% 写作 0.5。',
    };
  }
  const right = signs[sign] ?? '';
  return { en: `"${sign}" is not understood here; write "${right}".`, zh: `此处不能用“${sign}”，请写“${right}”。` };
}

const comparators: readonly string[] = ['<=', '<', '>=', '>', '=', '!='] satisfies readonly Comparator[];
const functions: readonly string[] = ['sum', 'abs', 'min', 'max', 'round'] satisfies readonly FunctionName[];

/** The marks within ids, which to the parser are operators, as letters of the private use area; every offset stays. */
const hyphen = '\ue000';
const dot = '\ue001';

function guarded(source: string): string {
  return source.replace(idPattern, (id) => id.replaceAll('-', hyphen).replaceAll('.', dot));
}

function unguarded(id: string): string {
  return id.replaceAll(hyphen, '-').replaceAll(dot, '.');
}

class Refusal extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.message.en);
  }
}

function toCondition(node: jsep.Expression, source: string): Condition {
  if (isBinary(node) && (node.operator === 'and' || node.operator === 'or')) {
    return { kind: node.operator, left: toCondition(node.left, source), right: toCondition(node.right, source) };
  }
  if (isBinary(node) && comparators.includes(node.operator)) {
    const { left, right } = node;
    const sign = node.operator as Comparator;
    return { kind: 'comparison', sign, left: toQuantity(left, source), right: toQuantity(right, source) };
  }
  throw refusal(whole(source), {
    en: 'a comparison is expected; join two numbers or metrics with =, !=, <, <=, > or >=.',
    zh: '此处应为比较，请用 =、!=、<、<=、> 或 >= 连接两个数或指标。',
  });
}

function toQuantity(node: jsep.Expression, source: string): Quantity {
  if (isLiteral(node) && typeof node.value === 'number') return { kind: 'number', value: node.value };
  if (isIdentifier(node)) return { kind: 'metric', id: unguarded(node.name) };
  if (isUnary(node) && (node.operator === '-' || node.operator === '+')) {
    const of = toQuantity(node.argument, source);
    return node.operator === '-' ? { kind: 'negative', of } : of;
  }
  if (isBinary(node) && /^[-+*/]$/.test(node.operator)) {
    const sign = node.operator as Arithmetic;
    return {
      kind: 'arithmetic',
      sign,
      left: toQuantity(node.left, source),
      right: toQuantity(node.right, source),
    };
  }
  if (isCall(node)) return toCall(node, source);
  if (isBinary(node) && comparators.includes(node.operator)) {
    throw refusal(placeOfNode(node, source), {
      en: 'a comparison has two sides; write two of them, joined by "and".',
      zh: '一个比较只有左右两边，请写成两个比较，用 and 连接。',
    });
  }
  throw refusal(placeOfNode(node, source), {
    en: 'only metrics, numbers, + - * /, parentheses and sum, abs, min, max, round are understood here.',
    zh: '此处只能用指标、数、加减乘除、括号以及 sum、abs、min、max、round。',
  });
}

function toCall({ callee, arguments: given }: jsep.CallExpression, source: string): Quantity {
  const name = isIdentifier(callee) ? unguarded(callee.name) : '';
  if (!functions.includes(name)) {
    const meant = closest(name, functions);
    throw refusal(placeOfId(name, source), {
      en: `there is no function "${name}"${meant === undefined ? '' : ` (did you mean "${meant}"?)`}; use one of ${functions.join(', ')}.`,
      zh: `没有函数“${name}”${meant === undefined ? '' : `（是否想写“${meant}”？）`}，可用的函数：${functions.join('、')}。`,
    });
  }
  const of = given.map((node): Quantity => {
    if (!isLiteral(node) || typeof node.value !== 'string') return toQuantity(node, source);
    const pattern = node.value;
    if (/^[^*\s]+\*$/.test(pattern)) return { kind: 'every', pattern };
    throw refusal(placeOfId(pattern, source), {
      en: `"${pattern}" is no pattern of ids; write the beginning of an id and a star, such as "risks-*".`,
      zh: `“${pattern}”不是标识的通配写法，请写标识的开头加一个星号，如 "risks-*"。`,
    });
  });
  const isFit = name === 'abs' || name === 'round' ? of.length === 1 : of.length > 0;
  if (isFit) return { kind: 'call', name: name as FunctionName, of };
  throw refusal(placeOfId(name, source), {
    en: `${name} takes ${name === 'abs' || name === 'round' ? 'one number' : 'one number or more'}; found ${of.length}.`,
    zh: `${name} 需要${name === 'abs' || name === 'round' ? '一个数' : '一个或多个数'}，现有 ${of.length} 个。`,
  });
}

function refusal(at: Span, message: Message): Refusal {
  return new Refusal({ span: at, message });
}

function fault(at: Span, message: Message): ReadCondition {
  return { fault: { span: at, message } };
}

function whole(source: string): Span {
  return span(0, source.length);
}

/** The parser's nodes have no places; the first of their own words has one. */
function placeOfNode(node: jsep.Expression, source: string): Span {
  const word = isLiteral(node) ? node.raw : isBinary(node) || isUnary(node) ? node.operator : undefined;
  const start = word === undefined ? -1 : source.indexOf(word);
  return word === undefined || start < 0 ? whole(source) : span(start, start + word.length);
}

/** From where the parser stopped to the end; its last sign where that is the end itself. */
function placeOf(error: unknown, source: string): Span {
  const index = error instanceof Error && 'index' in error ? Number(error.index) : 0;
  const start = Math.min(Math.max(0, index), Math.max(0, source.length - 1));
  return span(start, source.length);
}

const isBinary = (node: jsep.Expression): node is jsep.BinaryExpression => node.type === 'BinaryExpression';
const isUnary = (node: jsep.Expression): node is jsep.UnaryExpression => node.type === 'UnaryExpression';
const isLiteral = (node: jsep.Expression): node is jsep.Literal => node.type === 'Literal';
const isIdentifier = (node: jsep.Expression): node is jsep.Identifier => node.type === 'Identifier';
const isCall = (node: jsep.Expression): node is jsep.CallExpression => node.type === 'CallExpression';
