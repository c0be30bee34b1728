/** New Report: an untitled report made from a template, a title and a period. */
import { env, l10n, window, workspace, type QuickPickItem } from 'vscode';
import { newReportRequest, templatesRequest } from '../../../server/src/protocol';
import type { NewReportParams, NewReportResult, TemplateChoice } from '../../../server/src/protocol';
import { addCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addCommand(ctx, 'tallymark.newReport', async (argument) => {
      const params = await askFor(ctx, given(argument));
      if (params === undefined) return;
      const { text } = await ctx.client.sendRequest<NewReportResult>(newReportRequest, params);
      await window.showTextDocument(await workspace.openTextDocument({ language: 'tallymark', content: text }));
    });
  },
};

export default feature;

/** What the argument leaves open is asked for, in this order; undefined where the author gives up. */
async function askFor(ctx: ClientContext, known: Partial<NewReportParams>): Promise<NewReportParams | undefined> {
  const choices = known.template !== undefined && known.title !== undefined ? [] : await templates(ctx);
  const template = known.template ?? (await pickTemplate(choices))?.id;
  if (template === undefined) return undefined;
  const suggested = choices.find(({ id }) => id === template)?.title ?? '';
  const title = known.title ?? (await inputTitle(suggested));
  if (title === undefined) return undefined;
  const period = known.period ?? (await inputPeriod());
  return period === undefined ? undefined : { template, title, period };
}

function templates(ctx: ClientContext): Promise<readonly TemplateChoice[]> {
  return ctx.client.sendRequest<readonly TemplateChoice[]>(templatesRequest);
}

interface TemplateItem extends QuickPickItem {
  readonly id: string;
}

async function pickTemplate(choices: readonly TemplateChoice[]): Promise<TemplateItem | undefined> {
  // The templates in the editor's own language are the likelier ones.
  const isForeign = (choice: TemplateChoice): number => (env.language.startsWith(choice.language) ? 0 : 1);
  const items = [...choices]
    .sort((a, b) => isForeign(a) - isForeign(b))
    .map(({ id, title }): TemplateItem => ({ label: title, description: id, id }));
  return window.showQuickPick(items, {
    title: l10n.t('New Report (1/3): Template'),
    placeHolder: l10n.t('Choose the kind of report'),
    matchOnDescription: true,
  });
}

async function inputTitle(value: string): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: l10n.t('New Report (2/3): Title'),
    prompt: l10n.t('The title of the report'),
    value,
    validateInput: (text) => (text.trim() === '' ? l10n.t('The title is empty; a report needs one.') : undefined),
  });
  return title?.trim();
}

const periodPattern = /^\d{4}(?:-(?:Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/;

async function inputPeriod(): Promise<string | undefined> {
  const period = await window.showInputBox({
    title: l10n.t('New Report (3/3): Period'),
    prompt: l10n.t('The period that the report covers: a year, a half-year, a quarter or a month'),
    placeHolder: '2025, 2025-H1, 2025-Q3, 2025-06',
    value: String(new Date().getFullYear()),
    validateInput: (text) =>
      periodPattern.test(text.trim())
        ? undefined
        : l10n.t('A period is written like 2025, 2025-H1, 2025-Q3 or 2025-06.'),
  });
  return period?.trim();
}

function given(argument: unknown): Partial<NewReportParams> {
  if (typeof argument !== 'object' || argument === null) return {};
  const { template, title, period } = argument as Record<keyof NewReportParams, unknown>;
  return { template: textOf(template), title: textOf(title), period: textOf(period) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
