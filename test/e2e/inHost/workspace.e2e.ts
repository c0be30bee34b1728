/** What reaches beyond one file: a metric's definition, its uses and its name, symbols of the folder, and renamed files. */
import * as vscode from 'vscode';
import { check, checkEqual, present } from './check';
import { folder, openReport, positionOf, problem } from './editor';

const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
const read = async (name: string): Promise<string> => (await vscode.workspace.openTextDocument(at(name))).getText();

const template = `id: quay-monthly
title: Quay monthly
language: en
sections:
  - { id: work, title: Work, match: Work, metrics: [cranes] }
  - { id: plans, title: Plans, match: Plans }
metrics:
  - { id: cranes, label: Cranes serviced, type: integer }
`;
const report = (month: string, more = ''): string =>
  `---\nreport: quay-monthly\n${more}---\n\n# ${month}\n\n## Work\n\nWe serviced <<cranes:7>> cranes and painted XX hulls.\n`;

const namesOf = (locations: readonly (vscode.Location | vscode.LocationLink)[]): readonly string[] =>
  [...new Set(locations.map((each) => ('uri' in each ? each.uri : each.targetUri).path.replace(/.*\//, '')))].sort();

describe('The whole workspace', () => {
  let editor: vscode.TextEditor;
  let cranes: vscode.Position;

  before(async () => {
    await write('quay.template.yaml', template);
    await write('quay-april.report.md', report('April'));
    await write('quay.yaml', 'cranes: 7\n');
    editor = await openReport('quay-may.report.md', report('May', 'data: quay.yaml\n'));
    await problem(editor.document, 'missing-section', 'Plans');
    cranes = positionOf(editor.document, 'cranes:7').translate(0, 2);
  });

  it('leads from a tag to its template and its data', async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      cranes,
    );
    checkEqual(namesOf(found), ['quay.template.yaml', 'quay.yaml'], 'The definitions');
  });

  it('finds every use of a metric, from the report and from the template', async () => {
    const uses = async (uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> =>
      namesOf(
        await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, position),
      );
    const all = ['quay-april.report.md', 'quay-may.report.md', 'quay.template.yaml', 'quay.yaml'];
    checkEqual(await uses(editor.document.uri, cranes), all, 'The uses, asked in the report');
    const document = await vscode.workspace.openTextDocument(at('quay.template.yaml'));
    checkEqual(
      await uses(document.uri, positionOf(document, 'id: cranes').translate(0, 5)),
      all,
      'asked in the template',
    );
  });

  it('finds sections and metrics by a few letters', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'serviced',
    );
    checkEqual(
      found
        .filter(({ name }) => name.startsWith('cranes'))
        .map(({ location }) => location.uri.path.replace(/.*\//, '')),
      ['quay-april.report.md', 'quay-may.report.md'],
      'Reports with the metric, found by its label',
    );
  });

  it('shows how many blanks a section has, and how many reports use a metric', async () => {
    const titles = async (uri: vscode.Uri): Promise<readonly string[]> =>
      (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10)).map(
        ({ command }) => command?.title ?? '',
      );
    checkEqual(await titles(editor.document.uri), ['1 blank left'], 'The line above the heading');
    checkEqual(await titles(at('quay.template.yaml')), ['2 reports use it'], 'The line above the metric');
  });

  it('colours tags and masks by what they are', async () => {
    const legend = present(
      await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        editor.document.uri,
      ),
      'The legend',
    );
    const tokens = present(
      await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        editor.document.uri,
      ),
      'The tokens',
    );
    check(tokens.data.length >= 5 * 5 && tokens.data.length % 5 === 0, `Tokens come by five: ${tokens.data.length}`);
    check(legend.tokenModifiers.includes('figure'), `The legend knows figures: ${legend.tokenModifiers.join()}`);
  });

  it('renames a metric in reports, template and data at once', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      cranes,
      'hoists',
    );
    check(await vscode.workspace.applyEdit(edit), 'The edit is applied');
    for (const name of ['quay-april.report.md', 'quay-may.report.md', 'quay.template.yaml', 'quay.yaml']) {
      const text = await read(name);
      check(text.includes('hoists') && !/<<cranes|id: cranes|^cranes|\[cranes/m.test(text), `${name}: ${text}`);
    }
    await vscode.workspace.saveAll();
    await problem(editor.document, 'untagged-mask');
  });

  it('keeps the path to the data right when the file is renamed', async () => {
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(at('quay.yaml'), at('figures of the quay.yaml'));
    check(await vscode.workspace.applyEdit(rename), 'The file is renamed');
    check(
      editor.document.getText().includes('\ndata: figures of the quay.yaml\n'),
      `The report names the new path: ${editor.document.getText()}`,
    );
  });

  it('formats a report without a change that a reader would miss', async () => {
    const { document } = await openReport(
      'quay-format.report.md',
      '# Quay\n\n## 一、Work\n\nDone.  \n\n## 三、Plans\n\n| Crane | Hours |\n|---|---|\n| A | 7 |\n',
    );
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    await vscode.workspace.applyEdit(change);
    const text = document.getText();
    check(
      text.includes('## 二、Plans') && text.includes('| Crane | Hours |\n| ----- | ----- |\n| A     | 7     |'),
      text,
    );
  });
});
