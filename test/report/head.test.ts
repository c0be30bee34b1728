/** The head of a report, and what is literal in it, are read without the rest and say the same. */
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../server/src/report/build';
import { frontMatterOf, titleOf } from '../../server/src/report/head';
import { isLiteralAt } from '../../server/src/report/literal';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import type { Mode } from '../../server/src/syntax/types';

const lexicon = createLexicon();

const reports: readonly string[] = [
  '---\nreport: annual-summary\ntitle: 某局总结\n---\n\n# 另一标题\n\n正文。\n',
  '\ufeff---\nreport: annual-summary\nperiod: 2024\n---\n\n# 某局总结\n\n## 一、工作\n',
  '---\nreport: annual-summary\n---\n\n# 工作\n\n文。\n\n# 问题\n\n文。\n',
  '某局2024年工作总结\n\n一、工作\n抓工作。\n',
  '一、工作\n抓工作。\n\n二、问题\n',
  '某局工作总结',
  '各位领导：\n\n现将情况报告如下。\n',
  '## 一、工作\n\n# 某局总结\n',
  '- 清单\n\n正文。\n',
  '# 一、工作\n\n抓。\n',
  '',
];

describe.each<Mode>(['markdown', 'plain'])('%s', (mode) => {
  it.each(reports)('%j', (text) => {
    const read = parse(text, { mode, lexicon });
    const report = buildReport(read);
    expect(titleOf(read)).toEqual(report.title);
    expect(frontMatterOf(read)).toEqual(report.frontMatter);
  });
});

it('keeps the front matter as long as its text stays', () => {
  const [text = ''] = reports;
  const read = parse(text, { mode: 'markdown', lexicon });
  expect(frontMatterOf(read)).toBe(frontMatterOf({ ...read }));
});

describe('what is typed is literal', () => {
  it.each([
    ['in a code span', '见 `a$b` 文', true],
    ['not behind one', '见 `ab`$ 文', false],
    ['in fenced code', '```\na$\n```', true],
    ['in code without an end', '```\na$', true],
    ['in indented code', '文。\n\n    a$', true],
    ['in a comment', '<!-- a$ -->', true],
    ['not behind HTML', '见 <b>重点</b>$', false],
    ['not in a tag', '开会<<a:$1>>次', false],
    ['not in prose', '开会$次', false],
  ])('%s', (_, marked, expected) => {
    const at = marked.indexOf('$');
    const found = parse(marked.replace('$', ''), { mode: 'markdown', lexicon }).blocks.find(
      ({ length }) => length >= at,
    );
    expect(found && isLiteralAt(found.item, at - found.before.length)).toBe(expected);
  });
});
