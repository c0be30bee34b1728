/** Next Blank, Previous Blank and Go to Blank: each selects a blank, so that typing fills it. */
import {
  l10n,
  QuickPickItemKind,
  Selection,
  TextEditorRevealType,
  window,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import { blanksRequest, type BlanksResult, type WireBlank } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';
import { askCurrent, toRange } from '../requests';
import { blankKind } from '../wording';
import { nextBlank, previousBlank } from './nearestBlank';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.nextBlank', (editor) => goTo(ctx, editor, nextBlank));
    addReportCommand(ctx, 'tallymark.previousBlank', (editor) => goTo(ctx, editor, previousBlank));
    addReportCommand(ctx, 'tallymark.listBlanks', (editor) => choose(ctx, editor));
  },
};

export default feature;

async function goTo(ctx: ClientContext, editor: TextEditor, find: typeof nextBlank): Promise<void> {
  const { blanks, isReport } = await askCurrent<BlanksResult>(ctx.client, blanksRequest, editor.document);
  if (!isReport) return sayNotReport();
  const blank = find(blanks, editor.selection);
  if (blank === undefined) sayNoneLeft();
  else select(editor, blank);
}

interface BlankItem extends QuickPickItem {
  readonly blank?: WireBlank;
}

async function choose(ctx: ClientContext, editor: TextEditor): Promise<void> {
  const { blanks, isReport, version } = await askCurrent<BlanksResult>(ctx.client, blanksRequest, editor.document);
  if (!isReport) return sayNotReport();
  if (blanks.length === 0) return sayNoneLeft();
  const picked = await window.showQuickPick(items(blanks), {
    title: l10n.t('Go to Blank'),
    placeHolder: l10n.t('Choose the blank to fill'),
    matchOnDescription: true,
  });
  if (picked?.blank === undefined) return;
  if (editor.document.version !== version)
    throw new Error(l10n.t('The report changed while the command ran; run it again.'));
  await window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn,
    selection: toRange(picked.blank.range),
  });
}

function items(blanks: readonly WireBlank[]): BlankItem[] {
  return blanks.flatMap((blank, index) => {
    const item: BlankItem = {
      label: blank.label,
      description: l10n.t('{0}, line {1}', blankKind(blank.kind), blank.range.start.line + 1),
      blank,
    };
    const isFirstOfSection = blank.section !== undefined && blank.section !== blanks[index - 1]?.section;
    return isFirstOfSection ? [{ label: blank.section ?? '', kind: QuickPickItemKind.Separator }, item] : [item];
  });
}

function select(editor: TextEditor, blank: WireBlank): void {
  const range = toRange(blank.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function sayNotReport(): void {
  void window.showInformationMessage(
    l10n.t('This Markdown file is not a report; add "report:" to its front matter to make it one.'),
  );
}

function sayNoneLeft(): void {
  void window.showInformationMessage(l10n.t('No blanks are left in this report.'));
}
