/** How a figure has changed since last period. */
import { scaleTo } from '../../analysis/amount';
import type { GivenValue } from '../../analysis/standings';
import { parseNumber } from '../../analysis/value';
import type { Message } from '../../base/message';
import type { MetricTemplate } from '../../template/types';

/** `+12 (+8%)`; in points for shares. Undefined where one is no number, or they measure different things. */
export function changeSince(
  previous: GivenValue,
  now: GivenValue,
  definition: Pick<MetricTemplate, 'type'> | undefined,
): Message | undefined {
  const before = parseNumber(previous.value);
  const after = parseNumber(now.value);
  const isShare = definition?.type === 'percent' || now.value.endsWith('%');
  if (before === undefined || after === undefined) return undefined;
  if (definition?.type !== 'percent' && isShare !== previous.value.endsWith('%')) return undefined;
  const scale = isShare ? 1 : scaleTo(previous.unit, now.unit);
  if (scale === undefined) return undefined;
  const decimals = Math.max(decimalsOf(now), scale === 1 ? decimalsOf(previous) : 0);
  const base = before * scale;
  const difference = signed(after - base, decimals);
  if (isShare) return { en: `${difference} pp`, zh: `${difference}个百分点` };
  if (base === 0 || difference === unchanged) return { en: difference, zh: difference };
  const rate = ((after - base) / Math.abs(base)) * 100;
  const share = `${signed(rate, Math.abs(rate) < 10 ? 1 : 0)}%`;
  return { en: `${difference} (${share})`, zh: `${difference}（${share}）` };
}

const unchanged = '±0';

/** Rounded, without zeros at the end. */
function signed(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(Math.min(decimals, 10)));
  if (rounded === 0) return unchanged;
  return `${rounded > 0 ? '+' : '-'}${Math.abs(rounded)}`;
}

function decimalsOf({ written }: GivenValue): number {
  return /[.．]([\d０-９]+)/.exec(written)?.[1]?.length ?? 0;
}
