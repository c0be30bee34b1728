/** What the editor shows of a report: outline, completion, hover, folding. */
import * as vscode from 'vscode';
import { check, checkEqual, present } from './check';
import { openReport, placeCursor, positionOf, problem, replaceText } from './editor';

describe('Language features', () => {
  it('show the sections in the outline, Chinese numbered lines too', async () => {
    const { document } = await openReport(
      'outline.report.md',
      '工作总结\n\n一、主要工作\n（一）阵地服务。开放**天。\n\n二、存在问题\n人手不足。\n',
    );
    await problem(document, 'untagged-mask');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    checkEqual(
      symbols.map(({ name }) => name),
      ['一、主要工作', '二、存在问题'],
      'The outline',
    );
  });

  it('complete the metrics of the template inside a tag', async () => {
    const editor = await openReport(
      'complete.report.md',
      '---\nreport: project-status\n---\n\n# Status\n\nThere are << issues.\n',
    );
    await problem(editor.document, 'missing-section');
    const position = placeCursor(editor, '<<').translate(0, 2);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      position,
    );
    const item = present(
      items.find(({ label }) => labelOf(label).includes('open-issues')),
      `open-issues among ${items
        .slice(0, 20)
        .map(({ label }) => labelOf(label))
        .join(', ')}`,
    );
    check(item.kind !== undefined, 'The item has a kind');
  });

  it('complete the templates in the front matter', async () => {
    const editor = await openReport('front.report.md', '---\nreport: \n---\n\nDrove XX piles.\n');
    await problem(editor.document, 'untagged-mask');
    const position = positionOf(editor.document, 'report: ').translate(0, 8);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      position,
    );
    const labels = items.map(({ label }) => labelOf(label));
    for (const id of ['annual-summary', 'incident-postmortem', 'party-governance-responsibility', 'project-status']) {
      check(labels.includes(id), `${id} is among ${labels.slice(0, 20).join(', ')}`);
    }
  });

  it('tell about a metric on hover', async () => {
    const { document } = await openReport(
      'hover.report.md',
      '---\nreport: project-status\n---\n\n# Status\n\nThere are <<open-issues:**>> open issues.\n',
    );
    await problem(document, 'unfilled-metric', 'open-issues');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'open-issues').translate(0, 3),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    check(text.includes('Open issues'), `The hover names the metric: ${text}`);
  });

  it('fold the sections', async () => {
    const { document } = await openReport(
      'fold.report.md',
      '# One\n\nDrove XX piles.\n\n## Two\n\nText.\n\n## Three\n\nText.\n',
    );
    await problem(document, 'untagged-mask');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    check(
      ranges.some(({ start }) => start === 4) && ranges.some(({ start }) => start === 8),
      `Both sections fold: ${JSON.stringify(ranges)}`,
    );
  });

  it('keep up with typing', async () => {
    const editor = await openReport('typing.report.md', 'Drove piles.\n');
    await replaceText(editor, 'Drove ', 'Drove XX ');
    const mask = await problem(editor.document, 'untagged-mask');
    checkEqual([mask.range.start.line, mask.range.start.character], [0, 6], 'The place of the problem');
    await replaceText(editor, 'Drove', '\nDrove');
    await vscode.commands.executeCommand('tallymark.nextBlank');
    checkEqual(editor.selection.start.line, 1, 'The line of the blank after a line was added above');
  });
});

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}
