/** Reports follow the files that they depend on: templates, data and last period's report. */
import { describe, expect, it } from 'vitest';
import { fillChanges } from '../../server/src/analysis/filling';
import { applyChanges } from '../../server/src/base/problem';
import { createReportService, defaultSettings, type Host, type ReportService } from '../../server/src/service';
import { resolvePath } from '../../server/src/workspace/host';
import { workbook } from '../data/workbook';
import { createRandom } from '../markdown/random';

const folder = 'file:///desk/';
const reportUri = `${folder}reports/june.report.md`;

interface World {
  readonly service: ReportService;
  readonly files: Map<string, string | Uint8Array>;
  /** The files of which the service has told, and the reports whose answers changed with each. */
  readonly told: string[];
  write(path: string, content: string | Uint8Array | undefined): Promise<void>;
  findings(uri?: string): readonly string[];
}

async function world(files: Readonly<Record<string, string>>): Promise<World> {
  const disk = new Map<string, string | Uint8Array>(Object.entries(files).map(([path, text]) => [folder + path, text]));
  const host: Host = {
    read: (uri) => {
      const content = disk.get(uri);
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    list: (pattern) => Promise.resolve([...disk.keys()].filter((uri) => uri.endsWith(pattern.slice(4))).sort()),
  };
  const told: string[] = [];
  const service = createReportService({
    host,
    settings: defaultSettings,
    log: () => undefined,
    onFiles: (files, reports) => told.push([...files, ...reports].map((uri) => uri.replace(folder, '')).join(' ')),
  });
  await service.start();
  return {
    service,
    files: disk,
    told,
    async write(path, content) {
      if (content === undefined) disk.delete(folder + path);
      else disk.set(folder + path, content);
      service.fileChanged(folder + path);
      await service.settled();
    },
    findings: (uri = reportUri) =>
      service.snapshot(uri)?.diagnoses.map(({ code, message }) => `${code}: ${message.en}`) ?? [],
  };
}

function open({ service }: World, text: string, uri = reportUri): Promise<void> {
  service.open({ uri, version: 1, languageId: 'tallymark', text });
  void service.snapshot(uri)?.diagnoses;
  return service.settled();
}

const template = (title: string): string => `id: monthly
title: 月报
language: zh
sections:
  - { id: work, title: ${title}, match: ${title} }
`;
const monthly = '---\nreport: monthly\n---\n\n# 月报\n\n## 主要工作\n\n工作平稳。\n';

describe('templates of the workspace', () => {
  it('apply to reports that name them', async () => {
    const all = await world({ 'monthly.template.yaml': template('主要工作') });
    await open(all, monthly);
    expect(all.findings()).toEqual([]);
    expect(all.service.templates.map(({ id }) => id)).toContain('monthly');
  });

  it('check their reports again when they change, come and go', async () => {
    const all = await world({ 'monthly.template.yaml': template('主要工作') });
    await open(all, monthly);
    await all.write('monthly.template.yaml', template('下月打算'));
    expect(all.findings()).toEqual(['missing-section: The section "下月打算" is missing; add it at the end']);
    expect(all.told.at(-1)).toBe('monthly.template.yaml reports/june.report.md');
    await all.write('monthly.template.yaml', undefined);
    expect(all.findings()[0]).toMatch(/^unknown-template: /);
    await all.write('other/monthly.template.yaml', template('主要工作'));
    expect(all.findings()).toEqual([]);
  });

  it('count as they stand in an editor', async () => {
    const all = await world({ 'monthly.template.yaml': template('主要工作') });
    await open(all, monthly);
    const uri = `${folder}monthly.template.yaml`;
    all.service.open({ uri, version: 1, languageId: 'yaml', text: template('下月打算') });
    await all.service.settled();
    expect(all.findings()).toHaveLength(1);
    all.service.close(uri);
    await all.service.settled();
    expect(all.findings()).toEqual([]);
  });

  it('go before shipped ones of the same id, which they may extend', async () => {
    const own = 'id: project-status\nextends: project-status\nomit: [summary]\n';
    const all = await world({ 'status.template.yaml': own });
    const entry = all.service.templates.find(({ id }) => id === 'project-status');
    const plain = (await world({})).service.templates.find(({ id }) => id === 'project-status');
    expect(all.service.problemsOf(`${folder}status.template.yaml`)?.problems.length).toBeLessThanOrEqual(1);
    expect(entry?.load().sections.length).toBeLessThanOrEqual(plain?.load().sections.length ?? 0);
    expect(all.service.templates.filter(({ id }) => id === 'project-status')).toHaveLength(1);
  });

  it('say what is wrong in them, and follow one another', async () => {
    const all = await world({
      'a.template.yaml': 'id: a\nextends: b\n',
      'b.template.yaml': `id: b\nextends: a\n${template('工作').replace(/^id.*\n/, '')}`,
      'c.template.yaml': 'id: c\nextends: b\nsectoins: []\n',
    });
    const faults = (name: string): readonly string[] | undefined =>
      all.service.problemsOf(`${folder}${name}.template.yaml`)?.problems.map(({ message }) => message.en);
    expect(faults('c')).toEqual([expect.stringContaining('did you mean "sections"?')]);
    expect([...(faults('a') ?? []), ...(faults('b') ?? [])].join('\n')).toContain('can be extended');
    expect(all.service.templates.find(({ id }) => id === 'c')?.load().sections).toHaveLength(1);
    expect(faults('d')).toBeUndefined();
  });
});

describe('lists of set phrases', () => {
  const text = '---\nrules: { set-phrase: info }\n---\n\n# 工作报告\n\n落实河湖长负责制，传达全会会议精神。\n';
  const codes = (all: World): readonly string[] => all.findings().map((found) => found.slice(0, 20));

  it('add to those that are looked for and take away from them, as soon as they change', async () => {
    const all = await world({ 'own.phrases.txt': '河湖长负责制 → 河湖长制\n' });
    await open(all, text);
    expect(codes(all)).toEqual(['set-phrase: "河湖长负责制"', 'set-phrase: "全会会议精神"']);
    await all.write('own.phrases.txt', '-全会会议精神\n');
    expect(codes(all)).toEqual([]);
    expect(all.told.at(-1)).toBe('own.phrases.txt reports/june.report.md');
    await all.write('own.phrases.txt', undefined);
    expect(codes(all)).toEqual(['set-phrase: "全会会议精神"']);
  });

  it('count as they stand in an editor', async () => {
    const all = await world({});
    await open(all, text);
    const uri = `${folder}own.phrases.txt`;
    all.service.open({ uri, version: 1, languageId: 'plaintext', text: '河湖长负责制 → 河湖长制\n' });
    await all.service.settled();
    expect(codes(all)).toHaveLength(2);
    all.service.close(uri);
    await all.service.settled();
    expect(codes(all)).toHaveLength(1);
  });

  it('say what is wrong in them', async () => {
    const all = await world({ 'own.phrases.txt': '河湖长负责制\n', 'more.phrases.txt': '-河湖长负责制\n' });
    const faults = (name: string): readonly (readonly string[])[] | undefined => {
      const file = all.service.problemsOf(`${folder}${name}.phrases.txt`);
      return file?.problems.map(({ message, span }) => [
        message.en.split(',')[0]?.split(';')[0] ?? '',
        file.text.slice(span.start, span.end),
      ]);
    };
    expect(faults('own')).toEqual([['This line has no usual wording', '河湖长负责制']]);
    expect(faults('more')).toEqual([['"河湖长负责制" is not in the list', '河湖长负责制']]);
    expect(faults('none')).toBeUndefined();
  });
});

describe('data files', () => {
  const text = '---\ndata: ../data/metrics.yaml\n---\n\n# 工作报告\n\n召开会议<<meetings:12>>次。\n';

  it('are held against the report as soon as they are read, and again when they change', async () => {
    const all = await world({ 'data/metrics.yaml': 'meetings: 12\n' });
    await open(all, text);
    expect(all.findings()).toEqual([]);
    await all.write('data/metrics.yaml', 'meetings: 14\n');
    expect(all.findings()).toEqual([
      expect.stringMatching(/^stale-metric: "meetings" is 12 here and 14 in metrics.yaml/),
    ]);
    await all.write('data/metrics.yaml', undefined);
    expect(all.findings()).toEqual([expect.stringMatching(/^invalid-data: /)]);
  });

  it('show their own faults', async () => {
    const all = await world({ 'data/metrics.yaml': 'meetings: 12\nbad id: 3\n' });
    await open(all, text);
    const file = all.service.problemsOf(`${folder}data/metrics.yaml`);
    expect(file?.problems.map(({ span }) => file.text.slice(span.start, span.end))).toEqual(['bad id']);
  });

  it('keep a report right while it is typed in', async () => {
    const all = await world({ 'data/metrics.yaml': 'meetings: 12\n' });
    await open(all, text);
    const at = text.indexOf('12>>');
    all.service.change(reportUri, 2, [() => ({ span: { start: at, end: at + 2 }, newText: '13' })]);
    expect(all.findings()).toEqual([expect.stringMatching(/^stale-metric/)]);
    all.service.change(reportUri, 3, [() => ({ span: { start: at, end: at + 2 }, newText: '12' })]);
    expect(all.findings()).toEqual([]);
    const name = text.indexOf('metrics.yaml');
    all.service.change(reportUri, 4, [() => ({ span: { start: name, end: name + 7 }, newText: 'figures' })]);
    void all.findings();
    await all.service.settled();
    expect(all.findings()).toEqual([expect.stringMatching(/^invalid-data/)]);
  });

  it('of 200 reports are held against all of them when a cell changes', async () => {
    const sheet = (value: number): Promise<Uint8Array> =>
      workbook({
        name: '指标',
        rows: [
          ['标识', '数值'],
          ['meetings', value],
        ],
      });
    const all = await world({});
    all.files.set(`${folder}data/metrics.xlsx`, await sheet(12));
    const uris = Array.from({ length: 200 }, (_, index) => `${folder}reports/r${index}.report.md`);
    for (const uri of uris) await open(all, text.replace('metrics.yaml', 'metrics.xlsx'), uri);
    expect(uris.flatMap((uri) => all.findings(uri))).toEqual([]);
    await all.write('data/metrics.xlsx', await sheet(14));
    expect(uris.filter((uri) => all.findings(uri).some((found) => found.startsWith('stale-metric')))).toHaveLength(200);
    expect(all.told.at(-1)?.split(' ')).toHaveLength(201);
  });
});

it('of last period gives what is compared with it', async () => {
  const all = await world({ 'reports/may.report.md': '# 工作报告\n\n到馆<<visits:1000>>人次。\n' });
  await open(all, '---\nprevious: may.report.md\n---\n\n# 工作报告\n\n到馆<<visits:12000>>人次。\n');
  expect(all.findings()).toEqual([expect.stringMatching(/^implausible-change/)]);
});

it.each([
  ['file:///a/b/june.md', 'c.yaml', 'file:///a/b/c.yaml'],
  ['file:///a/b/june.md', '../数据/六月 1.xlsx', 'file:///a/%E6%95%B0%E6%8D%AE/%E5%85%AD%E6%9C%88%201.xlsx'],
  ['vscode-vfs://github/o/r/june.md', './c.yaml', 'vscode-vfs://github/o/r/c.yaml'],
  ['reports/june.md', '../data/c.yaml', 'data/c.yaml'],
  ['june.md', 'c.yaml', 'c.yaml'],
  ['june.md', '../c.yaml', '../c.yaml'],
  ['/a/june.md', 'data\\c.yaml', '/a/data/c.yaml'],
  ['untitled:Untitled-1', 'c.yaml', 'c.yaml'],
])('from %s, %s is %s', (from, path, expected) => {
  expect(resolvePath(from, path)).toBe(expected);
});

it('fills the masked tags from data, and touches nothing else', async () => {
  const text =
    '---\ndata: ../data/metrics.yaml\n---\n\n# 工作报告\n\n召开会议<<meetings:**>>次，<<files:3>>份，<<unknown:*>>件，办结率<<rate:**>>%，占<<share:>>。\n';
  const all = await world({ 'data/metrics.yaml': 'meetings: 14\nfiles: 5\nrate: 95.1%\nshare: 12%\n' });
  await open(all, text);
  const { analysis } = all.service.snapshot(reportUri) ?? {};
  if (analysis === undefined) throw new Error('The report is not open.');
  const filled = applyChanges(text, fillChanges(analysis));
  expect(filled).toBe(
    text.replace('meetings:**', 'meetings:14').replace('rate:**', 'rate:95.1').replace('share:', 'share:12%'),
  );
});

it('are followed alike step by step and afresh, whatever is typed and saved between', async () => {
  const random = createRandom(7);
  const pieces = [
    '<<meetings:12>>次。',
    '<<files:3>>份，',
    '\n\n',
    '<<meetings>>',
    '## 一、工作\n\n',
    '**',
    '一是',
    '14',
  ];
  const datas = [
    'meetings: 12\n',
    'meetings: 14\nfiles: 3\n',
    'meetings: 14\nfiles: 4\nbad id: 1\n',
    'files: 3\n',
    undefined,
  ];
  let text =
    '---\ndata: ../data/metrics.yaml\nprevious: may.report.md\n---\n\n# 工作报告\n\n召开会议<<meetings:12>>次。\n\n印发文件<<files:4>>份。\n';
  const files: Record<string, string> = { 'reports/may.report.md': '会议<<meetings:1234>>次，文件<<files:90>>份。\n' };
  const all = await world(files);
  await open(all, text);
  for (let round = 0; round < 120; round++) {
    if (random.below(3) === 0) {
      const data = datas[random.below(datas.length)];
      await all.write('data/metrics.yaml', data);
      if (data === undefined) delete files['data/metrics.yaml'];
      else files['data/metrics.yaml'] = data;
    } else {
      const start = random.below(text.length + 1);
      const end = Math.min(text.length, start + random.below(6));
      const newText = pieces[random.below(pieces.length)] ?? '';
      all.service.change(reportUri, round + 2, [() => ({ span: { start, end }, newText })]);
      text = text.slice(0, start) + newText + text.slice(end);
      void all.findings();
      await all.service.settled();
    }
    const fresh = await world(files);
    await open(fresh, text);
    expect({ round, text, findings: all.findings() }).toEqual({ round, text, findings: fresh.findings() });
  }
});
