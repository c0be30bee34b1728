/** A name and all the places where it means the same: references, definitions and renaming. */
import { describe, expect, it } from 'vitest';
import definition from '../../server/src/features/definition';
import { InvalidRequest } from '../../server/src/features/feature';
import prepareRename from '../../server/src/features/prepareRename';
import references from '../../server/src/features/references';
import rename from '../../server/src/features/rename';
import { workbook } from '../data/workbook';
import { layOut, type Desk, type DeskOptions } from './desk';

/** Two months of a report, its template and its figures, and an audit that only happens to use the same word. */
const office = (files: Readonly<Record<string, string>>): string =>
  Object.entries({
    'monthly.template.yaml': `id: monthly
title: 月报
language: zh
sections:
  - id: work
    title: 主要工作
    match: 工作
    metrics: [meetings]
    body: 召开会议<<meetings:**>>次，研究议题<<topics:**>>项。
metrics:
  - { id: meetings, label: 会议次数, type: integer, unit: 次 }
  - { id: topics, label: 议题数, type: integer, unit: 项 }
relations:
  - meetings <= topics
`,
    'may.report.md': `---
report: monthly
data: may.yaml
---

# 五月月报

## 一、主要工作 {#work}

召开会议<<meetings:12>>次，研究议题<<topics:**>>项。
`,
    'june.report.md': `---
report: monthly
previous: may.report.md
---

# 六月月报

## 一、主要工作 {#work}

召开会议<<meetings:14>>次，其中专题会议若干；上述<<meetings>>次会议均有记录。见[上文](#work)。
`,
    'may.yaml': 'meetings: 12\ntopics: 30\n',
    'audit.report.md': `---
report: internal-audit
---

# Internal audit

We held <<meetings:3>> meetings.
`,
    ...files,
  })
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join('');

const inJune = (text: string): Readonly<Record<string, string>> => ({
  'june.report.md': `---\nreport: monthly\nprevious: may.report.md\n---\n\n# 六月月报\n\n## 一、主要工作 {#work}\n\n${text}\n`,
});

async function referencesAt(source: string, more = {}): Promise<readonly string[]> {
  const desk = await layOut(source);
  return (await desk.ask(references, more)).map(desk.shown);
}

async function renamed(
  source: string,
  newName: string,
  options?: DeskOptions,
): Promise<Readonly<Record<string, string>>> {
  const desk = await layOut(source, options);
  return desk.applied(await desk.ask(rename, { newName }));
}

