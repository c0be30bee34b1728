/** Findings kept up with edits equal those of a fresh check, after any edit: nothing that an edit changes is overlooked. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../server/src/base/problem';
import { createReportService, defaultSettings, emptyHost, type Snapshot } from '../../server/src/service';
import { createRandom } from '../markdown/random';

const seed = Number(process.env['SEED'] ?? 1);
const rounds = Number(process.env['ROUNDS'] ?? 100);
const uri = 'file:///reports/june.report.md';

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
])('$name', ({ name, text }) => {
  it('has the same findings step by step and afresh', () => {
    const random = createRandom(seed + name.length);
    const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
    let current = text;
    service.open({ uri, version: 0, languageId: 'tallymark', text: current });
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
      const newText = random.below(4) === 0 ? '' : (insertions[random.below(insertions.length)] ?? '');
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
