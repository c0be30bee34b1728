/** Problems in the editor: they appear when a report is opened and go when they are put right. */
import * as vscode from 'vscode';
import { check, checkEqual, present } from './check';
import { codeOf, openFixture, openReport, problem, problemGone, problemsWhere, replaceText } from './editor';

describe('Problems', () => {
  it('are reported when a report is opened', async () => {
    const { document } = await openFixture('bridge.report.md');
    checkEqual(document.languageId, 'tallymark', 'The language');
    const mask = await problem(document, 'untagged-mask');
    checkEqual(document.getText(mask.range), 'XX', 'The text under the problem');
    const unfilled = await problem(document, 'unfilled-metric', 'percent-complete');
    check(document.getText(unfilled.range).includes('**'), 'The unfilled metric is marked where its mask is');
    await problem(document, 'missing-section', 'Risks and issues');
  });

  it('are reported in Chinese text at the masks, not at the emphasis', async () => {
    const { document } = await openFixture('archive.report.md');
    const found = await problemsWhere(
      document,
      'five untagged masks are reported',
      (problems) => masks(problems).length === 5,
    );
    checkEqual(
      masks(found).map((one) => document.getText(one.range)),
      ['**', '***', '**', '**', '*'],
      'The masks',
    );
  });

  it('stay away from a Markdown file that is no report', async () => {
    const { document } = await openReport('notes.md', '# Notes\n\nWe drove XX piles, **today**.\n');
    const report = await openReport('real.report.md', 'We drove XX piles.\n');
    await problem(report.document, 'untagged-mask');
    checkEqual(vscode.languages.getDiagnostics(document.uri), [], 'The problems of the notes');
  });

  it('are reported in a Markdown file that names its template', async () => {
    const { document } = await openReport(
      'status.md',
      '---\nreport: project-status\n---\n\n# Status\n\nWe drove XX piles.\n',
    );
    checkEqual(document.languageId, 'markdown', 'The language');
    await problem(document, 'untagged-mask');
    await problem(document, 'missing-section', 'Executive summary');
  });

  it('go when a mask is tagged by its quick fix', async () => {
    const editor = await openReport('fix.report.md', 'The crew drove XX piles.\n');
    const mask = await problem(editor.document, 'untagged-mask');
    await vscode.workspace.applyEdit(present((await quickFixes(editor, mask))[0]?.edit, 'The edit of the quick fix'));
    check(
      /^The crew drove <<[a-z][a-z0-9.-]+:XX>> piles\.\n$/.test(editor.document.getText()),
      `The mask is tagged: ${editor.document.getText()}`,
    );
    await problemGone(editor.document, 'untagged-mask');
    await problem(editor.document, 'unfilled-metric');
  });

  it('go when a figure is filled, and come back when it is undone', async () => {
    const editor = await openReport('fill.report.md', 'The crew drove <<piles:**>> piles.\n');
    await problem(editor.document, 'unfilled-metric', 'piles');
    await replaceText(editor, '**', '24');
    await problemGone(editor.document, 'unfilled-metric');
    await vscode.commands.executeCommand('undo');
    await problem(editor.document, 'unfilled-metric', 'piles');
  });

  it('name both values where one metric has two, and go by the quick fix that uses one', async () => {
    const editor = await openReport(
      'two.report.md',
      'We drove <<piles:24>> piles.\n\nThe <<piles:26>> piles are in place.\n',
    );
    const conflict = await problem(editor.document, 'conflicting-metric');
    check(/24/.test(conflict.message) && /26/.test(conflict.message), `Both values are named: ${conflict.message}`);
    const fix = present(
      (await quickFixes(editor, conflict)).find((action) => action.edit !== undefined),
      'A fix',
    );
    await vscode.workspace.applyEdit(present(fix.edit, 'The edit of the fix'));
    await problemGone(editor.document, 'conflicting-metric');
  });

  it('follow the settings', async () => {
    const { document } = await openReport('settings.report.md', 'The crew drove XX piles.\n');
    await problem(document, 'untagged-mask');
    const settings = vscode.workspace.getConfiguration('tallymark');
    await settings.update('rules', { 'untagged-mask': 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await problemGone(document, 'untagged-mask');
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await problem(document, 'untagged-mask');
  });
});

function masks(problems: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return problems.filter((one) => codeOf(one) === 'untagged-mask');
}

async function quickFixes(
  { document }: vscode.TextEditor,
  { range }: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    // As many as are to be worked out to the end.
    100,
  );
}
