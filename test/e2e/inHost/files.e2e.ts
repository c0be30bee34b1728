/** Templates and data files of the workspace: reports follow them as they are written, in the editor and on the disk. */
import * as vscode from 'vscode';
import { check, checkEqual } from './check';
import { codeOf, folder, openReport, problem, problemGone, problemsWhere } from './editor';

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));

describe('Files of the workspace', () => {
  it('a template applies as soon as it is written, and again when it changes', async () => {
    const template = (title: string): string =>
      `id: harbour-weekly\ntitle: Harbour weekly\nlanguage: en\nsections:\n  - { id: work, title: ${title}, match: ${title} }\n`;
    await write('harbour.template.yaml', template('Moorings'));
    const { document } = await openReport(
      'weekly.report.md',
      '---\nreport: harbour-weekly\n---\n\n# Harbour\n\nWe moored XX boats.\n',
    );
    await problem(document, 'missing-section', 'Moorings');
    await write('harbour.template.yaml', template('Dredging'));
    await problem(document, 'missing-section', 'Dredging');
    await problemGone(document, 'missing-section', 'Moorings');
  });

  it('a template shows its own faults, as it is typed', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'faulty.template.yaml');
    await write('faulty.template.yaml', 'id: faulty\ntitle: Faulty\nlanguage: en\n');
    const report = await openReport('faulty.report.md', 'We moored XX boats.\n');
    await problem(report.document, 'untagged-mask');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'sectoins: []\n'));
    const found = await problemsWhere(editor.document, 'the key is reported', (all) =>
      all.some((one) => codeOf(one) === 'invalid-template'),
    );
    const fault = found.find((one) => codeOf(one) === 'invalid-template');
    checkEqual(fault && editor.document.getText(fault.range), 'sectoins', 'The text under the fault');
    check(fault?.message.includes('sections') === true, 'The fault says which key is meant');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a data file is compared with the report, fills it, and is read again when it is saved', async () => {
    await write('figures.yaml', 'boats: 14\nberths: 30\n');
    const editor = await openReport(
      'figures.report.md',
      '---\ndata: figures.yaml\n---\n\n# Harbour\n\nWe moored <<boats:12>> boats at <<berths:**>> berths.\n',
    );
    await problem(editor.document, 'stale-metric', '14');
    await vscode.commands.executeCommand('tallymark.fillFromData');
    await problemGone(editor.document, 'unfilled-metric');
    check(editor.document.getText().includes('<<boats:12>> boats at <<berths:30>> berths'), editor.document.getText());
    await write('figures.yaml', 'boats: 12\nberths: 30\n');
    await problemGone(editor.document, 'stale-metric');
  });
});
