/** The sections put together from blocks are those of the whole report, in any text. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildReport } from '../../server/src/report/build';
import { blankCounts, nextOutline, outlineOf, ownTextOf, sectionsAt } from '../../server/src/report/outline';
import { sectionName } from '../../server/src/report/sections';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse, reparse } from '../../server/src/syntax/parse';
import { createRandom } from '../markdown/random';

const lexicon = createLexicon();
const seed = Number(process.env['SEED'] ?? 1);
const rounds = Number(process.env['ROUNDS'] ?? 100);

const read = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
const reports = ['annual-summary.report.md', 'project-status.report.md', 'plain-draft.txt'].map(read);

it('are the same after damage at random, with the same names', () => {
  const random = createRandom(seed);
  const marks = [
    '#',
    '## ',
    '\n',
    '\n\n',
    '一、',
    '（二）',
    '第一章 ',
    '。',
    '- ',
    '> ',
    '```\n',
    '---\n',
    ' {#a}',
    '**',
  ];
  let sections = 0;
  for (let round = 0; round < rounds; round++) {
    const source = reports[random.below(reports.length)] ?? '';
    const from = random.below(Math.max(1, source.length - 500));
    let text =
      random.below(2) === 0 ? source.slice(from, from + 500) : source.slice(from, from + 500).replace(/#/g, '');
    for (let edit = random.below(8); edit > 0; edit--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + (marks[random.below(marks.length)] ?? '') + text.slice(at + random.below(3));
    }
    const parsed = parse(text, { mode: 'markdown', lexicon });
    const expected = buildReport(parsed).sections;
    const { sections: found, names } = outlineOf(parsed);
    sections += found.length;
    const told = (names: readonly string[], of: readonly unknown[]): string => JSON.stringify({ names, of });
    expect(told(names, found), `SEED=${seed}, round ${round}: ${JSON.stringify(text)}`).toBe(
      told(
        expected.map((section) => sectionName(section, text)),
        expected,
      ),
    );
  }
  expect(sections).toBeGreaterThan(rounds);
});

it('are kept up with edits, and so are their blanks', () => {
  const random = createRandom(seed);
  const typed = [
    '#',
    '## 三、其他\n',
    '\n\n',
    '一、',
    '**次',
    '<<m:**>>',
    '会议',
    '。',
    '',
    '',
    '',
    '\n\n会议**次\n\n',
    '```',
  ];
  let followed = 0;
  for (let round = 0; round < rounds / 10; round++) {
    const source = reports[random.below(reports.length)] ?? '';
    const text = round % 2 === 0 ? source : source.replace(/^#+ /gm, '');
    let outline = outlineOf(parse(text, { mode: 'markdown', lexicon }));
    for (let edit = 0; edit < 15; edit++) {
      const { parse: old } = outline;
      const at = random.below(old.text.length + 1);
      const span = { start: at, end: Math.min(old.text.length, at + random.below(random.below(8) === 0 ? 80 : 3)) };
      const now = reparse(old, { span, newText: typed[random.below(typed.length)] ?? '' });
      const expected = outlineOf(parse(now.text, { mode: 'markdown', lexicon }));
      const next = nextOutline(outline, now);
      const note = `SEED=${seed}, round ${round}, edit ${edit}: ${JSON.stringify(old.text.slice(at - 40, at + 90))}`;
      expect(JSON.stringify([next.sections, next.names, next.ownBlanks]), note).toBe(
        JSON.stringify([expected.sections, expected.names, expected.ownBlanks]),
      );
      if (next !== outlineOf(now)) followed++;
      outline = next;
    }
  }
  expect(followed).toBeGreaterThan(rounds / 5);
});

it('have the blanks of the report', () => {
  for (const text of reports) {
    const parsed = parse(text, { mode: 'markdown', lexicon });
    const report = buildReport(parsed);
    const own = report.sections.map(({ index }) => report.blanks.filter((blank) => blank.section === index).length);
    expect(outlineOf(parsed).ownBlanks).toEqual(own);
  }
});

it('count the blanks of their subsections', () => {
  const text =
    '# 总结\n\n会议**次。\n\n## 一、工作\n\n*次、<<m:*>>次、<<n:3>>次。\n\n### （一）供水\n\n**次。\n\n## 二、打算\n\n无。\n';
  expect(blankCounts(outlineOf(parse(text, { mode: 'markdown', lexicon })))).toEqual([3, 1, 0]);
});

it('are found around a place, the innermost first, each with the text that is its own', () => {
  const text = '# 总结\n\n导语。\n\n## 一、工作\n\n甲。\n\n### （一）供水\n\n乙。\n\n## 二、打算\n\n丙。\n';
  const sections = outlineOf(parse(text, { mode: 'markdown', lexicon })).sections;
  const titlesAt = (word: string): string[] => sectionsAt(sections, text.indexOf(word)).map(({ title }) => title);
  expect(titlesAt('导语')).toEqual([]);
  expect(titlesAt('甲')).toEqual(['工作']);
  expect(titlesAt('乙')).toEqual(['供水', '工作']);
  expect(titlesAt('丙')).toEqual(['打算']);
  const own = sections.map((section) => ownTextOf(sections, section));
  expect(own.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['甲。', '乙。', '丙。']);
});
