/** Which template a report gets, by name or by title. */
import { expect, test } from 'vitest';
import { chooseTemplate, entryOf } from '../../server/src/template/choose';
import { loadTemplate } from '../../server/src/template/load';
import { shippedTemplates } from '../../server/src/template/shipped';

function chosen(named: string | undefined, title: string | undefined): string {
  const choice = chooseTemplate(named, title, shippedTemplates);
  if (choice.kind === 'none') return 'none';
  if (choice.kind === 'unknown') return `unknown ${choice.name} -> ${choice.suggestion?.id ?? '-'}`;
  return `${choice.kind} ${choice.template.id}`;
}

test.each([
  ['project-status', undefined, 'named project-status'],
  ['project-status', '某县2023年工作总结', 'named project-status'],
  ['project-statsu', undefined, 'unknown project-statsu -> project-status'],
  ['事故复盘报告', undefined, 'unknown 事故复盘报告 -> incident-postmortem'],
  ['审计报告', '某县2023年工作总结', 'unknown 审计报告 -> -'],
])('named %s with title %s: %s', (named, title, expected) => {
  expect(chosen(named, title)).toBe(expected);
});

test.each([
  ['中共平川县水务局党组关于2023年度履行全面从严治党主体责任情况的报告', 'title party-governance-responsibility'],
  ['2023年全面从严治党主体责任落实情况报告', 'title party-governance-responsibility'],
  ['平川县图书馆2023年工作总结和2024年工作计划', 'title annual-summary'],
  ['上半年工作总结', 'title annual-summary'],
  ['关于第三季度信访工作的小结', 'title annual-summary'],
  ['关于召开年度工作总结会议的通知', 'title notice'],
  ['Harbour Crossing: monthly status report', 'title project-status'],
  ['PROJECT STATUS', 'title project-status'],
  ['Incident report: checkout unavailable on 3 May', 'title incident-postmortem'],
  ['Post-mortem of the March outage', 'title incident-postmortem'],
])('title %s: %s', (title, expected) => {
  expect(chosen(undefined, title)).toBe(expected);
});

test.each([
  undefined,
  '',
  '年度工作总结写作范文',
  '工作总结模板',
  '签订全面从严治党责任书',
  'Status of women in engineering',
  'Incidental expenses',
])('no template for title %s', (title) => {
  expect(chosen(undefined, title)).toBe('none');
});

test('of several that match, the more specific one, wherever it stands in the list', () => {
  const special = loadTemplate(
    'id: party-work-summary\ntitle: 党建工作总结\nlanguage: zh\nmatch: 党建.{0,6}总结\n',
  ).template;
  if (!special) throw new Error('The template of this test is not valid.');
  for (const templates of [
    [entryOf(special), ...shippedTemplates],
    [...shippedTemplates, entryOf(special)],
  ]) {
    expect(chooseTemplate(undefined, '县财政局2023年党建工作总结', templates)).toMatchObject({ template: special });
    expect(chooseTemplate(undefined, '县财政局2023年工作总结', templates)).toMatchObject({
      template: { id: 'annual-summary' },
    });
  }
});
