/** `tallymark derive`: a template that loads, and to which the reports that it was made from conform. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deriveTemplate } from '../../server/src/analysis/derive';
import { newReportText } from '../../server/src/analysis/insertion';
import { templateText } from '../../server/src/template/text';
import { loadTemplate } from '../../server/src/template/load';
import { shippedTemplates } from '../../server/src/template/shipped';
import type { Template } from '../../server/src/template/types';
import { readReport } from '../check';
import { readSingle } from '../fixture';
import { readPage } from '../rules/page';
import { inFolder } from './run';

const root = join(import.meta.dirname, '../..');
const fileText = (path: string): string => readFileSync(join(root, path), 'utf8');

function derived(texts: readonly string[], path?: string): { readonly text: string; readonly template: Template } {
  const text = templateText(
    deriveTemplate(
      texts.map((each) => readReport(each, path === undefined ? {} : { path })),
      'derived',
    ),
    ['a.report.md'],
  );
  const { template, problems } = loadTemplate(text);
  expect(problems.map(({ message }) => message.en)).toEqual([]);
  if (template === undefined) throw new Error(`This is no template:\n${text}`);
  return { text, template };
}

/** What the template finds in a report that no template at all would. */
function faults(text: string, template: Template): readonly string[] {
  const nothing = loadTemplate('id: none\ntitle: None\nlanguage: en\n').template;
  if (nothing === undefined) throw new Error('The empty template cannot be read.');
  const found = (one: Template): readonly string[] =>
    readReport(text, { template: one.id }, [one]).diagnoses.map(
      ({ code, span, message }) => `${code} at ${span.start}: ${message.en}`,
    );
  const usual = new Set(found(nothing).map((each) => each.replace(/: .*/, '')));
  // A definition says whether a blank is a figure, a date or a name.
  return found(template).filter((each) => !each.startsWith('unfilled-') && !usual.has(each.replace(/: .*/, '')));
}

describe('a report conforms to the template made from it', () => {
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.report.md'));
  it.each(examples)('%s', (name) => {
    const text = fileText(`examples/${name}`);
    expect(faults(text, derived([text]).template)).toEqual([]);
  });

  it.each(shippedTemplates)('a new report of $id, and its page', (entry) => {
    const fresh = newReportText(entry.load(), { title: entry.title[entry.language], period: '2024' });
    expect(faults(fresh, derived([fresh]).template)).toEqual([]);
    const page = readPage(fileText(`test/template/examples/${entry.id}.md`));
    const filled = readSingle(page.examples[0]?.source ?? '').text;
    expect(faults(filled, derived([filled]).template)).toEqual([]);
    const { template } = derived([fresh, filled]);
    expect(faults(filled, template)).toEqual([]);
  });
});

describe('a new report of the template made from a report has nothing but blanks', () => {
  const files = [
    ...readdirSync(join(root, 'examples')).map((name) => `examples/${name}`),
    ...readdirSync(join(root, 'test/template/examples')).map((name) => `test/template/examples/${name}`),
  ].filter((path) => /\.(?:report\.md|txt)$|^test/.test(path));
  it.each(files)('%s', (path) => {
    const isPage = path.startsWith('test');
    const text = isPage ? readSingle(readPage(fileText(path)).examples[0]?.source ?? '').text : fileText(path);
    const { template } = derived([text], path.endsWith('.txt') ? 'june.txt' : undefined);
    const fresh = newReportText(template, { title: 'Report', period: '' });
    const { diagnoses, report } = readReport(fresh, { template: template.id }, [template]);
    expect(diagnoses.filter(({ code }) => !code.startsWith('unfilled-')).map(({ message }) => message.en)).toEqual([]);
    expect(report.masks).toEqual([]);
    expect(report.metrics.filter(({ state }) => state === 'filled')).toEqual([]);
    if (/<<[^<>]+:/.test(text)) expect(report.metrics.length).toBeGreaterThan(0);
  });
});

