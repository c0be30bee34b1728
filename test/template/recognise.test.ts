/** Headings, paragraphs and clauses of reports as people write them, held against the patterns of the shipped templates. */
import { describe, expect, test } from 'vitest';
import { shippedTemplates } from '../../server/src/template/shipped';
import type { Place, Template } from '../../server/src/template/types';

function template(id: string): Template {
  const found = shippedTemplates.find((each) => each.id === id);
  if (!found) throw new Error(`There is no template ${id}.`);
  return found.load();
}

function sectionsMet(id: string, text: string, places: readonly Place[]): string {
  const met = template(id).sections.filter(({ where, match }) => places.includes(where) && match.test(text));
  return met.map((section) => section.id).join(' ');
}

describe('headings', () => {
  test.each([
    ['party-governance-responsibility', '强化政治引领，坚定正确方向', 'politics'],
    ['party-governance-responsibility', '坚持思想引领，筑牢信仰之基', 'theory'],
    ['party-governance-responsibility', '扛牢主体责任，一体推进“三不腐”', 'responsibility'],
    ['party-governance-responsibility', '压紧压实治党责任', 'responsibility'],
    ['party-governance-responsibility', '夯实基层党建，建强忠诚可靠队伍', 'organization'],
    ['party-governance-responsibility', '锤炼过硬作风，践行为民初心', 'style'],
    ['party-governance-responsibility', '狠抓巡察整改', 'inspection-rectification'],
    ['party-governance-responsibility', '落实意识形态工作责任制', 'ideology'],
    ['party-governance-responsibility', '当前存在的主要问题', 'problems'],
    ['party-governance-responsibility', '存在问题及下一步打算', 'problems next'],
    ['party-governance-responsibility', '明年工作思路', 'next'],
    ['party-governance-responsibility', '聚焦中心任务，服务发展大局', ''],
    ['party-governance-responsibility', '推动业务工作提质增效', ''],
    ['annual-summary', '2023年主要工作开展情况', 'work'],
    ['annual-summary', '工作回顾', 'work'],
    ['annual-summary', '主要做法及成效', 'work'],
    ['annual-summary', '几点体会', 'experience'],
    ['annual-summary', '面临的困难和问题', 'problems'],
    ['annual-summary', '2024年工作计划', 'next'],
    ['annual-summary', '下半年工作安排', 'next'],
    ['annual-summary', '人员编制', ''],
    ['project-status', 'Executive Summary', 'summary'],
    ['project-status', 'RAG status', 'health'],
    ['project-status', 'Storage and fragments', ''],
    ['project-status', 'What we achieved', 'done'],
    ['project-status', 'Looking ahead', 'planned'],
    ['project-status', 'Context', ''],
    ['project-status', 'Risks & blockers', 'risks'],
    ['project-status', 'Tasks', ''],
    ['project-status', 'Help needed', 'decisions'],
    ['incident-postmortem', 'What happened', 'timeline'],
    ['incident-postmortem', 'Contributing factors', 'root-cause'],
    ['incident-postmortem', 'How it was detected', 'detection'],
    ['incident-postmortem', 'Mitigation', 'resolution'],
    ['incident-postmortem', 'Follow-up', 'actions'],
    ['incident-postmortem', 'What went well', 'lessons'],
    ['incident-postmortem', 'Interactions with transactions', ''],
  ])('%s: %s', (id, heading, sections) => {
    expect(sectionsMet(id, heading, ['heading', 'any'])).toBe(sections);
  });
});

describe('paragraphs', () => {
  const closing =
    '过去的一年虽有进步，但与上级要求相比还存在一定差距，如学用结合不紧。2024年，县水务局党组将继续从严管党治党。';
  test.each([
    ['party-governance-responsibility', closing, 'problems next'],
    ['party-governance-responsibility', '针对巡察发现的问题逐条整改，问题清单全部销号。', ''],
    ['party-governance-responsibility', '2023年，全局党员干部深入一线抗旱保供。', ''],
    ['annual-summary', '我们也清醒看到，服务水平仍有不小差距。下一步，我们重点抓好三件事。', 'problems next'],
    ['annual-summary', '全年为读者解决问题若干，未发生安全事故。', ''],
  ])('%s: %s', (id, paragraph, sections) => {
    expect(sectionsMet(id, paragraph, ['any', 'closing'])).toBe(sections);
  });

  test.each([
    ['party-governance-responsibility', '现将我局党组履行主体责任情况报告如下：', 'lead'],
    ['annual-summary', '今年以来，县图书馆紧紧围绕建设书香县城的目标，做了以下工作。', 'lead'],
    ['project-status', 'Reporting period: March. Prepared by the site office.', 'header'],
    ['project-status', 'This document describes the project.', ''],
  ])('%s opens with: %s', (id, paragraph, sections) => {
    expect(sectionsMet(id, paragraph, ['lead'])).toBe(sections);
  });
});

test('a governance report without one of its five parts lacks that part alone', () => {
  const headings = {
    politics: '强化政治建设，做到绝对忠诚',
    theory: '强化理论学习，凝聚思想共识',
    responsibility: '强化责任担当，推动管党治党走深走实',
    organization: '强化组织功能，建设忠诚干净担当的干部队伍',
    style: '强化宗旨意识，以优良作风取信于民',
  };
  for (const [removed] of Object.entries(headings)) {
    const left = Object.entries(headings).filter(([id]) => id !== removed);
    const met = left.map(([, title]) => sectionsMet('party-governance-responsibility', title, ['heading']));
    expect(met).toEqual(left.map(([id]) => id));
  }
});

describe('clauses before a mask', () => {
  test.each([
    ['party-governance-responsibility', '全年召开党委会', 'party-group-meetings'],
    ['party-governance-responsibility', '其中党建类议题', 'party-topics'],
    ['party-governance-responsibility', '审议议题', 'topics'],
    ['party-governance-responsibility', '中心组开展集体学习', 'central-group-studies'],
    ['party-governance-responsibility', '查摆问题', ''],
    ['party-governance-responsibility', '召开会议', ''],
    ['party-governance-responsibility', '党组会议研究', ''],
    ['annual-summary', '组织培训', 'trainings'],
    ['annual-summary', '培训干部', 'trainees'],
    ['annual-summary', '组织培训教师', ''],
    ['annual-summary', '争取上级资金', 'funds'],
    ['annual-summary', '稿件被省级媒体采用', 'articles'],
    ['project-status', 'The project is ', 'percent-complete'],
    ['project-status', 'Total budget: $', 'budget'],
    ['project-status', 'of which spent $', 'spent'],
    ['project-status', 'We are running behind by ', 'schedule-variance'],
    ['project-status', 'We hired ', ''],
    ['incident-postmortem', 'The outage lasted ', 'duration'],
    ['incident-postmortem', 'which affected about ', 'users-affected'],
    ['incident-postmortem', 'The error rate rose to ', 'error-rate'],
    ['incident-postmortem', 'We restarted ', ''],
  ])('%s: %s', (id, clause, metric) => {
    const hits = template(id).metrics.filter(({ match }) => match.some((each) => each.test(clause)));
    expect(hits.map((hit) => hit.id).join(' ')).toBe(metric);
  });
});
