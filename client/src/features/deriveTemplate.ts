/** Derive Template: a template made from the report in the editor, and from others like it, opens as a file to go on with. */
import { l10n, window, workspace, type QuickPickItem, type TextDocument, type Uri } from 'vscode';
import { deriveTemplateRequest } from '../../../server/src/protocol';
import type { DeriveTemplateParams, DeriveTemplateResult } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.deriveTemplate', (editor, argument) => derive(ctx, editor.document, argument));
  },
};

export default feature;

async function derive(ctx: ClientContext, document: TextDocument, argument: unknown): Promise<void> {
  const toWire = (uri: Uri): string => ctx.client.code2ProtocolConverter.asUri(uri);
  const others = given(argument) ?? (await pickOthers(document))?.map(toWire);
  if (others === undefined) return;
  // The last decides on names and words where the reports do not say their period: the one that the author looks at.
  const params: DeriveTemplateParams = { uris: [...others, toWire(document.uri)] };
  const result = await ctx.client.sendRequest<DeriveTemplateResult>(deriveTemplateRequest, params);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content: result.text }));
  window.setStatusBarMessage(
    l10n.t(
      '{0} sections and {1} metrics; save as NAME.template.yaml in this workspace',
      result.sections,
      result.metrics,
    ),
    10_000,
  );
}

interface ReportItem extends QuickPickItem {
  readonly uri: Uri;
}

/** Reports to derive from besides the one in the editor; undefined where the author gives up. Nothing is asked where there is no other. */
async function pickOthers(document: TextDocument): Promise<readonly Uri[] | undefined> {
  const found = await workspace.findFiles('**/*.report.md', '**/node_modules/**', mostReports);
  const items = found
    .filter((uri) => uri.toString() !== document.uri.toString())
    .map((uri): ReportItem => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (items.length === 0) return [];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Derive Template from {0}', workspace.asRelativePath(document.uri)),
    placeHolder: l10n.t('Choose further reports of the same kind, or none'),
    canPickMany: true,
  });
  return picked?.map(({ uri }) => uri);
}

/** A longer list nobody goes through. */
const mostReports = 1000;

/** URIs of other reports. */
function given(argument: unknown): readonly string[] | undefined {
  const uris = typeof argument === 'object' && argument !== null ? (argument as { uris?: unknown }).uris : undefined;
  return Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === 'string') : undefined;
}
