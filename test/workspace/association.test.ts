/** The settings give a template to files that name none. */
import { expect, it } from 'vitest';
import { createReportService, defaultSettings, emptyHost } from '../../server/src/service';
import { associatedTemplate } from '../../server/src/workspace/association';

const associations = new Map([
  ['monthly/**', 'project-status'],
  ['*.summary.md', 'annual-summary'],
  ['月报', 'safety-report'],
  ['./a/b.md', 'qbr'],
]);

it.each([
  ['file:///desk/team/monthly/june.report.md', 'project-status'],
  ['file:///desk/team/monthly/2024/june.report.md', 'project-status'],
  ['file:///desk/team/my-monthly/june.report.md', undefined],
  ['file:///desk/2024.summary.md', 'annual-summary'],
  ['file:///desk/%E6%9C%88%E6%8A%A5/june.md', 'safety-report'],
  ['vscode-vfs://github/team/repo/a/b.md', 'qbr'],
  ['monthly/june.md', 'project-status'],
  ['untitled:Untitled-1', undefined],
  ['file:///desk/%E6/x.md', undefined],
])('%s: %s', (uri, template) => {
  expect(associatedTemplate(associations, uri)).toBe(template);
});

it('goes behind what the report names, and before its title', () => {
  const settings = { ...defaultSettings, templates: new Map([['monthly', 'project-status']]) };
  const service = createReportService({ host: emptyHost, settings, log: () => undefined });
  const templateOf = (text: string, uri = 'file:///desk/monthly/a.report.md'): string | undefined =>
    service.read(uri, text).template?.id;
  expect(templateOf('# Post-mortem of the March outage\n')).toBe('project-status');
  expect(templateOf('---\nreport: qbr\n---\n\n# Status report\n')).toBe('qbr');
  expect(templateOf('# Post-mortem of the March outage\n', 'file:///desk/a.report.md')).toBe('incident-postmortem');
});
