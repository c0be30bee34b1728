/** What figures say as numbers, and how exactly. */
import { describe, expect, it } from 'vitest';
import { amountOf, scaleTo } from '../../server/src/analysis/amount';
import { createStandings } from '../../server/src/analysis/standings';
import type { MetricTemplate } from '../../server/src/template/types';
import { loadTemplate } from '../../server/src/template/load';
import { readReport } from '../check';

describe('the amount of a count', () => {
  it.each([
    ['<<a:12>>次', 12],
    ['<<a:1,200>>次', 1200],
    ['<<a:１，２００>>次', 1200],
    ['<<a:三十五>>次', 35],
    ['<<a:-3>>次', -3],
    ['<<a:12>>', 12],
  ])('is exact in %s', (text, number) => {
    expect(amountIn(text, 'type: integer, unit: 次')).toEqual({ low: number, high: number });
  });

  it('is below the next round number before 余 and 多', () => {
    expect(amountIn('<<a:120>>余次', 'type: integer, unit: 次')).toEqual({ low: 120, high: 130 });
    expect(amountIn('<<a:300>>多次', 'type: integer, unit: 次')).toEqual({ low: 300, high: 400 });
    expect(amountIn('<<a:35>>余次', 'type: integer, unit: 次')).toEqual({ low: 35, high: 36 });
    expect(amountIn('<<a:30>>来次', 'type: integer, unit: 次')).toEqual({ low: 20, high: 40 });
  });

  it('is none for words, and in a unit that measures something else', () => {
    expect(amountIn('<<a:若干>>次', 'type: integer, unit: 次')).toBeUndefined();
    expect(amountIn('<<a:12>>人', 'type: integer, unit: 次')).toBeUndefined();
    expect(amountIn('<<a:12>>人次', 'type: integer, unit: 人')).toBeUndefined();
  });
});

describe('the amount of money', () => {
  it('is in the unit of the template', () => {
    expect(amountIn('<<a:350>>万元', 'type: money, unit: 万元')).toEqual({ low: 350, high: 350 });
    expect(amountIn('<<a:350>>万元', 'type: money, unit: 元')).toEqual({ low: 3_495_000, high: 3_505_000 });
    expect(amountIn('<<a:3>>亿元', 'type: money, unit: 万元')).toEqual({ low: 25_000, high: 35_000 });
    expect(amountIn('<<a:3.20>>亿元', 'type: money, unit: 万元')).toEqual({ low: 31_950, high: 32_050 });
    expect(amountIn('<<a:3５００>>万元', 'type: money, unit: 亿元')).toEqual({ low: 0.35, high: 0.35 });
    expect(amountIn('<<a:3>>万多元', 'type: money, unit: 万元')).toEqual({ low: 3, high: 4 });
    expect(amountIn('<<a:20>>余万元', 'type: money, unit: 万元')).toEqual({ low: 20, high: 30 });
  });

  it('is in multiples that English writes behind it', () => {
    expect(amountIn('US$<<a:1.2>>m', 'type: money, unit: USD')).toEqual({ low: 1_150_000, high: 1_250_000 });
    expect(amountIn('$<<a:800>>k, or', 'type: money, unit: USD')).toEqual({ low: 799_500, high: 800_500 });
    expect(amountIn('$<<a:2>> million', 'type: money, unit: USD')).toEqual({ low: 1_500_000, high: 2_500_000 });
    expect(amountIn('$<<a:2,000>> more', 'type: money, unit: USD')).toEqual({ low: 2000, high: 2000 });
  });

  it('may have been rounded where it has decimals', () => {
    expect(amountIn('<<a:12.5>>万元', 'type: money, unit: 万元')).toEqual({ low: 12.45, high: 12.55 });
    expect(amountIn('<<a:１２．５０>>万元', 'type: money, unit: 万元')).toEqual({ low: 12.495, high: 12.505 });
  });
});

describe('the amount of a percentage', () => {
  it('is its hundredth, rounded as it is written', () => {
    expect(amountIn('<<a:95.1>>%', "type: percent, unit: '%'")).toEqual({ low: 0.9505, high: 0.9515 });
    expect(amountIn('<<a:95.1%>>', "type: percent, unit: '%'")).toEqual({ low: 0.9505, high: 0.9515 });
    expect(amountIn('<<a:95>>', 'type: percent')).toEqual({ low: 0.945, high: 0.955 });
    expect(amountIn('<<a:40%>>', 'type: decimal')).toEqual({ low: 0.395, high: 0.405 });
  });
});

it('one unit is so many of another, where both measure the same', () => {
  expect(scaleTo('亿元', '万元')).toBe(10_000);
  expect(scaleTo('万元', '亿元')).toBe(0.0001);
  expect(scaleTo('余万元', '万元')).toBe(1);
  expect(scaleTo('百万元', '万元')).toBe(100);
  expect(scaleTo('万人次', '人次')).toBe(10_000);
  expect(scaleTo('千米', '米')).toBe(1000);
  expect(scaleTo('万千瓦时', '千瓦时')).toBe(10_000);
  expect(scaleTo('亿', '万元')).toBe(10_000);
  expect(scaleTo('minute', 'minutes')).toBe(1);
  expect(scaleTo('hours', 'minutes')).toBeUndefined();
  expect(scaleTo('m', 'km')).toBeUndefined();
  expect(scaleTo('个百分点', '%')).toBeUndefined();
  expect(scaleTo('百分点', '分点')).toBeUndefined();
  expect(scaleTo('公里', '米')).toBeUndefined();
  expect(scaleTo(undefined, '次')).toBe(1);
  expect(scaleTo('次', undefined)).toBe(1);
});

/** The amount that the only value of metric `a` gives. */
function amountIn(text: string, keys: string): ReturnType<typeof amountOf> {
  const definition = metric(keys);
  const { report } = readReport(text);
  const standings = createStandings(new Map([['a', definition]]));
  standings.replace([], [{ order: 0, text, tags: report.metrics }]);
  const [given] = standings.of('a').values;
  if (given === undefined) throw new Error(`No value in "${text}".`);
  return amountOf(given, definition);
}

function metric(keys: string): MetricTemplate {
  const { template } = loadTemplate(
    `id: own\ntitle: Own\nlanguage: en\nsections: []\nmetrics:\n  - { id: a, label: A, ${keys} }\n`,
  );
  const [definition] = template?.metrics ?? [];
  if (definition === undefined) throw new Error(`"${keys}" defines no metric.`);
  return definition;
}
