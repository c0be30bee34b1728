/** One heading that names two parts which follow one another meets both. */
import { expect, it } from 'vitest';
import { diagnose, readReport } from '../check';

const missing = (text: string): readonly string[] =>
  diagnose(text, { template: 'annual-summary', rules: ['missing-section', 'misplaced-section'] }).map(
    ({ message }) => message.zh,
  );

const summary = (last: string): string =>
  `# 县图书馆2024年工作总结\n\n2024年以来，县图书馆深入推进全民阅读。\n\n## 一、主要工作及成效\n\n工作平稳。\n\n${last}\n\n经费紧张，将争取支持。\n`;

it.each(['## 二、存在问题及下一步打算', '## 二、存在的问题和下一步工作计划', '## 二、问题与不足、下一步打算'])(
  '%s',
  (heading) => {
    expect(missing(summary(heading))).toEqual([]);
    const { outline } = readReport(summary(heading), { template: 'annual-summary' }).analysis;
    const met = outline.filter(
      ({ placement }) => placement.kind === 'section' && placement.section.number?.value === 2,
    );
    expect(met.map(({ requirement }) => requirement.id)).toEqual(['problems', 'next']);
  },
);

it('which names only one of them meets one', () => {
  expect(missing(summary('## 二、存在问题和不足'))).toEqual([expect.stringContaining('下一步')]);
});