async function refusal(source: string, newName: string, options?: DeskOptions): Promise<string> {
  const desk = await layOut(source, options);
  try {
    await desk.ask(rename, { newName });
  } catch (error) {
    if (error instanceof InvalidRequest) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('references', () => {
  it('of a metric are in all reports of its kind, in its template and in its data', async () => {
    expect(await referencesAt(office(inJune('召开会议<<meet$0ings:14>>次，共<<meetings>>次。')))).toEqual([
      'june.report.md: meetings',
      'june.report.md: meetings',
      'may.report.md: meetings',
      'monthly.template.yaml: meetings',
      'monthly.template.yaml: meetings',
      'monthly.template.yaml: meetings',
      'monthly.template.yaml: meetings',
      'may.yaml: meetings',
    ]);
  });

  it('leave definitions out where they are not wanted', async () => {
    const found = await referencesAt(office(inJune('召开会议<<meet$0ings:14>>次。')), {
      context: { includeDeclaration: false },
    });
    expect(found.filter((each) => each.startsWith('monthly'))).toHaveLength(3);
    expect(found).not.toContain('may.yaml: meetings');
  });

  it('are found from the template, which is how its author sees what uses a metric', async () => {
    const source = office({}).replace('{ id: meetings, label', '{ id: meet$0ings, label');
    const found = await referencesAt(source);
    expect(found.filter((each) => each.includes('.report.md'))).toHaveLength(3);
  });

  it('are found from a data file', async () => {
    const desk = await layOut(office({ 'may.yaml': 'meet$0ings: 12\ntopics: 30\n' }));
    await desk.service.index.reports(desk.ctx.cancel);
    expect((await desk.ask(references)).map(desk.shown)).toContain('june.report.md: meetings');
  });

  it('of a metric of nobody else stay in its report', async () => {
    const cakes = '召开会议<<cak$0es:14>>次。';
    const other = { 'other.report.md': '# 别的报告\n\n做<<cakes:2>>个。\n' };
    expect(await referencesAt(office({ ...inJune(cakes), ...other }))).toEqual(['june.report.md: cakes']);
  });

  it('follow the chain of periods where reports have no template', async () => {
    const found = await referencesAt(`//- q1.report.md
# 一季度

走访<<visits:3>>户。
//- q2.report.md
---
previous: q1.report.md
---

走访<<vis$0its:5>>户。
//- q3.report.md
---
previous: q2.report.md
---

走访<<visits:8>>户。
//- else.report.md
走访<<visits:1>>户。
`);
    expect(found).toEqual(['q1.report.md: visits', 'q2.report.md: visits', 'q3.report.md: visits']);
  });

  it('of a key in a file that belongs to no report are none', async () => {
    const source = office({ 'compose.yaml': 'meet$0ings: 3\n' });
    const desk = await layOut(source);
    await desk.service.index.reports(desk.ctx.cancel);
    expect(await desk.ask(references)).toEqual([]);
    expect(await desk.ask(prepareRename)).toBeNull();
  });

  it('of nothing are none', async () => {
    expect(await referencesAt(office(inJune('召开会$0议**次。')))).toEqual([]);
  });
});

describe('the definition', () => {
  const at = async (source: string): Promise<readonly string[]> => {
    const desk = await layOut(source);
    const found = await desk.ask(definition);
    return found.map((each) => ('uri' in each ? desk.shown(each) : 'a link'));
  };

  it('of a tag is in the template, and in the data that gives its figure', async () => {
    const may = { 'may.report.md': '---\nreport: monthly\ndata: may.yaml\n---\n\n召开会议<<meet$0ings:12>>次。\n' };
    expect(await at(office(may))).toEqual(['monthly.template.yaml: meetings', 'may.yaml: 12']);
  });

  it('of a metric that nothing defines is where it has its value', async () => {
    expect(await at(office(inJune('走访<<visits:3>>户。\n\n上述<<vis$0its>>户。')))).toEqual([
      'june.report.md: <<visits:3>>',
    ]);
  });

  it('of what the front matter names is that file', async () => {
    const june = (head: string): Readonly<Record<string, string>> => ({
      'june.report.md': `---\n${head}\n---\n\n召开会议<<meetings:14>>次。\n`,
    });
    expect(await at(office(june('report: mon$0thly')))).toEqual(['monthly.template.yaml: monthly']);
    expect(await at(office(june('report: monthly\nprevious: may$0.report.md')))).toEqual(['may.report.md: ']);
    expect(await at(office(june('report: annual-sum$0mary')))).toEqual([]);
  });

  it('of a heading is the section of the template', async () => {
    const source = office({}).replace(
      '## 一、主要工作 {#work}\n\n召开会议<<meetings:14',
      '## 一、主要$0工作 {#work}\n\n召开会议<<meetings:14',
    );
    expect(await at(source)).toEqual(['monthly.template.yaml: work']);
  });

  it('of a metric in a relation is the metric', async () => {
    expect(await at(office({}).replace('- meetings <= topics', '- meetings <= to$0pics'))).toEqual([
      'monthly.template.yaml: topics',
    ]);
  });

  it('of a figure in a data file is in the template of its reports', async () => {
    const desk = await layOut(office({ 'may.yaml': 'meet$0ings: 12\n' }));
    await desk.service.index.reports(desk.ctx.cancel);
    expect((await desk.ask(definition)).map((each) => ('uri' in each ? desk.shown(each) : ''))).toEqual([
      'monthly.template.yaml: meetings',
    ]);
  });

  it('shows what it is asked about, to a client that does', async () => {
    const desk = await layOut(office(inJune('召开会议<<meet$0ings:14>>次。')), { client: { definitionLinks: true } });
    expect(await desk.ask(definition)).toEqual([
      expect.objectContaining({
        originSelectionRange: { start: { line: 9, character: 4 }, end: { line: 9, character: 19 } },
      }),
    ]);
  });
});

describe('renaming a metric', () => {
  const june = office(inJune('召开会议<<meet$0ings:14>>次，上述<<meetings>>次会议均有记录。'));

  it('changes reports, templates and data together, and nothing else', async () => {
    const changed = await renamed(june, 'sessions');
    expect(Object.keys(changed).sort()).toEqual([
      'june.report.md',
      'may.report.md',
      'may.yaml',
      'monthly.template.yaml',
    ]);
    expect(changed['june.report.md']).toContain('召开会议<<sessions:14>>次，上述<<sessions>>次会议均有记录。');
    expect(changed['may.yaml']).toBe('sessions: 12\ntopics: 30\n');
    const template = changed['monthly.template.yaml'] ?? '';
    expect(template).not.toContain('meetings');
    expect(template).toContain('- sessions <= topics');
    expect(template).toContain('metrics: [sessions]');
    expect(template).toContain('<<sessions:**>>次，研究议题<<topics:**>>');
  });

  it('leaves everything as it was known before', async () => {
    const before = await layOut(june);
    const found = await before.ask(references);
    const changed = await renamed(june, 'sessions');
    const after = await layOut(
      before.files
        .map(({ path, text }) => `//- ${path}\n${(changed[path] ?? text).replace('<<sessions:14', '<<sess$0ions:14')}`)
        .join(''),
    );
    expect((await after.ask(references)).map(({ uri }) => uri)).toEqual(found.map(({ uri }) => uri));
  });

  it('edits what is open by its version, and shows what it would change elsewhere', async () => {
    const desk = await layOut(june);
    const edit = await desk.ask(rename, { newName: 'sessions' });
    const versions = edit?.documentChanges?.map((change) =>
      'edits' in change ? [change.textDocument.version, change.edits.some((each) => 'annotationId' in each)] : [],
    );
    expect(versions).toEqual([[3, false], ...Array.from({ length: 3 }, () => [null, true])]);
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
      { label: 'Rename "meetings" to "sessions"', needsConfirmation: true },
    ]);
  });

  it('takes the text of the editor for what is not saved yet', async () => {
    const desk = await layOut(june);
    desk.open('may.report.md');
    desk.service.change('file:///desk/may.report.md', 4, [
      () => ({ span: { start: 0, end: 0 }, newText: '' }),
      () => ({ span: { start: 4, end: 4 }, newText: 'title: 五月\n' }),
    ]);
    const edit = await desk.ask(rename, { newName: 'sessions' });
    const may = edit?.documentChanges?.find((change) => 'edits' in change && change.textDocument.version === 4);
    expect(may !== undefined && 'edits' in may ? may.edits[0] : undefined).toEqual(
      expect.objectContaining({
        newText: 'sessions',
        range: expect.objectContaining({ start: { line: 10, character: 6 } }),
      }),
    );
  });

  it('reaches templates that extend the one which defines it', async () => {
    const own = {
      'own.template.yaml':
        'id: own\nextends: monthly\ntitle: 本局月报\nmetrics:\n  - { id: visits, label: 走访, type: integer }\n',
      'own.report.md': '---\nreport: own\n---\n\n召开会议<<meetings:9>>次，走访<<visits:3>>户。\n',
    };
    const changed = await renamed(office({ ...inJune('召开会议<<meet$0ings:14>>次。'), ...own }), 'sessions');
    expect(changed['own.report.md']).toContain('<<sessions:9>>次，走访<<visits:3>>');
    const back = { ...own, 'own.report.md': '---\nreport: own\n---\n\n走访<<vis$0its:3>>户。\n' };
    expect(Object.keys(await renamed(office(back), 'calls')).sort()).toEqual(['own.report.md', 'own.template.yaml']);
  });

  it('keeps quotes in tables of figures', async () => {
    const csv = { 'may.yaml': 'topics: 1\n', 'may.csv': 'id,value\n"meetings",12\ntopics,3\n' };
    const may = { 'may.report.md': '---\nreport: monthly\ndata: may.csv\n---\n\n会议<<meet$0ings:12>>次。\n' };
    expect((await renamed(office({ ...csv, ...may }), 'sessions'))['may.csv']).toBe(
      'id,value\n"sessions",12\ntopics,3\n',
    );
  });

  it('is refused where two metrics would get one name', async () => {
    expect(await refusal(june, 'topics')).toMatch(/^"topics" is already in use in may\.report\.md/);
    const figures = office({ ...inJune('会议<<meet$0ings:14>>次。'), 'may.yaml': 'meetings: 12\nvisits: 3\n' });
    expect(await refusal(figures, 'visits')).toMatch(/^"visits" is already in use in may\.yaml/);
  });

  it('is refused where it would be no id', async () => {
    expect(await refusal(june, 'two words')).toMatch(/^"two words" is not an id/);
    expect(await refusal(june, '')).toMatch(/is not an id/);
  });

  it('is refused where the name is in a workbook, which no text edit reaches', async () => {
    const bytes = await workbook({
      name: '台账',
      rows: [
        ['id', 'value'],
        ['meetings', 12],
      ],
    });
    const may = { 'may.report.md': '---\nreport: monthly\ndata: may.xlsx\n---\n\n会议<<meetings:12>>次。\n' };
    expect(
      await refusal(office({ ...inJune('会议<<meet$0ings:14>>次。'), ...may }), 'sessions', {
        binary: { 'may.xlsx': bytes },
      }),
    ).toMatch(/^"meetings" also stands in the workbook may\.xlsx \(台账!A2\)/);
  });

  it('is refused at once where the template comes with Tallymark', async () => {
    const source = '---\nreport: project-status\n---\n\nWe are <<percent-$0complete:40>> done.\n';
    expect(await refusal(source, 'done')).toMatch(/^"percent-complete" is defined by the template "project-status"/);
    const desk = await layOut(source);
    await expect(desk.ask(prepareRename)).rejects.toThrow(/comes with Tallymark/);
  });

  it('says it in Chinese', async () => {
    expect(await refusal(june, 'topics', { language: 'zh' })).toMatch(/^“topics”已在 may\.report\.md 中使用/);
  });

  it('does nothing where the name stays', async () => {
    expect(await renamed(june, 'meetings')).toEqual({});
  });
});

