/** What a figure says as a number, and how exactly: `95.1%` is anything that is rounded so. */
import type { MetricTemplate } from '../template/types';
import type { GivenValue } from './standings';
import { parseNumber } from './value';

/** All numbers from `low` to `high`; both are the same for a count. A percentage is its hundredth. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

/**
 * In the unit of the definition where the figure stands in a multiple of it (亿元 for 万元). A figure with decimals may have been
 * rounded, one before 余 is less than the next round number, and one before 来 lies on either side. Undefined for what is no
 * number, and in another unit.
 */
export function amountOf(
  given: GivenValue,
  definition: Pick<MetricTemplate, 'type' | 'unit'> | undefined,
): Amount | undefined {
  const { value, unit } = given;
  const isPercent = value.endsWith('%') || definition?.type === 'percent';
  const number = parseNumber(value);
  const scale = isPercent ? 0.01 : scaleTo(unit, definition?.unit);
  if (number === undefined || scale === undefined) return undefined;
  const decimals = /[.．]([\d０-９]+)/.exec(given.written)?.[1]?.length ?? 0;
  const isRounded = decimals > 0 || isPercent || scale > 1;
  const half = isRounded ? 0.5 * 10 ** -decimals : 0;
  const round = 10 ** (/0*$/.exec(String(Math.trunc(number)))?.[0].length ?? 0);
  const less = /^[十百千万亿]*来/.test(unit ?? '') ? round : half;
  const more = /^[十百千万亿]*[余多来]/.test(unit ?? '') ? round : half;
  return { low: exact((number - less) * scale), high: exact((number + Math.max(half, more)) * scale) };
}

/**
 * How many of the second unit one of the first is: 亿元 is 10,000 万元, and a bare 亿 or million is so many of anything. Undefined where
 * they measure different things.
 */
export function scaleTo(unit: string | undefined, wanted: string | undefined): number | undefined {
  if (unit === undefined || wanted === undefined || unit === wanted) return 1;
  const [from, to] = [partsOf(unit, wanted), partsOf(wanted, wanted)];
  return from.base === to.base || from.base === '' ? from.scale / to.scale : undefined;
}

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const words: Readonly<Record<string, number>> = {
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  trillion: 1_000_000_000_000,
};
/** Only of money: `12m` may be a length. */
const letters: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000, mn: 1_000_000, bn: 1_000_000_000 };

function partsOf(unit: string, wanted: string): { readonly scale: number; readonly base: string } {
  const word =
    words[unit.toLowerCase()] ?? (/^[A-Z]{3}$|^[$€£¥]$/.test(wanted) ? letters[unit.toLowerCase()] : undefined);
  if (word !== undefined) return { scale: word, base: '' };
  if (/^[a-z ]+$/i.test(unit)) return { scale: 1, base: unit.replace(/s$/, '') };
  // A percentage point is no hundred of anything.
  const [, multiple = '', base = ''] = /^[余多来几]?((?:(?!百分)[十百千万亿])*)[余多来几]?(.*)$/.exec(unit) ?? [];
  return { scale: [...multiple].reduce((scale, sign) => scale * (scales[sign] ?? 1), 1), base };
}

/** Without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
