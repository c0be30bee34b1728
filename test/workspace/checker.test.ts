/** Findings kept up with edits equal those of a fresh check, after any edit: nothing that an edit changes is overlooked. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../server/src/base/problem';
import { createReportService, defaultSettings, emptyHost, type Snapshot } from '../../server/src/service';
import { createRandom } from '../markdown/random';

const seed = Number(process.env['SEED'] ?? 1);
const rounds = Number(process.env['ROUNDS'] ?? 100);
const uri = 'file:///reports/june.report.md';
const templateUri = 'file:///reports/strict.template.yaml';

const read = (name: string): string => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
const annual = read('annual-summary.report.md');
const status = read('project-status.report.md');

const untitled =
  '# 年度工作报告\n\n一、总体情况\n\n召开会议<<meetings:**>>次，一是抓供水，三是抓水质。\n\n三、存在问题\n\n四、下一步\n\n结束。\n';
const flat =
  '县水务局年度工作总结\n一、总体情况\n会议<<a:12>>次，另有<<a:13>>次、<<a>>次、<<b>>次，<<rate:95>>%。\n二、存在问题\n一是人少。二是钱少。四是设备旧。\n';
const long = `${annual}\n${'\n会议**次，研讨<<m:**>>次，<<m:7>>。\n\n## 附件\n'.repeat(40)}`;

const ignoring = `# 工作报告

<!-- tallymark-ignore-file untagged-mask -->

会议**次。

<!-- tallymark-ignore series-gap -->

一是抓供水，三是抓水质。

<!-- tallymark-ignore untagged-mask -->

研讨<<m:7>>次。

研讨<<m:8>>次。 <!-- tallymark-ignore conflicting-metric -->
`;

/** A template that asks for everything, and a report that meets it. */
const strictTemplate = `id: strict
title: 关于走访情况的报告
language: zh
match: 走访情况的(报告|通报)$
closed: true
sections:
  - { id: lead, title: 导语, where: lead, match: 报告如下 }
  - id: work
    title: 主要工作
    match: 工作
    count: { min: 2, max: 3 }
    metrics: [visits]
    items: [{ title: 走访, match: 走访 }, { title: 慰问, match: 慰问 }]
    sections:
      - { id: staff, title: 人员, match: 人员, metrics: [helpers] }
      - { id: cost, title: 经费, match: 经费, required: false, where: any }
  - { id: problems, title: 存在问题, where: any, match: 问题, items: [{ title: 原因, match: 由于|原因 }] }
metrics:
  - { id: visits, label: 走访, type: integer, unit: 户, digits: 2, min: 1, floor: 10, required: true }
  - { id: helpers, label: 人员, type: integer, unit: 人, digits: 1 }
  - { id: share, label: 占比, type: percent, unit: '%', max: 100 }
  - { id: cost, label: 经费, type: money, unit: 万元 }
relations: [helpers <= visits, { check: share = helpers / visits, when: visits > 0 }]
forbidden: [{ match: 请予批准|^关于.*的请示, message: 不得夹带请示 }]
closing: { phrases: [特此报告, 请审阅], required: true }
`;
const strict = `关于走访情况的报告
现将六月情况报告如下：
一、走访工作
走访<<visits:12>>户，慰问<<helpers:3>>人，占<<share:25>>%。
（一）人员安排
共有<<helpers>>人，经费<<cost:1.2>>万元。
二、其他工作
走访、慰问<<visits>>户。
（一）人员调整
<<helpers:3>>人。
由于人手不足，仍有问题。
特此报告。
2025年6月30日
`;
const headed = `---\nreport: strict\n---\n\n${strict
  .replace('关于', '# 关于')
  .replace(/^(?=[一二]、)/gm, '## ')
  .replace(/^(?=（一）)/gm, '### ')
  .replace(/\n/g, '\n\n')}`;

