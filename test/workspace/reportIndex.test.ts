/** The index of all reports: read once, kept up with edits and files, and the same as one made afresh. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sectionName } from '../../server/src/report/sections';
import { Cancelled, notCancelled, type Cancel } from '../../server/src/base/cancel';
import type { IndexedReport } from '../../server/src/service';
import { layOut, desk as folder, type Desk } from '../features/desk';
import { createRandom } from '../markdown/random';

const two = `//- may.report.md
---
report: monthly
period: 2024-05
status: final
data: [may.yaml, ../shared.csv]
---

# 五月月报

## 一、主要工作 {#work}

召开会议<<meetings:12>>次，其中专题<<special:**>>次，另有*次；共<<meetings>>次。
//- notes.md
# 备忘

不是报告，<<meetings:3>>。
//- plain.report.md
某局总结

一、工作
开会<<meetings:1>>次。
`;

const one = async (desk: Desk, path: string): Promise<IndexedReport | undefined> =>
  (await desk.service.index.reports(notCancelled)).find(({ uri }) => uri === folder + path);

describe('what it knows of a report', () => {
  it('is its head, its sections, its figures and what it is bound to', async () => {
    const desk = await layOut(two);
    const report = await one(desk, 'may.report.md');
    expect(report).toMatchObject({
      title: '五月月报',
      template: 'monthly',
      period: '2024-05',
      status: 'final',
      totals: { metrics: 3, filled: 2, blanks: 2 },
      ids: ['meetings', 'special'],
    });
    expect(report?.links.map(({ kind, path, uri }) => [kind, path, uri])).toEqual([
      ['data', 'may.yaml', 'file:///desk/may.yaml'],
      ['data', '../shared.csv', 'file:///shared.csv'],
    ]);
    expect(report?.sections.map(({ name, id, level }) => [name, id, level])).toEqual([['一、主要工作', 'work', 1]]);
    expect(report?.usesOf('meetings')).toEqual([
      expect.objectContaining({ value: '12', isFilled: true }),
      expect.objectContaining({ value: undefined, isFilled: false }),
    ]);
    expect(report?.usesOf('topics')).toEqual([]);
  });

  it('includes reports without Markdown headings, and no other Markdown', async () => {
    const desk = await layOut(two);
    expect((await desk.service.index.reports(notCancelled)).map(({ uri }) => uri)).toEqual([
      `${folder}may.report.md`,
      `${folder}plain.report.md`,
    ]);
    expect((await one(desk, 'plain.report.md'))?.sections.map(({ name }) => name)).toEqual(['一、工作']);
  });
});

it('knows of a report what a whole reading of it says', async () => {
  const examples = readdirSync('test/template/examples').map((name) => [
    name,
    readFileSync(`test/template/examples/${name}`, 'utf8'),
  ]);
  const desk = await layOut(
    examples.map(([name, text]) => `//- ${name?.replace('.md', '.report.md') ?? ''}\n${text ?? ''}\n`).join(''),
  );
  const reports = await desk.service.index.reports(notCancelled);
  expect(reports.length).toBeGreaterThan(30);
  for (const { uri, totals, sections, title, usesOf, ids } of reports) {
    const { analysis, report, lines, text } = desk.service.read(uri, String(desk.disk.get(uri.slice(folder.length))));
    expect(totals).toEqual(analysis.totals);
    expect(title).toBe(report.title?.value);
    expect(sections.map(({ name, level }) => [name, level])).toEqual(
      report.sections.map((section) => [sectionName(section, text), section.level]),
    );
    expect(
      ids.flatMap((id) =>
        usesOf(id).map(({ idRange }) => text.slice(lines.offsetAt(idRange.start), lines.offsetAt(idRange.end))),
      ),
    ).toEqual(ids.flatMap((id) => usesOf(id).map(() => id)));
  }
});

describe('reading', () => {
  it('waits until somebody asks, and happens once', async () => {
    const desk = await layOut(two);
    expect(desk.reads).toEqual([]);
    expect(desk.service.index.isComplete).toBe(false);
    await desk.service.index.reports(notCancelled);
    await desk.service.index.reportsUsing('meetings', notCancelled);
    expect([...desk.reads].sort()).toEqual(['may.report.md', 'notes.md', 'plain.report.md']);
    expect(desk.service.index.isComplete).toBe(true);
  });

  it('happens again for the file that changed, and for no other', async () => {
    const desk = await layOut(two);
    await desk.service.index.reports(notCancelled);
    desk.reads.length = 0;
    desk.write('plain.report.md', '一、工作\n走访<<visits:2>>户。\n');
    expect(desk.reads).toEqual([]);
    expect(await desk.service.index.reportsUsing('meetings', notCancelled)).toHaveLength(1);
    expect(await desk.service.index.reportsUsing('visits', notCancelled)).toHaveLength(1);
    expect(desk.reads).toEqual(['plain.report.md']);
  });

  it('forgets what was removed', async () => {
    const desk = await layOut(two);
    await desk.service.index.reports(notCancelled);
    desk.write('may.report.md', undefined);
    expect(await desk.service.index.reportsUsing('special', notCancelled)).toEqual([]);
    expect(await one(desk, 'may.report.md')).toBeUndefined();
  });

  it('ends for somebody who no longer waits, and goes on for others', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `//- r${n}.report.md\n开会<<meetings:${n}>>次。\n`).join('');
    const desk = await layOut(many);
    let pauses = 0;
    const impatient: Cancel = {
      pause: () => (++pauses > 1 ? Promise.reject(new Cancelled()) : Promise.resolve()),
      until: (event) => event,
    };
    await expect(desk.service.index.reports(impatient)).rejects.toBeInstanceOf(Cancelled);
    expect(desk.service.index.isComplete).toBe(false);
    const [all, again] = await Promise.all([
      desk.service.index.reports(notCancelled),
      desk.service.index.reportsUsing('meetings', notCancelled),
    ]);
    expect([all.length, again.length, desk.reads.length]).toEqual([200, 200, 200]);
  });
});

describe('an open report', () => {
  it('counts as the editor has it', async () => {
    const desk = await layOut(two);
    desk.open('plain.report.md');
    desk.service.change(`${folder}plain.report.md`, 4, [
      () => ({ span: { start: 0, end: 0 }, newText: '走访<<visits:2>>户。\n\n' }),
    ]);
    const [report] = await desk.service.index.reportsUsing('visits', notCancelled);
    expect(report?.usesOf('visits')[0]?.range.start).toEqual({ line: 0, character: 2 });
    desk.service.close(`${folder}plain.report.md`);
    expect(await desk.service.index.reportsUsing('visits', notCancelled)).toEqual([]);
  });

  it('is described as the same file on the disk is', async () => {
    const desk = await layOut(two);
    const stored = await desk.service.index.reports(notCancelled);
    for (const path of ['may.report.md', 'plain.report.md']) desk.open(path);
    const open = await desk.service.index.reports(notCancelled);
    const told = ({ usesOf, uses, ...facts }: IndexedReport): unknown => ({
      ...facts,
      uses: facts.ids.map((id) => [uses(id), uses(`${id}x`), usesOf(id)]),
    });
    expect(open.map(told)).toEqual(stored.map(told));
    expect(open[0]).not.toBe(stored[0]);
  });

  it('is known before anything was read', async () => {
    const desk = await layOut(two);
    desk.open('may.report.md');
    expect(desk.service.index.known.map(({ title }) => title)).toEqual(['五月月报']);
    expect(desk.reads).toEqual([]);
  });
});

it('says the same as a fresh one after any changes', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  const random = createRandom(seed);
  const ids = ['meetings', 'topics', 'visits'];
  const text = (): string =>
    `${random.below(4) === 0 ? '' : '---\nreport: monthly\n---\n\n'}# 月报\n\n${Array.from(
      { length: random.below(3) },
      () => `会议<<${ids[random.below(3)] ?? ''}:${random.below(9)}>>次。`,
    ).join('\n\n')}\n`;
  const desk = await layOut(two);
  for (let round = 0; round < 60; round++) {
    const path = `r${random.below(5)}${random.below(2) === 0 ? '.report' : ''}.md`;
    const isOpen = desk.service.openUris().includes(folder + path);
    const step = random.below(5);
    if (step === 0 && isOpen) desk.service.close(folder + path);
    else if (step === 1 && !isOpen && desk.disk.has(path)) desk.open(path);
    else if (step === 2 && isOpen) {
      desk.service.change(folder + path, 5, [() => ({ span: { start: 0, end: 99999 }, newText: text() })]);
    } else desk.write(path, random.below(4) === 0 ? undefined : text());
    if (random.below(3) !== 0) continue;
    const fresh = await layOut([...desk.disk].map(([name, content]) => `//- ${name}\n${String(content)}`).join(''));
    for (const uri of desk.service.openUris()) {
      const open = desk.service.snapshot(uri)?.text ?? '';
      fresh.service.open({ uri, version: 1, languageId: undefined, text: open });
    }
    for (const id of ids) {
      const [kept, made] = await Promise.all(
        [desk, fresh].map(({ service }) => service.index.reportsUsing(id, notCancelled)),
      );
      const told = (reports: readonly IndexedReport[] = []): unknown =>
        reports.map((report) => [report.uri, report.totals, report.usesOf(id)]);
      expect(told(kept), `SEED=${seed}, round ${round}`).toEqual(told(made));
    }
  }
});
