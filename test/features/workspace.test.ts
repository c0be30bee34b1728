/** What is asked about the whole workspace: symbols, renamed files, and the problems of reports that are not open. */
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../server/src/base/cancel';
import codeLens from '../../server/src/features/codeLens';
import codeLensResolve from '../../server/src/features/codeLensResolve';
import renameFiles from '../../server/src/features/renameFiles';
import workspaceDiagnostics from '../../server/src/features/workspaceDiagnostics';
import workspaceSymbol from '../../server/src/features/workspaceSymbol';
import { relativePath } from '../../server/src/workspace/host';
import { defaultSettings } from '../../server/src/service';
import { desk as folder, layOut, type Desk } from './desk';

const reports = `//- 2024/q1.report.md
---
report: project-status
data: ../data/q1.yaml
---

# First quarter status

## Done

We closed <<issues-closed:42>> issues.
//- 2024/q2.report.md
---
report: project-status
data: "../data/q1.yaml"
previous: q1.report.md
---

# Second quarter status

## Planned

We closed <<issues-closed:**>> issues.
//- 总结.report.md
某局工作总结

一、深化改革
召开会议**次。
//- data/q1.yaml
issues-closed: 42
`;

describe('symbols of the workspace', () => {
  const found = async (query: string, language: 'en' | 'zh' = 'en'): Promise<readonly string[]> => {
    const desk = await layOut(reports, { language });
    return (await desk.run(workspaceSymbol, { query })).map(({ name, containerName }) => `${name} (${containerName})`);
  };

  it('are sections, with or without Markdown headings', async () => {
    expect(await found('改革')).toEqual(['一、深化改革 (某局工作总结)']);
    expect(await found('planned')).toEqual(['Planned (Second quarter status)']);
  });

  it('are metrics, by their ids and by their labels', async () => {
    expect(await found('issues-closed')).toEqual([
      'issues-closed Issues closed (First quarter status)',
      'issues-closed Issues closed (Second quarter status)',
    ]);
    expect(await found('关闭', 'zh')).toHaveLength(2);
  });

  it('are reports, by a few letters of their titles', async () => {
    expect(await found('secqua')).toEqual(['Second quarter status (q2.report.md)']);
  });

  it('begin with what fits best', async () => {
    const all = await found('d');
    expect(all.indexOf('Done (First quarter status)')).toBeLessThan(
      all.indexOf('Second quarter status (q2.report.md)'),
    );
  });

  it('are none where nothing fits', async () => {
    expect(await found('zebra')).toEqual([]);
  });
});

describe('renaming files', () => {
  const moved = async (oldPath: string, newPath: string): Promise<Readonly<Record<string, string>>> => {
    const desk = await layOut(reports);
    const edit = await desk.run(renameFiles, { files: [{ oldUri: folder + oldPath, newUri: folder + newPath }] });
    return desk.applied(edit);
  };

  it('keeps the data of every report right, quoted or not', async () => {
    const changed = await moved('data/q1.yaml', 'data/first quarter.yaml');
    expect(changed['2024/q1.report.md']).toContain('\ndata: ../data/first quarter.yaml\n');
    expect(changed['2024/q2.report.md']).toContain('\ndata: ../data/first quarter.yaml\n');
  });

  it('keeps last period’s report right, and its own paths where it moves', async () => {
    const changed = await moved('2024/q1.report.md', 'archive/2024/q1.report.md');
    expect(changed['2024/q2.report.md']).toContain('\nprevious: ../archive/2024/q1.report.md\n');
    expect(changed['archive/2024/q1.report.md']).toBeUndefined();
    expect(changed['2024/q1.report.md']).toContain('\ndata: ../../data/q1.yaml\n');
  });

  it('of a folder keeps what is in it together', async () => {
    const changed = await moved('2024', 'years/2024');
    expect(Object.keys(changed)).toEqual(['2024/q1.report.md', '2024/q2.report.md']);
    expect(changed['2024/q2.report.md']).toContain('\ndata: ../../data/q1.yaml\nprevious: q1.report.md\n');
  });

  it('changes nothing where no report names the file', async () => {
    expect(await moved('data/other.yaml', 'data/q1-old.yaml')).toEqual({});
  });

  it.each([
    ['file:///a/b/c.md', 'file:///a/b/d.yaml', 'd.yaml'],
    ['file:///a/b/c.md', 'file:///a/%E6%95%B0/d.yaml', '../数/d.yaml'],
    ['file:///a/c.md', 'file:///d.yaml', '../d.yaml'],
    ['file:///a/c.md', 'untitled:d.yaml', undefined],
  ])('finds the way from %s to %s', (from, to, path) => {
    expect(relativePath(from, to)).toBe(path);
  });
});

