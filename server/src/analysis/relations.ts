/** Whether what must hold among the metrics of a report holds. */
import { memoised } from '../base/lazy';
import {
  idsLike,
  metricsIn,
  type Arithmetic,
  type Comparator,
  type Condition,
  type Quantity,
} from '../template/expression';
import type { Relation, Template } from '../template/types';
import type { Amount } from './amount';

export type AmountOf = (id: string) => Amount | undefined;

/** The metrics of each relation, and the relations of each metric. */
export interface RelationIndex {
  /** Every relation with its metrics, in the order in which it names them. */
  readonly all: readonly { readonly relation: Relation; readonly ids: readonly string[] }[];
  /** The relations that name a metric first: whoever reports one does so at its first metric. */
  of(id: string): readonly RelationIndex['all'][number][];
  /** All metrics that stand in some relation with this one, itself among them. */
  relatedTo(id: string): readonly string[];
}

/** Always the same object for the same template. */
export const relationsOf = memoised((template: Pick<Template, 'relations' | 'metrics'>): RelationIndex => {
  const known = template.metrics.map(({ id }) => id);
  const all = template.relations.map((relation) => ({
    relation,
    ids: [...new Set([...metricsIn(relation.check, known), ...(relation.when ? metricsIn(relation.when, known) : [])])],
  }));
  return {
    all,
    of: (id) => all.filter(({ ids }) => ids[0] === id),
    relatedTo: (id) => [id, ...all.filter(({ ids }) => ids.includes(id)).flatMap(({ ids }) => ids)],
  };
});

/** Whether the relation is broken for certain; not where a metric has no value yet, or rounding may explain it. */
export function isBroken({ check, when }: Relation, ids: readonly string[], amountOf: AmountOf): boolean {
  if (ids.some((id) => amountOf(id) === undefined)) return false;
  if (when !== undefined && !mayHold(when, ids, amountOf)) return false;
  return !mayHold(check, ids, amountOf);
}

function mayHold(condition: Condition, ids: readonly string[], amountOf: AmountOf): boolean {
  if (condition.kind !== 'comparison') {
    const sides = [condition.left, condition.right];
    const holds = (side: Condition): boolean => mayHold(side, ids, amountOf);
    return condition.kind === 'and' ? sides.every(holds) : sides.some(holds);
  }
  const left = evaluate(condition.left, ids, amountOf);
  const right = evaluate(condition.right, ids, amountOf);
  // What has no value, such as a division by nothing, proves nothing.
  return left === undefined || right === undefined || compare(condition.sign, left, right);
}

function compare(sign: Comparator, left: Amount, right: Amount): boolean {
  // Sums of decimals are off by the last bits.
  const slack = 1e-9 * Math.max(1, Math.abs(left.high), Math.abs(right.high));
  switch (sign) {
    case '<=':
      return left.low <= right.high + slack;
    case '<':
      return left.low < right.high - slack;
    case '>=':
      return compare('<=', right, left);
    case '>':
      return compare('<', right, left);
    case '=':
      return left.low <= right.high + slack && right.low <= left.high + slack;
    case '!=':
      return left.low !== left.high || right.low !== right.high || Math.abs(left.low - right.low) > slack;
  }
}

/** The value of a quantity; undefined where it has none. */
export function evaluate(quantity: Quantity, ids: readonly string[], amountOf: AmountOf): Amount | undefined {
  switch (quantity.kind) {
    case 'number':
      return { low: quantity.value, high: quantity.value };
    case 'metric':
      return amountOf(quantity.id);
    case 'negative':
      return negative(evaluate(quantity.of, ids, amountOf));
    case 'arithmetic':
      return combine(quantity.sign, evaluate(quantity.left, ids, amountOf), evaluate(quantity.right, ids, amountOf));
    case 'every':
      return undefined;
    case 'call': {
      const parts = quantity.of.flatMap((part) =>
        part.kind === 'every' ? idsLike(part.pattern, ids).map(amountOf) : [evaluate(part, ids, amountOf)],
      );
      return parts.length === 0 ? undefined : call(quantity.name, parts);
    }
  }
}

function combine(sign: Arithmetic, left: Amount | undefined, right: Amount | undefined): Amount | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (sign) {
    case '+':
      return { low: left.low + right.low, high: left.high + right.high };
    case '-':
      return { low: left.low - right.high, high: left.high - right.low };
    case '*':
      return spread(left, right, (a, b) => a * b);
    case '/':
      return right.low <= 0 && right.high >= 0 ? undefined : spread(left, right, (a, b) => a / b);
  }
}

function spread(left: Amount, right: Amount, of: (a: number, b: number) => number): Amount {
  const corners = [
    of(left.low, right.low),
    of(left.low, right.high),
    of(left.high, right.low),
    of(left.high, right.high),
  ];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function call(name: string, given: readonly (Amount | undefined)[]): Amount | undefined {
  const parts = given.filter((part) => part !== undefined);
  const [first] = parts;
  if (parts.length < given.length || first === undefined) return undefined;
  const over = (of: (...values: number[]) => number): Amount => ({
    low: of(...parts.map(({ low }) => low)),
    high: of(...parts.map(({ high }) => high)),
  });
  switch (name) {
    case 'sum':
      return over((...values) => values.reduce((total, value) => total + value, 0));
    case 'min':
      return over(Math.min);
    case 'max':
      return over(Math.max);
    case 'round':
      return over(Math.round);
    default:
      return absolute(first);
  }
}

function absolute({ low, high }: Amount): Amount {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

function negative(amount: Amount | undefined): Amount | undefined {
  return amount && { low: -amount.high, high: -amount.low };
}
