/** What the reports of the workspace say of a metric, at its id in a template or in a data file. */
import type { Hover } from 'vscode-languageserver-types';
import { placesIn } from '../../template/places';
import type { MetricTemplate } from '../../template/types';
import type { IndexedReport } from '../../workspace/index';
import { toMarkup, toRange } from '../convert';
import type { FeatureContext, OpenFile, PositionParams } from '../feature';
import { nameInFile } from '../naming/name';
import { titleOf } from './metric';
import { reportsNamed, sharing, type Users } from './otherReports';

export async function hoverInFile(
  file: OpenFile,
  { position }: PositionParams,
  ctx: FeatureContext,
): Promise<Hover | null> {
  const name = await nameInFile(file, position);
  if (name?.kind !== 'metric') return null;
  const { id, span } = name;
  const template = file.kind === 'template' ? placesIn(file).id?.id : undefined;
  const naming = ctx.index.knownUsing(id, file.uri);
  const users: Users =
    template === undefined
      ? { reports: naming.filter((report) => isBoundTo(report, file.uri)), areAll: true }
      : sharing(naming, template, id, ctx);
  const { reports } = users;
  // The id alone is what the author reads already.
  if (reports.length === 0 && file.kind === 'data') return null;
  const of = template ?? reports.find((report) => report.template !== undefined)?.template;
  const lines = [titleOf(id, definitionIn(of, id, ctx), ctx.say), usersLine(users, id, ctx)];
  return { contents: toMarkup(lines, ctx.client), range: toRange(file, span) };
}

function usersLine(users: Users, id: string, ctx: FeatureContext): string {
  if (users.reports.length > 0) {
    const { count, names } = reportsNamed(users, id, ctx);
    return ctx.say({ en: `Used in ${count}: ${names}`, zh: `有${count}使用：${names}` });
  }
  return ctx.index.isComplete
    ? ctx.say({ en: 'Used in no report yet.', zh: '尚无报告使用。' })
    : ctx.say({ en: 'Used in no report that has been read yet.', zh: '已读取的报告均未使用。' });
}

function isBoundTo({ links }: IndexedReport, uri: string): boolean {
  return links.some((link) => link.kind === 'data' && link.uri === uri);
}

function definitionIn(
  template: string | undefined,
  id: string,
  { templates }: FeatureContext,
): MetricTemplate | undefined {
  const entry = templates.find((each) => each.id === template);
  return entry?.load().metrics.find((metric) => metric.id === id);
}