describe('renaming a section', () => {
  const marked = office({}).replace('(#work)。\n', '(#work)。\n\n## 二、附记 {#note}\n\n无。\n');

  it('that a template knows changes it in every report of the kind, with the links to it', async () => {
    const changed = await renamed(marked.replace('- id: work', '- id: wo$0rk'), 'tasks');
    expect(Object.keys(changed).sort()).toEqual(['june.report.md', 'may.report.md', 'monthly.template.yaml']);
    expect(changed['june.report.md']).toContain('主要工作 {#tasks}');
    expect(changed['june.report.md']).toContain('见[上文](#tasks)');
  });

  it('that is the author’s own stays in the report', async () => {
    const changed = await renamed(marked.replace('{#note}', '{#no$0te}'), 'remarks');
    expect(Object.keys(changed)).toEqual(['june.report.md']);
    expect(changed['june.report.md']).toContain('附记 {#remarks}');
  });

  it('is refused where the report has another of that name', async () => {
    expect(await refusal(marked.replace('{#note}', '{#no$0te}'), 'work')).toMatch(/^"work" is already in use/);
  });
});

describe('what can be renamed', () => {
  const prepared = async (source: string): Promise<unknown> => {
    const desk: Desk = await layOut(source);
    return await desk.ask(prepareRename);
  };

  it('is the id, wherever in the tag the cursor stands', async () => {
    expect(await prepared('会议<<meetings:1$02>>次。')).toEqual({
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 12 } },
      placeholder: 'meetings',
    });
  });

  it.each(['会$0议<<meetings:12>>次。', '会议*$0*次。', '`<<meet$0ings:12>>`', '# 工$0作 {#work}'])(
    'is nothing in %s',
    async (source) => {
      expect(await prepared(source)).toBeNull();
    },
  );
});
