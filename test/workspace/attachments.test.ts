/** Attachments are looked for again when one is typed, taken out or renumbered. */
import { expect, it } from 'vitest';
import { createReportService, defaultSettings, emptyHost } from '../../server/src/service';

const uri = 'file:///reports/june.report.md';
const body = '走访平稳。\n\n'.repeat(200);
const text = `# 工作报告\n\n${body}附件：1.走访名单\n　　　2.问题清单\n\n${body}附件1\n\n名单如下。\n\n附件2\n\n${body}清单如下。\n`;

it.each([
  ['附件2\n', '附件3\n', 1],
  ['附件2\n', '附注2\n', 1],
  ['2.问题清单', '3.问题清单', 1],
  ['2.问题清单', '2.问题清单\n　　　3.整改台账', 1],
  ['2.问题清单', '问题清单', 0],
  ['附件：1.', '附注：1.', 0],
  ['附件1\n', '', 1],
  ['走访平稳', '走访很平稳', 0],
])('after %j becomes %j', (from, to, count) => {
  const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
  const codes = (all: readonly { readonly code: string; readonly span: object }[] | undefined): unknown =>
    all?.filter(({ code }) => code === 'missing-attachment').map(({ span }) => span);
  service.open({ uri, version: 1, languageId: 'tallymark', text });
  expect(codes(service.snapshot(uri)?.diagnoses)).toEqual([]);
  const start = text.indexOf(from);
  service.change(uri, 2, [() => ({ span: { start, end: start + from.length }, newText: to })]);
  const typed = codes(service.snapshot(uri)?.diagnoses);
  expect(typed).toHaveLength(count);
  expect(typed).toEqual(codes(service.read(uri, text.replace(from, to)).diagnoses));
});
