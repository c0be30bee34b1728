/** What units measure, as far as rules need to tell: a sum of money is no number of meetings. */
import { scaleTo } from '../../analysis/amount';
import type { MetricTemplate } from '../../template/types';

export type UnitFit =
  /** The template's, or one that may be meant by it. */
  | { readonly kind: 'fits' }
  /** So many of the template's. */
  | { readonly kind: 'multiple'; readonly scale: number }
  | { readonly kind: 'other' };

/** Only where both units are known to measure different things is one another; measure words such as 个 and 项 may stand for each other. */
export function unitFit(unit: string | undefined, { unit: wanted, type }: MetricTemplate): UnitFit {
  if (unit === undefined || wanted === undefined || type === 'text' || type === 'date') return fits;
  const own = withoutApproximator(unit);
  if (own === wanted) return fits;
  const [from, to] = [dimensionOf(own), dimensionOf(wanted)];
  if (from === undefined || to === undefined) return fits;
  if (from !== to) return mayStandFor(from, to) || mayStandFor(to, from) ? fits : { kind: 'other' };
  const scale = scaleTo(own, wanted);
  if (scale !== undefined) return scale === 1 ? fits : { kind: 'multiple', scale };
  return isMeasure(from) ? { kind: 'other' } : fits;
}

/** 万元 for 余万元 and for 万多元. */
export function withoutApproximator(unit: string): string {
  return unit.replace(/^([十百千万亿]*)[余多来几](?=.)/, '$1');
}

const fits: UnitFit = { kind: 'fits' };

type Dimension = keyof typeof dimensions;

const dimensions = {
  money: /^(?:元|角|分|人民币|美元|欧元|英镑|日元|港元|港币)$/,
  share: /^(?:[%％‰]|个?百分点|percent|percentage points?|points?)$/i,
  time: /^(?:年|个?月|[天日周秒]|个?小时|个?星期|分钟|(?:year|month|week|day|hour|minute|second)s?)$/i,
  length: /^(?:米|公里|千米|厘米|毫米|里|km|m)$/,
  area: /^(?:亩|公顷|平方米|平方公里|平方千米|平方厘米|㎡)$/,
  mass: /^(?:吨|公斤|千克|克|斤|kg|t)$/,
  volume: /^(?:立方米|升|毫升|m³)$/,
  energy: /^(?:千瓦时|瓦时|度|kWh|MWh|GWh)$/,
  attendance: /^人次$/,
  households: /^户$/,
  people: /^[人名]$/,
  /** Measure words, which say little of what is counted. */
  pieces: /^(?:[个项件条处家起宗例篇份本册期次场批类种台辆套张座栋支]|场次|批次)$/,
};

const names = Object.keys(dimensions) as Dimension[];

function dimensionOf(unit: string): Dimension | undefined {
  // A multiple of a unit measures what the unit does; 千瓦时 and 百分点 are units of their own.
  const plain = unit.replace(/^[百千万亿]+(?=.)/, '');
  return names.find((name) => dimensions[name].test(unit)) ?? names.find((name) => dimensions[name].test(plain));
}

/** 个 counts whatever is counted. */
function mayStandFor(one: Dimension, other: Dimension): boolean {
  return one === 'pieces' && (other === 'people' || other === 'households');
}

/** Of the others every unit says only that something is counted. */
function isMeasure(dimension: Dimension): boolean {
  return !['pieces', 'people', 'households', 'attendance'].includes(dimension);
}
