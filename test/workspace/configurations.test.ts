/** `tallymark.yaml` in an editor: what a team has agreed on holds there as it does on the command line. */
import { describe, expect, it } from 'vitest';
import diagnostics from '../../server/src/features/diagnostics';
import { notCancelled } from '../../server/src/base/cancel';
import { defaultSettings } from '../../server/src/service';
import { desk as folder, layOut, type Desk } from '../features/desk';

const office = `//- tallymark.yaml
rules: { untagged-mask: error }
units: [抽]
ignore: [drafts]
templates:
  - { files: monthly, template: project-status }
//- a.report.md
# 报告

召开会议**次。
//- drafts/b.report.md
# 草稿

召开会议**次。
//- monthly/c.report.md
# Something else

We held XX meetings.
//- inner/tallymark.yaml
rules: { untagged-mask: hint }
//- inner/d.report.md
# 报告

召开会议**次。
`;

const found = async (desk: Desk, path: string): Promise<readonly unknown[]> => {
  const uri = folder + path;
  if (desk.service.snapshot(uri) === undefined) desk.open(path);
  await desk.service.settled();
  const snapshot = desk.service.snapshot(uri);
  const answer = snapshot && (await diagnostics.handle(snapshot, { textDocument: { uri } }, desk.ctx));
  return answer?.kind === 'full' ? answer.items.map(({ code, severity }) => [code, severity]) : ['nothing'];
};

describe('a configuration file', () => {
  it('sets the severities of the reports below its folder', async () => {
    const desk = await layOut(office);
    expect(await found(desk, 'a.report.md')).toEqual([['untagged-mask', 1]]);
  });

  it('gives way to one that is nearer', async () => {
    const desk = await layOut(office);
    expect(await found(desk, 'inner/d.report.md')).toEqual([['untagged-mask', 4]]);
  });

  it('gives way to the settings of the editor', async () => {
    const desk = await layOut(office);
    desk.service.configure({ ...defaultSettings, rules: new Map([['untagged-mask', 'info']]) });
    expect(await found(desk, 'a.report.md')).toEqual([['untagged-mask', 3]]);
  });

  it('has reports left alone', async () => {
    const desk = await layOut(office);
    expect(await found(desk, 'drafts/b.report.md')).toEqual([]);
  });

  it('gives reports a template by their path, in the editor and in the index', async () => {
    const desk = await layOut(office);
    desk.open('monthly/c.report.md');
    expect(desk.service.snapshot(`${folder}monthly/c.report.md`)?.template?.id).toBe('project-status');
    const reports = await desk.service.index.reports(notCancelled);
    expect(reports.map(({ template }) => template)).toEqual([undefined, undefined, undefined, 'project-status']);
  });

  it('adds units', async () => {
    const desk = await layOut(`${office}//- e.report.md\n# 报告\n\n抽纸XX抽。\n`);
    expect(await found(desk, 'e.report.md')).toEqual([['untagged-mask', 1]]);
    desk.write('tallymark.yaml', 'units: []\n');
    await desk.service.settled();
    expect(desk.service.snapshot(`${folder}e.report.md`)?.report.masks[0]?.unit).toBeUndefined();
  });

  it('counts again as soon as it is written, and no more when it is gone', async () => {
    const desk = await layOut(office);
    expect(await found(desk, 'a.report.md')).toEqual([['untagged-mask', 1]]);
    desk.write('tallymark.yaml', 'rules: { untagged-mask: off }\n');
    await desk.service.settled();
    expect(await found(desk, 'a.report.md')).toEqual([]);
    desk.write('tallymark.yaml', undefined);
    await desk.service.settled();
    expect(await found(desk, 'a.report.md')).toEqual([['untagged-mask', 2]]);
  });

  it('shows its own faults', async () => {
    const desk = await layOut('//- tallymark.yaml\nrules: { untaged-mask: error }\n');
    const file = desk.service.problemsOf(`${folder}tallymark.yaml`);
    expect(file?.problems.map(({ message, span }) => [message.en, file.text.slice(span.start, span.end)])).toEqual([
      [
        expect.stringMatching(/^rules\.untaged-mask: there is no such rule \(did you mean "untagged-mask"/),
        'untaged-mask',
      ],
    ]);
  });
});
