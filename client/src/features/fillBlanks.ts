/** Fill Blanks: asks for one blank after another from the cursor on, and writes each answer as an edit of its own. */
import { InputBoxValidationSeverity, l10n, Selection, TextEditorRevealType, window } from 'vscode';
import type { InputBoxValidationMessage, TextEditor } from 'vscode';
import { blanksRequest, fillBlankRequest, fillQuestionRequest } from '../../../server/src/protocol';
import type { BlanksResult, FillBlankResult, FillQuestion, WireBlank } from '../../../server/src/protocol';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';
import { applyEdits, askCurrent, toRange } from '../requests';
import { blanksLeft } from '../wording';
import { blankAfter, blankFrom } from './nearestBlank';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    addReportCommand(ctx, 'tallymark.fillBlanks', (editor, argument) => run(ctx, editor, given(argument)));
  },
};

export default feature;

/** Every blank is asked for once, round the end of the report; what has been written stays when the author stops. */
async function run(ctx: ClientContext, editor: TextEditor, answers: readonly string[] | undefined): Promise<void> {
  const { blanks, isReport } = await blanksOf(ctx, editor);
  if (!isReport) {
    void window.showInformationMessage(
      l10n.t('This Markdown file is not a report; add "report:" to its front matter to make it one.'),
    );
    return;
  }
  if (blanks.length === 0) {
    void window.showInformationMessage(l10n.t('No blanks are left in this report.'));
    return;
  }
  let blank = blankFrom(blanks, editor.selection);
  for (let number = 1; blank !== undefined; number++) {
    const range = toRange(blank.range);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    const value =
      answers === undefined ? await input(ctx, editor, blank, `${number}/${blanks.length}`) : answers[number - 1];
    if (value === undefined) break;
    await write(ctx, editor, blank, value);
    const left = (await blanksOf(ctx, editor)).blanks;
    blank = number < blanks.length ? blankAfter(left, blank.range) : undefined;
  }
  window.setStatusBarMessage(blanksLeft((await blanksOf(ctx, editor)).blanks.length), 5000);
}

function blanksOf(ctx: ClientContext, editor: TextEditor): Promise<BlanksResult> {
  return askCurrent<BlanksResult>(ctx.client, blanksRequest, editor.document);
}

async function input(
  ctx: ClientContext,
  editor: TextEditor,
  { range, label }: WireBlank,
  progress: string,
): Promise<string | undefined> {
  const position = range.start;
  const asked = await askCurrent<FillQuestion>(ctx.client, fillQuestionRequest, editor.document, { position });
  return window.showInputBox({
    title: l10n.t('Fill Blanks ({0}): {1}', progress, label),
    prompt: promptOf(asked),
    placeHolder: knownOf(asked) || l10n.t('Leave empty to skip'),
    // The author may look something up in another window and come back.
    ignoreFocusOut: true,
    validateInput: async (value) => {
      try {
        return messageOf(await judge(ctx, editor, position, value));
      } catch (error) {
        // The report was edited meanwhile and the blank is elsewhere: the box stays open, so that the value can be copied.
        return {
          message: error instanceof Error ? error.message : String(error),
          severity: InputBoxValidationSeverity.Error,
        };
      }
    },
  });
}

/** The question, the sentence unless the question quotes it, and what the value looks like. */
function promptOf({ question, sentence, unit, digits, owner }: FillQuestion): string {
  const about = [
    question.includes(sentence) ? '' : sentence,
    unit === undefined || question.includes(unit) ? '' : l10n.t('Unit: {0}', unit),
    digits === undefined ? '' : l10n.t('Usual digits: {0}', digits),
    owner === undefined ? '' : l10n.t('Owner: {0}', owner),
  ];
  return [question, ...about.filter((part) => part !== '')].join(' · ');
}

function knownOf({ previous, data }: FillQuestion): string {
  return [
    ...(data === undefined ? [] : [l10n.t('Data: {0}', data)]),
    ...(previous === undefined ? [] : [l10n.t('Last period: {0}', previous)]),
  ].join(' · ');
}

function judge(
  ctx: ClientContext,
  editor: TextEditor,
  position: WireBlank['range']['start'],
  value: string,
): Promise<FillBlankResult> {
  return askCurrent<FillBlankResult>(ctx.client, fillBlankRequest, editor.document, { position, value });
}

function messageOf({ problem }: FillBlankResult): InputBoxValidationMessage | undefined {
  if (problem === undefined) return undefined;
  const severity = {
    error: InputBoxValidationSeverity.Error,
    warning: InputBoxValidationSeverity.Warning,
    info: InputBoxValidationSeverity.Info,
  }[problem.severity];
  return { message: problem.message, severity };
}

async function write(ctx: ClientContext, editor: TextEditor, { range }: WireBlank, value: string): Promise<void> {
  const { edit, problem, version } = await judge(ctx, editor, range.start, value);
  if (problem?.severity === 'error') throw new Error(problem.message);
  if (edit === undefined) return;
  if (version !== editor.document.version)
    throw new Error(l10n.t('The report changed while the command ran; run it again.'));
  await applyEdits(editor, [edit]);
}

/** Answers in the order of the blanks, for a keybinding or another extension; the run ends with them. */
function given(argument: unknown): readonly string[] | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { answers } = argument as { answers?: unknown };
  return Array.isArray(answers) ? answers.map(String) : undefined;
}
