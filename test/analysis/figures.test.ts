/** Figures without tags: what is found, as which mask, and what digits are none. */
import { expect, it } from 'vitest';
import { maskOf, untaggedFigures } from '../../server/src/analysis/figures';
import { readReport } from '../check';

function blanked(text: string): string {
  const { parse } = readReport(text);
  const { text: result } = untaggedFigures(parse).reduceRight(
    ({ text: rest }, { span, text: mask }) => ({
      text: `${rest.slice(0, span.start)}{${mask}}${rest.slice(span.end)}`,
    }),
    { text },
  );
  return result;
}

const found: readonly [string, string][] = [
  [
    '召开会议12次，化解金额1.5亿元，完成率95.1%，同比增长3个百分点。',
    '召开会议{**}次，化解金额{*.*}亿元，完成率{**.*}%，同比增长{*}个百分点。',
  ],
  [
    '2024年12月3日，惠及1,200余户；3月起实行，2023年至2024年。',
    '{20**年**月*日}，惠及{*,***}余户；{*}月起实行，{20**年}至{20**年}。',
  ],
  ['走访10-12户，培训10至12人。', '走访{**}-{**}户，培训{**}至{**}人。'],
  [
    'Spent $1,200 on 14 repairs in 2024, 3% more than in May 2023.',
    'Spent ${*,***} on {**} repairs in {20**}, {*}% more than in May {20**}.',
  ],
  ['Due on 2025-08-04, 12 March and March 14.', 'Due on {YYYY-MM-DD}, {**} March and March {**}.'],
  [
    '| 指标 | 数 |\n| --- | --- |\n| 会议 | 12 |\n| 走访 | 1,234.5 |',
    '| 指标 | 数 |\n| --- | --- |\n| 会议 | {**} |\n| 走访 | {*,***.*} |',
  ],
  ['- 走访36户\n- **重点**走访3户', '- 走访{**}户\n- **重点**走访{*}户'],
];
it.each(found)('%s', (text, expected) => {
  expect(blanked(`# 报告\n\n${text}\n`)).toBe(`# 报告\n\n${expected}\n`);
});

const none: readonly string[] = [
  '第12次会议和第3季度。',
  '《2021—2025年规划》和国发〔2024〕5号。',
  '贯彻“1+1+N”要求，推广5G应用，拨打12345热线。',
  'See section 3 and table 2, version 2.0.1, RFC 9110 and `12 items`.',
  'Open <https://a.example/12/items> or [12](https://a.example/3%20b).',
  '## 2024年工作\n\n正文。',
  '| 1 | 会议 |\n| --- | --- |\n| 2 | 走访 |',
];
it.each(none)('none in %s', (text) => {
  const report = `# 2024年报告\n\n${text}\n`;
  expect(blanked(report)).toBe(report);
});

it('nothing takes long', () => {
  for (const piece of ['1', '1,', '1-', '12次', '2024年', '2024-', '《1', '1 March ', '-1']) {
    const start = performance.now();
    untaggedFigures(readReport(`# 报告\n\n${piece.repeat(100_000 / piece.length)}\n`).parse);
    expect(performance.now() - start, piece).toBeLessThan(3000);
  }
});

const masks: readonly [string, string | undefined][] = [
  ['12', '**'],
  ['１２', '**'],
  ['1,234.5', '*,***.*'],
  ['95.1%', '**.*%'],
  ['-3', '-*'],
  ['2024年12月3日', '20**年**月*日'],
  ['2024-12-03', 'YYYY-MM-DD'],
  ['R. Okafor', undefined],
  ['', undefined],
  ['**', '**'],
];
it.each(masks)('%s is %s wide', (value, mask) => {
  expect(maskOf(value)).toBe(mask);
});
