/** `tallymark fill`: the figures of the data files go into the blanks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from './run';

const report =
  '---\r\ndata: metrics.csv\r\n---\r\n\r\n# 供水情况\r\n\r\n会议<<meetings:**>>次，文件<<files:3>>份，办结<<done:*>>件，走访**户。\r\n';
const files = { 'june.report.md': report, 'metrics.csv': '标识,数值\nmeetings,14\nfiles,5\n' };

it('prints the report with the blanks that the data know, and leaves all else alone', async () => {
  await inFolder(files, async (folder) => {
    const { output, errors, exitCode } = await folder.fill('june.report.md');
    expect(output).toBe(report.replace('meetings:**', 'meetings:14'));
    expect(errors).toContain('1 blank filled from data, 2 left');
    expect(exitCode).toBe(1);
    expect(readFileSync(join(folder.path, 'june.report.md'), 'utf8')).toBe(report);
  });
});

it('writes it when asked to', async () => {
  await inFolder({ ...files, 'metrics.csv': 'id,value\nmeetings,14\n' }, async (folder) => {
    const { output } = await folder.fill('june.report.md', { write: true });
    expect(output).toBe('');
    expect(readFileSync(join(folder.path, 'june.report.md'), 'utf8')).toBe(
      report.replace('meetings:**', 'meetings:14'),
    );
  });
});

it('says that there is no such report', async () => {
  await inFolder(files, async (folder) => {
    const { exitCode, errors } = await folder.fill('may.report.md');
    expect(exitCode).toBe(2);
    expect(errors).toContain('may.report.md: there is no such file');
  });
});