const strictInsertions = [
  ...[
    '走访',
    '慰问',
    '由于',
    '原因',
    '问题',
    '请予批准',
    '特此报告',
    '请审阅。\n',
    '报告如下',
    '关于走访情况的通报',
    '的请示',
  ],
  ...[
    '<<visits:12>>户',
    '<<visits>>',
    '<<helpers:20>>人',
    '<<helpers>>',
    '<<share:95>>%',
    '<<cost:3>>亿元',
    '<<visits:**>>',
  ],
  ...[
    '## 工作\n',
    '### 人员\n',
    '二、工作\n',
    '（一）人员\n',
    '## 附件\n',
    '1、',
    '第一，',
    '第二，',
    '首先，',
    '其次，',
  ],
];

const insertions = [
  ...['\n', '\n\n', 'x', '次', '。', ' ', '\r\n', '```\n', '> ', '- ', '| a |\n| - |\n'],
  ...[
    '**',
    '**次',
    '<<meetings:**>>',
    '<<meetings:12>>',
    '<<meetings:13>>',
    '<<meetings>>',
    '<<a:1>>',
    '<<a',
    '>>',
    ':',
    '%',
  ],
  ...[
    '# ',
    '## ',
    '## 一、',
    '一、总体情况\n',
    '（二）',
    '三、',
    '{#work}',
    '一是',
    '二是',
    '首先，',
    '存在问题',
    '下一步',
  ],
  ...[
    '---\n',
    'status: final\n',
    'rules:\n  untagged-mask: error\n',
    'report: annual-summary\n',
    'report: project-status\n',
    '[a]: /b\n\n',
    '<!-- tallymark-ignore untagged-mask unfilled-metric -->\n\n',
    '<!-- tallymark-ignore-file series-gap untagged-mask -->\n\n',
    ' <!-- tallymark-ignore conflicting-metric -->',
    'tallymark-ignore',
  ],
];

describe.each([
  { name: 'a Chinese report', text: annual },
  { name: 'an English report', text: status },
  { name: 'a report without headings', text: flat },
  { name: 'a report with faults everywhere', text: untitled },
  { name: 'a long report', text: long },
  { name: 'an empty report', text: '' },
  { name: 'a report with comments about its findings', text: ignoring },
  { name: 'a report without headings under a strict template', text: strict, own: strictInsertions },
  { name: 'a report with headings under a strict template', text: headed, own: strictInsertions },
])('$name', ({ name, text, own = [] }) => {
  it('has the same findings step by step and afresh', async () => {
    const random = createRandom(seed + name.length);
    const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
    const pieces = [...insertions, ...own, ...own];
    let current = text;
    service.open({ uri: templateUri, version: 0, languageId: 'yaml', text: strictTemplate });
    await service.start();
    service.open({ uri, version: 0, languageId: 'tallymark', text: current });
    if (own.length > 0) expect(service.snapshot(uri)?.template?.id).toBe('strict');
    for (let round = 1; round <= rounds; round++) {
      if (round % 50 === 0) {
        current = text;
        service.change(uri, round, [() => ({ span: { start: 0, end: Infinity }, newText: text })]);
      }
      const start = random.below(current.length + 1);
      const end = Math.min(
        current.length,
        start + (random.below(3) === 0 ? random.below(random.below(6) === 0 ? 120 : 6) : 0),
      );
      const newText = random.below(4) === 0 ? '' : (pieces[random.below(pieces.length)] ?? '');
      service.change(uri, round, [() => ({ span: { start, end }, newText })]);
      current = current.slice(0, start) + newText + current.slice(end);
      // Now and then several edits come before anybody asks.
      if (random.below(4) === 0) continue;
      const kept = service.snapshot(uri);
      const fresh = service.read(uri, current);
      if (kept === undefined) throw new Error('The document is open.');
      const note = `SEED=${seed}, round ${round}`;
      const [found, wanted] = [told(kept), told(fresh)];
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        expect({ note, current, found }).toEqual({ note, current, found: wanted });
      if (round % 10 === 0) expectFixes(kept, fresh, note);
    }
  }, 120_000);
});

