/** Insert Section: a section of the template goes to the place where the template wants it. */
import { EndOfLine, l10n, QuickPickItemKind, Range, window, type QuickPickItem, type TextEditor } from 'vscode';
import { sectionsRequest, type SectionsResult, type WireEdit, type WireSection } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';
import { applyEdits, askCurrent, toRange } from '../requests';
import { writingOffset } from './writingOffset';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.insertSection', (editor, argument) => insertSection(ctx, editor, argument));
  },
};

export default feature;

async function insertSection(ctx: ClientContext, editor: TextEditor, argument: unknown): Promise<void> {
  const offered = await askCurrent<SectionsResult>(ctx.client, sectionsRequest, editor.document);
  if (offered.sections.length === 0) {
    void window.showInformationMessage(
      l10n.t('No template applies to this report; name one after "report:" in its front matter.'),
    );
    return;
  }
  const id = idOf(argument) ?? (await pick(offered))?.id;
  if (id === undefined) return;

  // The pick may have taken a while, so the place is asked for again.
  const { sections } = await askCurrent<SectionsResult>(ctx.client, sectionsRequest, editor.document);
  const section = sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(l10n.t('The template has no section named "{0}".', id));
  if (section.insert === undefined) {
    void window.showInformationMessage(l10n.t('The section "{0}" is in the report already.', section.title));
    return;
  }
  await insert(editor, section.insert);
}

async function insert(editor: TextEditor, edit: WireEdit): Promise<void> {
  const { document } = editor;
  const start = document.offsetAt(toRange(edit.range).start);
  await applyEdits(editor, [edit]);
  // Where the file has CRLF ends, the inserted text has got them too.
  const before = edit.newText.slice(0, writingOffset(edit.newText));
  const length = document.eol === EndOfLine.CRLF ? before.replace(/\r?\n/g, '\r\n').length : before.length;
  const cursor = document.positionAt(start + length);
  await window.showTextDocument(document, { viewColumn: editor.viewColumn, selection: new Range(cursor, cursor) });
}

interface SectionItem extends QuickPickItem {
  readonly id?: string;
}

async function pick({ template, sections }: SectionsResult): Promise<SectionItem | undefined> {
  const isMissing = (section: WireSection): boolean => section.insert !== undefined;
  const groups = [
    group(
      l10n.t('Required'),
      '$(circle-large-outline)',
      sections.filter((one) => isMissing(one) && one.isRequired),
    ),
    group(
      l10n.t('Optional'),
      '$(circle-large-outline)',
      sections.filter((one) => isMissing(one) && !one.isRequired),
    ),
    group(
      l10n.t('In the report already'),
      '$(check)',
      sections.filter((one) => !isMissing(one)),
    ),
  ];
  return window.showQuickPick<SectionItem>(groups.flat(), {
    title: template ?? l10n.t('Insert Section'),
    placeHolder: l10n.t('Choose the section to insert'),
    matchOnDescription: true,
  });
}

function group(title: string, icon: string, sections: readonly WireSection[]): SectionItem[] {
  if (sections.length === 0) return [];
  return [
    { label: title, kind: QuickPickItemKind.Separator },
    ...sections.map(({ id, title, guidance }) => ({
      label: `${icon} ${title}`,
      description: id,
      detail: guidance,
      id,
    })),
  ];
}

function idOf(argument: unknown): string | undefined {
  const id = typeof argument === 'object' && argument !== null ? (argument as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}
