/** Reports rates of growth that do not follow from the figure here and that of last period. */
import type { Amount } from '../analysis/amount';
import { givenBy } from '../analysis/standings';
import { parseNumber } from '../analysis/value';
import { defineRule } from './rule';
import { compared } from './support/change';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'wrong-growth',
  severity: 'warning',
  summary: { en: 'A rate of growth does not follow from the two figures', zh: '增长率与本期、上期数值不符' },
  checkMetric(use, standing, { text, bound, report }) {
    const { id, definition } = standing;
    const last = bound?.previousOf(id);
    const given = givenBy(use, text);
    if (last === undefined || given === undefined) return;
    const said = growthAfter(text.slice(use.span.end, use.span.end + reach));
    const both = compared(given, last, standing);
    if (both === undefined || said === undefined || both.before.low <= 0) return;
    const { now, before } = both;
    const low = (now.low / before.high - 1) * 100;
    const high = (now.high / before.low - 1) * 100;
    if (said.amount.low <= high && low <= said.amount.high) return;
    const name = metricName(id, definition);
    const right = rate((low + high) / 2, said.decimals);
    const start = use.span.end + said.start;
    report({
      span: { start, end: start + said.written.length },
      message: {
        en: `${name.en} was ${shown(last.written)} last period and is ${shown(given.written)} now, a change of ${right}, not ${shown(said.written)}; correct the one that is wrong`,
        zh: `${name.zh}上期为“${shown(last.written)}”，本期为“${shown(given.written)}”，变化应为 ${right}，而非“${shown(said.written)}”；请改正有误的一处`,
      },
    });
  },
});

/** How far behind a figure its growth is said. */
const reach = 40;

interface Growth {
  readonly written: string;
  /** Behind the tag. */
  readonly start: number;
  readonly decimals: number;
  /** In per cent. */
  readonly amount: Amount;
}

/** What is said of the whole clause before, not of another figure: nothing stands between but the unit and a comma. */
const pattern =
  /^[^\d，。；,;<]{0,8}[，,（(]?\s*(?:(?:比|较)(?:上年|去年|上期|上月|上季度|上年同期)|同比|an? |up |down )[^\d，。；<]{0,6}?(增长|增加|上升|提高|下降|减少|降低|回落|increase of |rise of |decrease of |fall of |up |down |up|down)(?:了)?\s*(?:<<[^<>:]*:)?(\d+(?:\.\d+)?)(?:>>)?\s*[%％]/;

function growthAfter(text: string): Growth | undefined {
  const match = pattern.exec(text);
  const [whole = '', verb = '', digits = ''] = match ?? [];
  const number = match === null ? undefined : parseNumber(digits);
  if (number === undefined) return undefined;
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const sign = /下降|减少|降低|回落|decrease|fall|down/.test(verb) ? -1 : 1;
  const half = 0.5 * 10 ** -decimals;
  const start = whole.lastIndexOf(digits);
  return {
    written: `${digits}%`,
    start,
    decimals,
    amount: { low: sign * number - half, high: sign * number + half },
  };
}

function rate(value: number, decimals: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(decimals)}%`;
}