describe.each([
  ['with headings', headed],
  ['without headings', strict.replace(/\n/g, '\n\n')],
])('an edit of what the template looks for, in a report %s', (form, text) => {
  const tagged = /<<(?!cost)\w+(?::([^<>]*))?>>/g;

  it.each([
    ['a forbidden title', text, '关于走访情况的', '关于走访的请示情况的'],
    ['the lead', text, '报告如下', '汇报如下'],
    ['an item', text, '走访、慰问<<', '走访<<'],
    ['a forbidden phrase', text, '有问题', '有问题，请予批准'],
    ['the closing phrase', text, '特此报告', '完'],
    ['a metric of a section', text, '共有<<helpers>>人', '共有若干人'],
    ['a metric in another section', text, '<<helpers:3>>人。', '3人。'],
    ['the only tag', text.replace(tagged, '$1'), '<<cost:1.2>>', '1.2'],
    ['a related metric', text, '<<share:25>>', '<<share:95>>'],
    ...(form === 'with headings' ? [] : [['the title', text.replace('特此报告', '完'), '报告\n', '会议\n'] as const]),
  ] as const)('%s', async (_name, before, found, instead) => {
    const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
    service.open({ uri: templateUri, version: 0, languageId: 'yaml', text: strictTemplate });
    await service.start();
    service.open({ uri, version: 0, languageId: 'tallymark', text: before });
    const codes = (snapshot = service.snapshot(uri)): string =>
      snapshot?.diagnoses.map(({ code }) => code).join() ?? '';
    const first = codes();
    const start = before.indexOf(found);
    expect(start).toBeGreaterThanOrEqual(0);
    service.change(uri, 1, [() => ({ span: { start, end: start + found.length }, newText: instead })]);
    const kept = service.snapshot(uri);
    if (kept === undefined) throw new Error('The document is open.');
    expect(codes()).not.toBe(first);
    expect(told(kept)).toEqual(told(service.read(uri, kept.text)));
    service.change(uri, 2, [() => ({ span: { start, end: start + instead.length }, newText: found })]);
    expect(service.snapshot(uri)?.text).toBe(before);
    expect(codes()).toBe(first);
  });
});

function told({ diagnoses, findings, lines }: Snapshot): readonly unknown[] {
  const shown = findings.nearest(Infinity, 0);
  const all = diagnoses.map(({ code, severity, message, span }) => ({ code, severity, message: message.en, ...span }));
  expect(
    shown.map(({ code, severity, message, start, end }) => ({
      code,
      severity,
      message: message.en,
      start: lines.offsetAt(start),
      end: lines.offsetAt(end),
    })),
  ).toEqual(all);
  return all;
}

function expectFixes(kept: Snapshot, fresh: Snapshot, note: string): void {
  const fixes = (snapshot: Snapshot): unknown => snapshot.diagnoses.map((diagnosis) => diagnosis.fixes());
  expect({ note, fixes: fixes(kept) }).toEqual({ note, fixes: fixes(fresh) });
}

describe('findings beyond a limit', () => {
  const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
  const text = Array.from(
    { length: 300 },
    (_, index) => `会议<<m${index}:**>>次${index % 50 === 0 ? '，<<unclosed:12' : ''}\n\n`,
  ).join('');
  const { findings } = service.read(uri, text);
  const severitiesOf = (shown: readonly { readonly severity: Severity }[]): number =>
    shown.filter(({ severity }) => severity === 'error').length;

  it('are those that matter less and stand farther away', () => {
    const errors = severitiesOf(findings.nearest(Infinity, 0));
    expect(errors).toBe(6);
    const near = text.indexOf('m150:');
    const shown = findings.nearest(26, near);
    expect(shown).toHaveLength(26);
    expect(severitiesOf(shown)).toBe(6);
    const lines = shown.filter(({ severity }) => severity === 'warning').map(({ start }) => start.line);
    expect(Math.min(...lines)).toBeGreaterThan(2 * 138);
    expect(Math.max(...lines)).toBeLessThan(2 * 162);
  });

  it('are in the order of the text', () => {
    const lines = findings.nearest(100, 0).map(({ start }) => start.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});
