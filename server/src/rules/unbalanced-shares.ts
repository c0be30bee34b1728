/** Reports shares that should add up to 100 and do not: 结构为9.8∶66.7∶23.8. */
import { gap } from '../report/prose';
import { defineRule } from './rule';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'unbalanced-shares',
  severity: 'warning',
  summary: { en: 'Shares of one whole do not add up to 100', zh: '各项占比之和不等于100' },
  checkLine: {
    looksFor: /\d[\s\ufffc]*[:：∶][\s\ufffc]*\d|分别[占为]/,
    check(line, { report }) {
      for (const { pattern, isWhole } of forms) {
        for (const match of line.text.matchAll(pattern)) {
          const written = (match[2] ?? '').matchAll(/\d{1,3}(?:\.\d{1,4})?/g);
          const shares = [...written].map(([digits]) => digits);
          const sum = sumOf(shares);
          if (sum === undefined || (sum < 100 && !isWhole.test(match[1] ?? ''))) continue;
          const start = match.index + (match[1] ?? '').length;
          const end = match.index + match[0].length;
          const place = shown(seen(line.text.slice(start, end)));
          report({
            span: spanIn(line, start, end),
            message: {
              en: `The shares "${place}" add up to ${sum}, expected 100, and rounding does not explain it; correct the share that is wrong`,
              zh: `各项占比“${place}”之和为${sum}，应为100，且超出四舍五入的误差；请核对并改正`,
            },
          });
        }
      }
    },
  },
});

/** The sum where it is near 100, so that the shares are of one whole, and further from it than rounding takes it. */
function sumOf(shares: readonly string[]): number | undefined {
  const decimals = Math.max(...shares.map((share) => share.split('.')[1]?.length ?? 0));
  const sum = Number(shares.reduce((total, share) => total + Number(share), 0).toFixed(decimals));
  const rounding = (shares.length * 10 ** -decimals) / 2;
  const isNear = sum >= 99 && sum <= 101;
  return shares.length > 1 && isNear && Math.abs(sum - 100) > rounding + 1e-9 ? sum : undefined;
}

const share = `[ ${gap}]{0,80}\\d{1,3}(?:\\.\\d{1,4})?[ ${gap}]{0,80}`;

interface Form {
  /** The words before the shares, then the shares. */
  readonly pattern: RegExp;
  /** Whether the words before them say that no share is left out. */
  readonly isWhole: RegExp;
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      `((?:结构|比例(?!尺)|占比|构成|比重|之比)[^，。；：:∶\\d]{0,16})(?<![\\d.:：∶])(${share}(?:[:：∶]${share}){1,9})(?![ ${gap}]{0,80}(?:[\\d:：∶%％]|\\.\\d))`,
      'g',
    ),
    isWhole: /^/,
  },
  {
    pattern: new RegExp(
      `([^，。；]{0,20}分别(?:占|占比为?|为)[^，。；\\d和与及]{0,16})(${share}[%％](?:[、，和及与]{1,2}${share}[%％]){1,9})`,
      'g',
    ),
    isWhole: /三次产业|三产|男女|城乡|结构|构成/,
  },
];
