/** Reports sibling headings whose numbers do not count up from one. */
import { brokenHeadings, headingChanges, type Numbered } from '../analysis/headingNumbers';
import type { Message } from '../base/message';
import type { Fix } from '../base/problem';
import { formatNumber } from '../report/numbering';
import type { HeadingNumber } from '../report/types';
import { defineRule } from './rule';

export default defineRule({
  id: 'heading-number-gap',
  severity: 'error',
  summary: {
    en: 'The numbers of headings skip, repeat or go back',
    zh: '标题序号跳号、重号或倒退',
  },
  checkStructure({ analysis, report: found }) {
    const { report } = analysis;
    for (const run of brokenHeadings(report.sections, () => analysis.outline)) {
      for (const { index, expected } of run.breaks) {
        const section = run.siblings[index];
        if (section === undefined) continue;
        found({
          span: section.number.span,
          message: describe(section.number, run.siblings[index - 1], expected),
          fixes: () => renumber(headingChanges(run, report, analysis.outline)),
        });
      }
    }
  },
});

function describe(number: HeadingNumber, previous: Numbered | undefined, expected: number): Message {
  const [own, wanted] = [written(number.style, number.value), written(number.style, expected)];
  const before = previous === undefined ? undefined : written(number.style, previous.number.value);
  return {
    en: `The heading is numbered "${own}"${before === undefined ? '' : ` after "${before}"`}, expected "${wanted}"; renumber it`,
    zh: `标题序号为“${own}”${before === undefined ? '' : `，前一个为“${before}”`}，应为“${wanted}”；请重新编号`,
  };
}

function written(style: HeadingNumber['style'], value: number): string {
  return formatNumber(style, value).trim();
}

function renumber(changes: Fix['changes'] | undefined): readonly Fix[] {
  return changes === undefined ? [] : [{ title: { en: 'Renumber these headings', zh: '重新编号这些标题' }, changes }];
}
