/** Which masks the grammar colours, and that what it takes for a mask is never shown as bold or italic. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenize } from './tokenize';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

/** `⟦…⟧` are the masks that must be coloured, `〘…〙` what must be bold or italic; all else must be neither. */
function check(marked: string): void {
  const lines = tokenize(marked.replace(/[⟦⟧〘〙]/g, ''));
  const rendered = lines.map((tokens) => {
    const parts = tokens.map(({ text, scopes }) => {
      if (has(scopes, 'constant.character.escape.mask')) return `⟦${text}⟧`;
      return has(scopes, 'markup.bold') || has(scopes, 'markup.italic') ? `〘${text}〙` : text;
    });
    return parts.join('').replaceAll('〙〘', '');
  });
  expect(rendered.join('\n')).toBe(marked);
}

function has(scopes: readonly string[], prefix: string): boolean {
  return scopes.some((scope) => scope === prefix || scope.startsWith(`${prefix}.`));
}

describe('stars that stand for figures', () => {
  it.each([
    ['a pair that Markdown would take for bold', '召开会议⟦**⟧次、党日⟦**⟧次。'],
    ['a pair that Markdown would take for italic', '制发文件⟦*⟧份，办结督办件⟦*⟧件。'],
    ['an odd number of them', '排查隐患⟦**⟧处，整改⟦**⟧处，复查⟦**⟧次。'],
    ['runs of different lengths', '走访⟦*⟧户，慰问⟦**⟧人次，发放资金⟦***⟧余万元。'],
    ['one alone', '全年受理⟦****⟧件。'],
    ['before an approximator', '形成材料⟦**⟧余篇，化解⟦**⟧多起。'],
    ['before a compound unit', '上升⟦*⟧个百分点，参训⟦***⟧人次，投入⟦*⟧亿元。'],
    ['before a percent sign', '满意率⟦**⟧%，办结率⟦**⟧％。'],
    ['with a decimal', '同比增长⟦**.*⟧%，占比⟦*.*⟧个百分点。'],
    ['in a heading', '# ⟦**⟧项任务落实情况'],
    ['in a date', '⟦20**⟧年⟦*⟧月⟦*⟧日召开，截至⟦**⟧月⟦**⟧日。'],
    ['in an English sentence', 'Held ⟦**⟧ meetings and closed ⟦***⟧ issues.'],
  ])('%s', (_name, text) => check(text));
});

describe('stars that stand for names', () => {
  it.each([
    ['of places', '⟦**⟧省⟦**⟧市⟦**⟧县农业农村局'],
    ['of offices', '在⟦**⟧党委和⟦**⟧街道的支持下'],
    ['at the start of a line', '⟦**⟧市统计局'],
  ])('%s', (_name, text) => check(text));
});

describe('genuine emphasis', () => {
  it.each([
    ['bold before a word', '〘**重点**〙工作有序推进。'],
    ['bold before what begins like a unit', '〘**重点**〙项目和〘**基层**〙部门同步推进。'],
    ['bold that begins like a unit', '〘**次要**〙问题逐项整改，〘**个别**〙单位滞后。'],
    ['bold before a unit', '〘**重点**〙项工作。'],
    ['several in a line', '〘**统筹**〙安排，〘**压实**〙责任，〘**强化**〙考核。'],
    ['bold in a whole line', '〘**一是加强组织领导。**〙成立专班。'],
    ['italic', '这里要〘*特别*〙说明。'],
    ['English', 'The 〘**critical**〙 path and a 〘*minor*〙 delay.'],
    ['a list of stars', '* 次要事项\n* 〘**重要**〙事项'],
  ])('%s', (_name, text) => check(text));
});

describe('masks and emphasis in one line', () => {
  it.each([
    ['masks before a tag with stars of its own', '桌椅⟦**⟧套，改造⟦*⟧处，满意率<<rate:⟦**.*⟧>>%。'],
    ['a mask before bold', '召开会议⟦**⟧次，〘**重点**〙工作形成制度⟦***⟧项。'],
    ['a mask after bold', '〘**重点**〙工作推进会⟦**⟧次，⟦**⟧人参加。'],
    ['bold between masks of its length', '受理⟦**⟧件，〘**全部**〙办结，回访⟦**⟧人次。'],
    ['italic between masks', '受理⟦*⟧件，〘*全部*〙办结，回访⟦*⟧人次。'],
  ])('%s', (_name, text) => check(text));
});

describe('other masks', () => {
  it.each([
    ['letters before a unit', '召开会议⟦XX⟧次，参会⟦x⟧人，投入⟦XXX⟧万元。'],
    ['letters before a name', '⟦XX⟧局和⟦XX⟧公司'],
    ['multiplication signs', '⟦××⟧市调查⟦×××⟧户'],
    ['full-width stars, boxes and circles', '⟦＊＊⟧次，⟦□□⟧个，⟦○○⟧项'],
    ['lines to fill', '安排资金⟦____⟧万元'],
    ['a name left out', '⟦某某⟧局⟦某某⟧同志'],
    ['dates', '⟦20XX⟧年⟦XX⟧月，⟦YYYY-MM-DD⟧'],
    ['notes in brackets', '金额⟦【待补充：以决算为准】⟧，⟦[X]⟧ of ⟦[Y]⟧, ⟦{{owner}}⟧, ⟦TBD⟧'],
    ['money', 'Spent $⟦XXX⟧ of $⟦X,XXX⟧.'],
  ])('%s', (_name, text) => check(text));

  it.each([
    ['sizes', '版心为156×225毫米，3×5排列'],
    ['Chinese numerals', '二〇二二年召开会议'],
    ['words with these letters', 'X光检查，xxx.example.com，XIII，TODOS'],
    ['a certain one', '某次会议上某人提出，某市调研'],
    ['links and task boxes', '- [x] 完成 [X](https://example.com)'],
  ])('not: %s', (_name, text) => check(text));
});

describe('places where nothing is a mask', () => {
  it.each([
    ['code', '输入 `召开**次、党日**次` 即可'],
    ['a fence', '```\n召开**次、党日**次\n<<meetings:**>>\n```'],
    ['a comment', '<!-- 召开**次、XX次 -->'],
    ['front matter', '---\ntitle: 召开**次、XX次\n---'],
  ])('%s', (_name, text) => check(text));
});
