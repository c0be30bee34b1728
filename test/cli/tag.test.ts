/** `tallymark tag`: a masked text becomes a report file, and nothing of it is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportService, defaultSettings, emptyHost } from '../../server/src/service';
import { inFolder } from './run';

const draft = readFileSync(new URL('../../examples/plain-draft.txt', import.meta.url), 'utf8');
const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });

describe('the example draft', () => {
  it('keeps every mask, as a tag with an id of its own, and reports nothing but blanks', async () => {
    await inFolder({ 'draft.txt': draft }, async ({ tag }) => {
      const before = service.read('draft.txt', draft);
      const { output, exitCode } = await tag('draft.txt', { template: 'annual-summary' });
      const after = service.read('draft.report.md', output);
      expect(exitCode).toBe(0);
      expect(after.report.masks).toEqual([]);
      expect(after.report.blanks.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
        before.report.blanks.map(({ kind, text }) => `${kind} ${text}`),
      );
      const ids = after.report.metrics.map((metric) => metric.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z][a-z0-9.-]+$/.test(id))).toEqual([]);
      const others = after.diagnoses.filter(({ code }) => !code.startsWith('unfilled-') && code !== 'missing-section');
      expect(others).toEqual([]);
    });
  });

  it('has the same sections and the same words', async () => {
    await inFolder({ 'draft.txt': draft }, async ({ tag }) => {
      const { output } = await tag('draft.txt');
      const after = service.read('draft.report.md', output);
      const before = service.read('draft.txt', draft);
      expect(after.report.sections.map(({ title, level }) => `${level} ${title}`)).toEqual(
        before.report.sections.map(({ title, level }) => `${level} ${title}`),
      );
      const words = (text: string): string =>
        text
          .replace(/^---\n[^]*?\n---\n/, '')
          .replace(/<<[^:>]*:([^>]*)>>/g, '$1')
          .replace(/^#+ /gm, '')
          .replace(/\s+/g, '');
      expect(words(output)).toBe(words(draft));
    });
  });
});

describe('small texts', () => {
  const cases: readonly [string, string, string, string][] = [
    [
      'lines become paragraphs',
      'a.txt',
      '召开**次。\n走访**户。\n',
      '---\nstatus: draft\n---\n\n召开<<times:**>>次。\n\n走访<<visits:**>>户。\n',
    ],
    [
      'headings and a title',
      'a.txt',
      '2024年总结\n一、工作\n（一）学习\n召开会议**次。\n',
      '---\nreport: annual-summary\nperiod: 2024\nstatus: draft\n---\n\n# 2024年总结\n\n## 一、工作\n\n### （一）学习\n\n召开会议<<meetings:**>>次。\n',
    ],
    [
      'the author’s emphasis stays',
      'a.txt',
      '**重点**工作**次、走访**户。\n',
      '---\nstatus: draft\n---\n\n**重点**工作<<times:**>>次、走访<<visits:**>>户。\n',
    ],
    [
      'Markdown marks stay text',
      'a.txt',
      '# 不是标题\n> 不是引用`代码`\n',
      '---\nstatus: draft\n---\n\n\\# 不是标题\n\n\\> 不是引用\\`代码\\`\n',
    ],
    [
      'Markdown keeps its structure',
      'a.md',
      '# 总结\n\n- 召开会议**次\n- 走访**户\n',
      '---\nstatus: draft\n---\n\n# 总结\n\n- 召开会议<<meetings:**>>次\n- 走访<<visits:**>>户\n',
    ],
    [
      'front matter is kept',
      'a.md',
      '---\nreport: annual-summary\n---\n\n召开会议**次\n',
      '---\nreport: annual-summary\n---\n\n召开会议<<meetings:**>>次\n',
    ],
    [
      'line endings are kept',
      'a.txt',
      '一、工作\r\n召开会议**次。\r\n',
      '---\r\nstatus: draft\r\n---\r\n\r\n## 一、工作\r\n\r\n召开会议<<meetings:**>>次。\r\n',
    ],
  ];
  it.each(cases)('%s', async (_title, name, text, expected) => {
    await inFolder({ [name]: text }, async ({ tag }) => {
      expect((await tag(name)).output).toBe(expected);
    });
  });
});

describe('files', () => {
  it('writes to a new file, and never over another without being told to', async () => {
    await inFolder({ 'a.txt': '召开会议**次。\n', 'b.report.md': 'mine' }, async ({ tag, path }) => {
      expect((await tag('a.txt', { output: 'b.report.md' })).errors).toContain('--force');
      expect(readFileSync(join(path, 'b.report.md'), 'utf8')).toBe('mine');
      expect((await tag('a.txt', { output: 'b.report.md', force: true })).exitCode).toBe(0);
      expect(readFileSync(join(path, 'b.report.md'), 'utf8')).toContain('<<meetings:**>>');
      expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('召开会议**次。\n');
    });
  });

  it('reads standard input', async () => {
    await inFolder({}, async ({ tag }) => {
      expect((await tag('-', {}, '召开会议**次。\n')).output).toContain('<<meetings:**>>');
    });
  });

  it('says what is wrong with a file that is not there', async () => {
    await inFolder({}, async ({ tag }) => {
      expect(await tag('none.txt')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('no such file') });
    });
  });
});
