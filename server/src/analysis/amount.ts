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
 * rounded, and one before 余 is less than the next round number. Undefined for what is no number, and in another unit.
 */
export function amountOf(given: GivenValue, definition: MetricTemplate | undefined): Amount | undefined {
  const { value, unit } = given;
  const isPercent = value.endsWith('%') || definition?.type === 'percent';
  const number = parseNumber(value);
  const scale = isPercent ? 0.01 : scaleTo(unit, definition?.unit);
  if (number === undefined || scale === undefined) return undefined;
  const decimals = /\.(\d+)/.exec(given.written)?.[1]?.length ?? 0;
  const isRounded = decimals > 0 || isPercent || scale > 1;
  const half = isRounded ? 0.5 * 10 ** -decimals : 0;
  const more = /^[余多]/.test(unit ?? '') ? 10 ** (/0*$/.exec(String(Math.trunc(number)))?.[0].length ?? 0) : 0;
  return { low: exact((number - half) * scale), high: exact((number + Math.max(half, more)) * scale) };
}

/** How many of the second unit one of the first is: 亿元 is 10,000 万元. Undefined where they measure different things. */
export function scaleTo(unit: string | undefined, wanted: string | undefined): number | undefined {
  if (unit === undefined || wanted === undefined) return 1;
  const [from, to] = [partsOf(unit.replace(/^[余多来]/, '')), partsOf(wanted)];
  return from.base === to.base || unit === wanted ? from.scale / to.scale : undefined;
}

const scales: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  万亿: 1_000_000_000_000,
};

function partsOf(unit: string): { readonly scale: number; readonly base: string } {
  const [, multiple = '', base = unit] = /^(百万|千万|万亿|[百千万亿])(.+)$/.exec(unit) ?? [];
  // A percentage point is no hundred of anything.
  return base === '分点' || base === '分比' ? { scale: 1, base: unit } : { scale: scales[multiple] ?? 1, base };
}

/** Without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