describe('the text of the latest report', () => {
  const older = `# 2023年工作总结

2023年，共召开会议<<meetings:11>>次。

## 一、主要工作

走访农户<<visits:230>>户，化解金额1.2亿元。

### （一）队伍建设

办结<<closed:5>>件。

## 二、存在问题

还有<<open:3>>项不足。

特此报告。
`;
  const latest = `# 2024年工作总结

2024年，共召开会议<<meetings:12>>次。

## 一、主要工作

走访农户<<visits:340>>户，化解金额2.5亿元，**完成率**95.1%，培训**人次。

### （一）新事项

由<<author:张三>>于<<day:2024年12月3日>>办结<<closed>>件。

## 二、存在问题

还有不足，去年办结<<closed:7>>件。

特此报告。

2024年12月31日
`;
  const bodyOf = (template: Template, title: string): string | undefined =>
    [...template.sections, ...template.sections.flatMap(({ sections }) => sections)].find(
      (each) => each.title === title,
    )?.body;

  it('stands below the headings, its figures masked, in tags, and without the closing line', () => {
    const { template } = derived([older, latest]);
    expect(template.sections.map(({ title, where }) => `${title} ${where}`)).toEqual([
      '导语 lead',
      '主要工作 heading',
      '存在问题 heading',
    ]);
    expect(bodyOf(template, '导语')).toBe('<<date:20**年>>，共召开会议<<meetings:**>>次。');
    expect(bodyOf(template, '主要工作')).toBe(
      '走访农户<<visits:***>>户，化解金额<<amount:*.*>>亿元，**完成率**<<completion-rate:**.*>>%，培训<<trainings:**>>人次。',
    );
    // What it repeats stands elsewhere.
    expect(bodyOf(template, '新事项')).toBe('由<<author:待填>>于<<day:20**年**月*日>>办结<<closed:*>>件。');
    expect(bodyOf(template, '队伍建设')).toBe('办结<<closed:*>>件。');
    expect(bodyOf(template, '存在问题')).toBe('还有不足，去年办结<<closed:*>>件。');
    const required = template.metrics.filter((metric) => metric.required).map(({ id }) => id);
    expect(required, 'only what a new report has').toEqual(['meetings', 'visits', 'closed']);
    const fresh = newReportText(template, { title: '2025年工作总结', period: '2025' });
    expect(fresh).toMatch(/去年办结<<closed:\*>>件。\n\n特此报告。\n$/);
    expect(faults(fresh, template)).toEqual([]);
    expect(faults(latest, template)).toEqual([]);
  });

  it('keeps headings deeper than those of the template, at their levels', () => {
    const deep = '# 总结\n\n## 工作\n\n### 党建\n\n一句话。\n\n#### 学习\n\n学习12次。\n\n#### 检查\n\n检查3次。\n';
    const { template } = derived([deep]);
    expect(bodyOf(template, '党建')).toBe(
      '一句话。\n\n#### 学习\n\n学习<<studies:**>>次。\n\n#### 检查\n\n检查<<inspections:*>>次。',
    );
  });

  it('of a text without Markdown becomes Markdown', () => {
    const plain =
      '2024年工作总结\r\n一、主要工作\r\n（一）党建\r\n召开会议12次。\r\n#不是标题，走访3户。\r\n二、存在问题\r\n还有不足。\r\n';
    const { template } = derived([plain], 'june.txt');
    expect(bodyOf(template, '党建')).toMatch(/^召开会议<<meetings:\*\*>>次。\n\n\\?#不是标题，走访<<[a-z-]+:\*>>户。$/);
    expect(bodyOf(template, '存在问题')).toBe('还有不足。');
  });
});

describe('several reports', () => {
  const june = `# Website: status report, June 2025

## 1. Summary of June

We are <<percent-complete:62>>% complete and spent $<<spent:1,200>>. Prepared by <<author:R. Okafor>>.

## 2. Risks and issues

There are <<open-risks:3>> open risks.

### 2.1 Suppliers

Late twice.

## 3. Visitors

We had <<visitors:12,450>> visitors.
`;
  const july = `# Website: status report, July 2025

## 1. Summary of July

We are <<percent-complete:70>>% complete and spent $<<spent:1,350.50>>. Prepared by <<author:TBD>>.

## 2. Open risks and issues

There are <<open-risks:**>> open risks.

### 2.1 Suppliers

On time.

## 3. Decisions needed

None by <<decision-date:2025-08-04>>.
`;

  it('give the sections that they share, in order, with the common words as patterns', () => {
    const { template } = derived([june, july]);
    expect(template.sections.map(({ id, required, match }) => `${id} ${required} ${match}`)).toEqual([
      'summary true /\\bsummary\\P{L}*of\\b/iu',
      'risks true /\\brisks\\P{L}*and\\P{L}*issues\\b/iu',
      'visitors false /\\bvisitors\\b/iu',
      'decisions false /\\bdecisions\\P{L}*needed\\b/iu',
    ]);
    expect(template.sections[1]?.sections.map(({ title, required }) => `${title} ${required}`)).toEqual([
      'Suppliers true',
    ]);
    expect(template.title.en).toBe('Website: status report');
    expect(template.match?.test('Website: status report, August 2025')).toBe(true);
    expect(template.match?.test('Minutes of August')).toBe(false);
    expect([june, july].flatMap((text) => faults(text, template))).toEqual([]);
  });

  it('give the metrics with their types, and those that all have are required', () => {
    const { template } = derived([june, july]);
    const metrics = template.metrics.map(({ id, type, unit, digits, required }) => ({
      id,
      type,
      unit,
      digits,
      required,
    }));
    expect(metrics).toEqual([
      { id: 'percent-complete', type: 'percent', unit: '%', digits: 2, required: true },
      { id: 'spent', type: 'money', unit: 'USD', digits: 4, required: true },
      { id: 'author', type: 'text', unit: undefined, digits: undefined, required: true },
      { id: 'open-risks', type: 'integer', unit: undefined, digits: undefined, required: true },
      { id: 'visitors', type: 'integer', unit: 'visitors', digits: 5, required: false },
      { id: 'decision-date', type: 'date', unit: undefined, digits: undefined, required: false },
    ]);
    const spent = template.metrics.find(({ id }) => id === 'spent');
    expect(spent?.match.map((pattern) => pattern.test('complete and spent $'))).toEqual([true]);
  });

  it('of which one lacks a section that all others have say that it is missing', () => {
    const texts = [june, june, june, june.replace(/## 3\.[^]*/, '')];
    const { template } = derived(texts);
    expect(template.sections.map(({ required }) => required)).toEqual([true, true, true]);
    expect(faults(texts[3] ?? '', template).map((each) => each.split(' ')[0])).toEqual(['missing-section']);
    expect(faults(texts[0] ?? '', template)).toEqual([]);
  });

  it('in another order have no order', () => {
    const other = june.replace(/(## 2[^]*)(## 3[^]*)/, '$2\n$1');
    const { template } = derived([june, other]);
    expect(template.ordered).toBe(false);
    expect([june, other].flatMap((text) => faults(text, template))).toEqual([]);
  });

  it('in Chinese share their characters, their closing and what the words before a figure are', () => {
    const report = (year: number, extra: string): string =>
      `# ${year}年度工作总结\n\n## 一、${year}年主要工作${extra}\n\n召开党组会议<<meetings:1${year % 10}>>次，化解金额<<amount:1.${year % 10}>>亿元。\n\n## 二、存在问题\n\n还有不足。\n\n特此报告。\n`;
    const { template } = derived([report(2023, '及成效'), report(2024, '')]);
    expect(template.language).toBe('zh');
    expect(template.title.zh).toBe('工作总结');
    expect(template.sections.map(({ title }) => title)).toEqual(['主要工作', '存在问题']);
    expect(template.sections[0]?.match.test('2025年主要工作进展')).toBe(true);
    expect(template.closing).toEqual({ phrases: ['特此报告'], required: true });
    expect(template.metrics.map(({ id, label, unit, match }) => `${id} ${label.zh} ${unit} ${match.join()}`)).toEqual([
      'meetings 召开党组会议 次 /召开党组会议\\s*$/u',
      'amount 化解金额 亿元 /化解金额\\s*$/u',
    ]);
    expect(faults(report(2025, '和不足'), template)).toEqual([]);
  });
});

describe('odd reports', () => {
  const texts: readonly [string, string][] = [
    ['nothing', ''],
    ['no section and no tag', 'A line.\n'],
    ['headings of signs', '# 😀\n\n## ***\n\n## ——\n\nText.\n'],
    ['headings that look like patterns', '# a\n\n## What (is) [it]? $^.*+{2}\n\nText.\n\n## (a+)+ (b*)*\n\nText.\n'],
    ['a heading without end', `# a\n\n## ${'工作总结报告'.repeat(200)}\n\n文字。\n`],
    [
      'many long headings',
      `# a\n\n${Array.from({ length: 12 }, (_, index) => `## ${'considerable improvements of municipal infrastructure '.repeat(4)} ${'abcdefghijkl'.charAt(index)}\n\nText.\n`).join('\n')}`,
    ],
    ['sections of one name', '# a\n\n## Work\n\nOne.\n\n## Money\n\nTwo.\n\n## Work\n\nThree.\n'],
    ['a heading within another', '# a\n\n## 工作\n\n一。\n\n## 主要工作\n\n二。\n\n## 工作打算\n\n三。\n'],
    ['damaged tags', '# a\n\n## Work\n\nHeld <<meetings:12> and <<calls:>> and <<a:b:c>>, <<重点:**>>项.\n'],
    [
      'one figure in several units',
      '# a\n\n## 工作\n\n投入<<money:12>>万元，即<<money:12>>元，约<<money:待填>>余亿元。\n',
    ],
  ];
  it.each(texts)('%s', (_title, text) => {
    const { template } = derived([text]);
    expect(faults(text, template)).toEqual([]);
  });
});

it('long reports take no long time', () => {
  const words = ['work', 'money', 'people', 'plans', 'risks', 'results', 'visits', 'repairs', 'training', 'supplies'];
  const report = (number: number): string => {
    const sections = Array.from({ length: 200 }, (_, index) => {
      const title = `${words[index % 10]} ${words[Math.floor(index / 10) % 10]} of area ${String.fromCharCode(97 + ((index * number) % 26)).repeat(3)}`;
      return `## ${title}\n\nHeld <<m${index}:${10 + number}>> ${words[index % 7]}.\n`;
    });
    return `# Report\n\n${sections.join('\n')}`;
  };
  const start = performance.now();
  const { template } = derived([1, 2, 3, 4].map(report));
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(template.metrics).toHaveLength(200);
});

describe('the command', () => {
  it('prints the template, or writes it where no file is yet', async () => {
    const files = { 'a.report.md': '# Status\n\n## Work\n\nHeld <<meetings:12>> meetings and XX calls.\n' };
    await inFolder(files, async ({ derive, check }) => {
      const { output, errors, exitCode } = await derive(['a.report.md'], { id: 'monthly' });
      expect(exitCode).toBe(0);
      expect(errors).toContain(
        '1 section (1 required) and 1 metric from 1 report; untagged masks that became no metric: 1;',
      );
      expect(output).toContain('  - { id: meetings, label: Meetings, type: integer, unit: meetings, digits: 2, ');
      expect(parse(output).id).toBe('monthly');
      await derive(['a.report.md'], { id: 'monthly', output: 'monthly.template.yaml' });
      expect((await derive(['a.report.md'], { output: 'monthly.template.yaml' })).errors).toContain('--force');
      const { files } = JSON.parse((await check([], { template: 'monthly', format: 'json' })).output);
      expect(files[0].diagnostics.map(({ code }: { code: string }) => code)).toEqual(['untagged-mask']);
    });
  });

  it('refuses an id that is none, and a file that cannot be read', async () => {
    await inFolder({ 'a.report.md': 'Text.\n' }, async ({ derive }) => {
      expect((await derive(['a.report.md'], { id: 'a b' })).exitCode).toBe(2);
      const { exitCode, errors } = await derive(['a.report.md', 'none.md']);
      expect(exitCode).toBe(2);
      expect(errors).toContain('none.md: there is no such file');
    });
  });
});
