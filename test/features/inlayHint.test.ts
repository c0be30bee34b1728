/** What is shown between the words of a report: units, repeated values and changes since last period. */
import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { notCancelled } from '../../server/src/base/cancel';
import inlayHint from '../../server/src/features/inlayHint';
import { createReportService, defaultSettings, type FeatureContext, type Settings } from '../../server/src/service';
import { applyEdits, ask, open, type Question } from './harness';

const shown: Partial<Settings> = { inlayHints: true, language: 'zh' };

const annual = (body: string): string => `---\nreport: annual-summary\n---\n\n# 年度总结\n\n## 主要工作\n\n${body}\n`;

describe('the unit of the template', () => {
  it('is shown behind a tag that has none, filled or not', () => {
    expect(withHints(annual('完成任务<<tasks:12>>；计划<<tasks:**>>。'))).toContain(
      '完成任务<<tasks:12>>[项]；计划<<tasks:**>>[项]。',
    );
  });

  it('is not shown where one is written, or where the template knows none', () => {
    const text = annual('完成任务<<tasks:12>>项，<<tasks:12>> 项，<<tasks:12项>>，<<others:3>>。');
    expect(withHints(text)).toBe(text);
  });

  it('is not shown behind an amount with the sign of a currency', () => {
    const status = '---\nreport: project-status\n---\n\n# Status\n\nBudget $<<budget:12>>; spent <<spent:9>>.\n';
    expect(withHints(status)).toContain('Budget $<<budget:12>>; spent <<spent:9>>[ USD].');
  });

  it('can be written by accepting it', () => {
    const question = { text: annual('完成任务<<tasks:12>>；'), settings: shown };
    const edits = hintsOf(question).flatMap((hint) => hint.textEdits ?? []);
    expect(applyEdits(question, edits)).toContain('完成任务<<tasks:12>>项；');
  });
});

describe('a reference', () => {
  it('shows the value that is given elsewhere, and its unit', () => {
    expect(withHints(annual('完成<<tasks:12>>项任务。\n\n上述<<tasks>>任务，<<tasks>>项。'))).toContain(
      '上述<<tasks[:12]>>[项]任务，<<tasks[:12]>>项。',
    );
  });

  it('shows every value of a conflict', () => {
    expect(withHints(annual('<<n:1>>个，<<n:2>>个，<<n>>个'))).toContain('<<n[:1 / 2]>>个');
  });

  it('shows nothing where no value is given', () => {
    const text = annual('<<n:**>>个，<<n>>个');
    expect(withHints(text)).toBe(text);
  });
});

describe('what is asked for', () => {
  it('is a range and no more', () => {
    const text = annual('任务<<tasks:1>>；\n\n任务<<tasks:2>>；\n\n任务<<tasks:3>>；');
    const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 20 } };
    const hints = ask(inlayHint, { text, settings: shown }, { range });
    expect(hints.map(({ position }) => position.line)).toEqual([10]);
  });

  it('is nothing unless the setting says so', () => {
    expect(ask(inlayHint, { text: annual('任务$0<<tasks:12>>；$0') })).toEqual([]);
  });
});

it('is worked out at every moment of typing', () => {
  const whole = annual('任务<<tasks:12>>；《《tasks：*》》\n\n| a | <<tasks>> |\n|--|--|\n| $<<b:1>> | 9 |');
  for (let length = 0; length <= whole.length; length++) {
    const question = { text: whole.slice(0, length), settings: shown };
    const { snapshot } = open(question);
    for (const { position } of hintsOf(question)) {
      expect(snapshot.lines.positionAt(snapshot.lines.offsetAt(position))).toEqual(position);
    }
  }
});

describe('with data and last period', () => {
  const last =
    '---\nreport: monthly\n---\n\n# 月报\n\n会议<<meetings:138>>次，合格率<<rate:90%>>，资金<<money:1.2>>亿元，<<gone:0>>个。\n';
  const now = `---
report: monthly
data: figures.csv
previous: may.report.md
---

# 月报

会议<<meetings:150>>次，合格率<<rate:91.5>>%，资金<<money:12345>>万元，<<gone:7>>个，<<new:5>>个，<<fresh>>个，<<meetings:138>>次。
`;

  it('shows changes, in points for shares, and the value of the data file', async () => {
    const text = await hintedWithFiles(now, { 'may.report.md': last, 'figures.csv': 'id,value\nfresh,42\n' });
    expect(text).toContain('<<meetings:150>>次[+12（+8.7%）]');
    expect(text).toContain('<<rate:91.5>>%[+1.5个百分点]');
    expect(text).toContain('<<money:12345>>万元[+345（+2.9%）]');
    expect(text).toContain('<<gone:7>>个[+7]');
    expect(text).toContain('<<new:5>>个，<<fresh[:42]>>个');
    expect(text).toContain('<<meetings:138>>次[±0]');
  });
});

function hintsOf(question: Question): InlayHint[] {
  const { text } = open(question);
  const end = { line: text.split('\n').length, character: 0 };
  return ask(inlayHint, question, { range: { start: { line: 0, character: 0 }, end } });
}

function withHints(text: string): string {
  const question = { text, settings: shown };
  return applyEdits(question, asEdits(hintsOf(question)));
}

function asEdits(
  hints: readonly InlayHint[],
): { range: { start: InlayHint['position']; end: InlayHint['position'] }; newText: string }[] {
  return hints.map(({ position, label }) => ({
    range: { start: position, end: position },
    newText: `[${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}]`,
  }));
}

/** The report with its hints, in a folder with other files. */
async function hintedWithFiles(text: string, files: Readonly<Record<string, string>>): Promise<string> {
  const uri = 'file:///desk/june.report.md';
  const service = createReportService({
    host: {
      read: (file) => {
        const content = files[file.replace('file:///desk/', '')];
        return Promise.resolve(content === undefined ? undefined : new TextEncoder().encode(content));
      },
      list: () => Promise.resolve([]),
    },
    settings: { ...defaultSettings, ...shown },
    log: () => undefined,
  });
  service.open({ uri, version: 1, languageId: 'tallymark', text });
  void service.snapshot(uri)?.diagnoses;
  await service.settled();
  const snapshot = service.snapshot(uri);
  if (snapshot === undefined) throw new Error('The report is open.');
  const { ctx } = open({ text, settings: shown });
  const own: FeatureContext = { ...ctx, cancel: notCancelled, settingsFor: service.settingsFor };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = await inlayHint.handle(snapshot, { textDocument: { uri }, range }, own);
  return applyEdits({ text }, asEdits(hints));
}