describe('the lines above the metrics of a template', () => {
  const source = `//- own.template.yaml
id: own
title: 月报
language: zh
metrics:
  - { id: meetings, label: 会议$0, type: integer }
  - { id: visits, label: 走访, type: integer }
//- may.report.md
---
report: own
---

会议<<meetings:3>>次。
//- june.report.md
---
report: own
---

会议<<meetings:4>>次。
//- other.report.md
走访<<visits:4>>户。
`;

  it('say how many reports use it', async () => {
    const desk = await layOut(source);
    const lenses = await desk.ask(codeLens);
    const resolved = await Promise.all(lenses.map((lens) => desk.ask(codeLensResolve, lens)));
    expect(resolved.map((lens) => lens?.command?.title)).toEqual(['2 reports use it', 'No report uses it']);
    expect(resolved.map((lens) => lens?.command?.command)).toEqual(['tallymark.findUses', '']);
  });

  it('are not there where lenses are not wanted', async () => {
    const desk = await layOut(source);
    desk.service.configure({ ...defaultSettings, codeLens: false });
    expect(await desk.ask(codeLens)).toEqual([]);
  });
});

describe('problems of reports that are not open', () => {
  const on = (desk: Desk): void => desk.service.configure({ ...defaultSettings, workspaceDiagnostics: true });
  const pull = async (desk: Desk, previousResultIds: readonly { uri: string; value: string }[] = []) =>
    (await desk.run(workspaceDiagnostics, { previousResultIds })).items;
  const told = (items: Awaited<ReturnType<typeof pull>>): unknown =>
    items.map((item) => [
      item.uri.slice(folder.length),
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]);
  const results = (items: Awaited<ReturnType<typeof pull>>): { uri: string; value: string }[] =>
    items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

  it('are not looked for unless they are wanted', async () => {
    const desk = await layOut(reports);
    expect(await pull(desk)).toEqual([]);
    expect(desk.reads).toEqual([]);
  });

  it('are those that each report has when it is open', async () => {
    const desk = await layOut(reports);
    on(desk);
    desk.open('2024/q1.report.md');
    const items = await pull(desk);
    expect(items.map(({ uri }) => decodeURI(uri.slice(folder.length)))).toEqual([
      '总结.report.md',
      '2024/q2.report.md',
    ]);
    expect(told(items)).toEqual(
      expect.arrayContaining([[encodeURI('总结.report.md'), expect.arrayContaining(['untagged-mask'])]]),
    );
  });

  it('are answered again when something has changed, and only what did', async () => {
    const desk = await layOut(reports);
    on(desk);
    const known = results(await pull(desk));
    expect(known).toHaveLength(3);
    const next = pull(desk, known);
    desk.write('总结.report.md', '某局工作总结\n\n一、深化改革\n召开会议12次。\n');
    const items = await next;
    expect(items.filter(({ kind }) => kind === 'full').map(({ uri }) => decodeURI(uri.slice(folder.length)))).toEqual([
      '总结.report.md',
    ]);
  });

  it('go when the report goes, and when nobody wants them any more', async () => {
    const desk = await layOut(reports);
    on(desk);
    const known = results(await pull(desk));
    desk.write('总结.report.md', undefined);
    expect(told(await pull(desk, known))).toEqual(expect.arrayContaining([[encodeURI('总结.report.md'), []]]));
    desk.service.configure(defaultSettings);
    expect((await pull(desk, known)).every((item) => item.kind === 'full' && item.items.length === 0)).toBe(true);
  });

  it('end with the request', async () => {
    const desk = await layOut(reports);
    on(desk);
    const known = results(await pull(desk));
    const cancel = { pause: () => Promise.resolve(), until: () => Promise.reject(new Cancelled()) };
    await expect(
      workspaceDiagnostics.handle({ previousResultIds: known }, { ...desk.ctx, cancel }),
    ).rejects.toBeInstanceOf(Cancelled);
  });
});
