/** Renames a metric or a section in every file in which it means the same; refuses where two things would get one name. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Message } from '../base/message';
import { idFault, isMetricId } from '../data/value';
import { fileName } from '../rules/support/files';
import { placesIn } from '../template/places';
import { workspaceEdit, type FileEdit } from './convert';
import { defineFeature, InvalidRequest, type FeatureContext, type PositionParams } from './feature';
import { fixedByTemplate, refuseShipped } from './naming/families';
import { mentionsOf, type Mentions } from './naming/mentions';
import { dataName, placeInData } from './naming/metricScope';
import type { Name } from './naming/name';
import { askedInFile, askedInReport, type Asked } from './naming/origin';

interface RenameParams extends PositionParams {
  readonly newName: string;
}

export default defineFeature<RenameParams, WorkspaceEdit | null>({
  method: 'textDocument/rename',
  capability: { renameProvider: { prepareProvider: true } },
  onBug: 'error',
  empty: () => null,
  handle: (snapshot, params, ctx) => answer(askedInReport(snapshot, params.position), params.newName, ctx),
  handleFile: async (file, params, ctx) => answer(await askedInFile(file, params.position), params.newName, ctx),
});

async function answer(asked: Asked | undefined, given: unknown, ctx: FeatureContext): Promise<WorkspaceEdit | null> {
  const newName = typeof given === 'string' ? given.trim() : '';
  if (asked === undefined || asked.name.id === newName) return null;
  const { name, origin } = asked;
  if (!isMetricId(newName)) throw new InvalidRequest(ctx.say(idFault(newName)));
  refuseShipped(name, origin.template, ctx);
  const mentions = await mentionsOf(name, origin, ctx);
  const obstacle = await obstacleTo(name, newName, mentions, ctx);
  if (obstacle !== undefined) throw new InvalidRequest(ctx.say(obstacle));
  const edits = mentions.all.map(({ uri, range }): FileEdit => ({ uri, range, newText: newName }));
  return workspaceEdit(edits, { here: origin.uri, label: changeLabel(name.id, newName) }, ctx);
}

/** Why the new name cannot be given. */
async function obstacleTo(
  { kind, id }: Name,
  newName: string,
  { reports, cells, data, families }: Mentions,
  ctx: FeatureContext,
): Promise<Message | undefined> {
  const shipped = families.find(({ isShipped }) => isShipped);
  if (shipped !== undefined) return fixedByTemplate(id, [...shipped.templates][0] ?? '');
  const [cell] = cells;
  if (cell !== undefined) return inWorkbook(id, dataName(cell));
  const clash =
    reports.find((report) =>
      kind === 'metric' ? report.uses(newName) : report.sections.some((section) => section.id === newName),
    )?.uri ??
    families
      .flatMap((family) => family.files)
      .find((file) => placesIn(file)[kind === 'metric' ? 'metrics' : 'sections'].some((place) => place.id === newName))
      ?.uri;
  if (clash !== undefined) return taken(newName, fileName(clash));
  for (const { uri } of data) {
    const other = await placeInData(uri, newName, ctx);
    if (other !== undefined) return taken(newName, dataName(other));
  }
  return undefined;
}

function changeLabel(id: string, newName: string): Message {
  return { en: `Rename "${id}" to "${newName}"`, zh: `将“${id}”改名为“${newName}”` };
}

function taken(newName: string, where: string): Message {
  return {
    en: `"${newName}" is already in use in ${where}, and two things of one name cannot be told apart; choose another name.`,
    zh: `“${newName}”已在 ${where} 中使用，两者将无法区分；请换一个名称。`,
  };
}

function inWorkbook(id: string, where: string): Message {
  return {
    en: `"${id}" also stands in the workbook ${where}, which cannot be edited from here; change it there first.`,
    zh: `“${id}”还出现在工作簿 ${where} 中，无法在此处修改；请先在该文件中改名。`,
  };
}
