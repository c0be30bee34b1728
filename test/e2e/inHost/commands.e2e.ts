/** The commands of Tallymark, called as a keybinding calls them. */
import * as vscode from 'vscode';
import { check, checkEqual, present } from './check';
import { eventually, openReport, placeCursor, problem, problemGone } from './editor';

describe('Commands', () => {
  it('insert the missing section where it belongs', async () => {
    const editor = await openReport('insert.report.md', withoutRisks);
    await problem(editor.document, 'missing-section', 'Risks and issues');
    await vscode.commands.executeCommand('tallymark.insertSection', { id: 'risks' });
    const headings = editor.document.getText().match(/^## .*$/gm);
    checkEqual(headings, [...headingsBefore.slice(0, -1), '## Risks and issues', '## Budget'], 'The headings');
    await problemGone(editor.document, 'missing-section', 'Risks and issues');
    await vscode.commands.executeCommand('undo');
    checkEqual(editor.document.getText(), withoutRisks, 'The text after one undo');
  });

  it('tag every mask in one undo step', async () => {
    const text = '全年召开会议**次，形成制度***项，*重点*推进**市试点。\n';
    const editor = await openReport('tag.report.md', text);
    await problem(editor.document, 'untagged-mask');
    await vscode.commands.executeCommand('tallymark.tagMasks');
    const tagged = editor.document.getText();
    checkEqual(tagged.match(/<<[a-z][a-z0-9.-]+:\*+>>/g)?.length, 3, `The number of tags in ${tagged}`);
    check(tagged.includes('*重点*'), `The emphasis is left alone: ${tagged}`);
    await problemGone(editor.document, 'untagged-mask');
    await vscode.commands.executeCommand('undo');
    checkEqual(editor.document.getText(), text, 'The text after one undo');
  });

  it('go to the next and the previous blank, round the ends', async () => {
    const editor = await openReport(
      'blanks.report.md',
      'Held <<meetings:**>> meetings.\n\nDrove XX piles, **safely**.\n\nSpent <<spent:>> pounds.\n',
    );
    await problem(editor.document, 'untagged-mask');
    placeCursor(editor, 'Held');
    const visited = [];
    for (const step of ['next', 'next', 'next', 'next', 'previous', 'previous']) {
      await vscode.commands.executeCommand(`tallymark.${step}Blank`);
      const { line, character } = editor.selection.start;
      visited.push(`${line}:${character} ${editor.document.getText(editor.selection)}`);
    }
    checkEqual(visited, ['0:16 **', '2:6 XX', '4:14 ', '0:16 **', '4:14 ', '2:6 XX'], 'The blanks visited');
  });

  it('fill one blank after another from the cursor, each undone by one undo', async () => {
    const text = 'Held <<meetings:**>> meetings.\n\nDrove XX piles, **safely**.\n\nSpent <<spent:>> pounds.\n';
    const editor = await openReport('fillBlanks.report.md', text);
    await problem(editor.document, 'untagged-mask');
    placeCursor(editor, 'Drove');
    // The second blank from there is skipped, the third is the first of the report.
    await vscode.commands.executeCommand('tallymark.fillBlanks', { answers: ['25', '', '12'] });
    const piles = text.replace('XX', '25');
    checkEqual(editor.document.getText(), piles.replace(':**', ':12'), 'The text when the run has ended');
    await vscode.commands.executeCommand('undo');
    checkEqual(editor.document.getText(), piles, 'The text after one undo');
    await vscode.commands.executeCommand('undo');
    checkEqual(editor.document.getText(), text, 'The text after two');
  });

  it('keep what is filled when a run stops early, and select the blank it stopped at', async () => {
    const text = '全年召开会议<<meetings:**>>次，形成制度**项，解决问题<<issues:***>>个。\n';
    const editor = await openReport('fillStop.report.md', text);
    await problem(editor.document, 'untagged-mask');
    placeCursor(editor, '全年');
    await vscode.commands.executeCommand('tallymark.fillBlanks', { answers: ['12'] });
    checkEqual(editor.document.getText(), text.replace('meetings:**', 'meetings:12'), 'The text');
    checkEqual(editor.document.offsetAt(editor.selection.start), text.indexOf('**项'), 'Where the selection starts');
  });

  it('make a new report from a template', async () => {
    const title = '青石县档案馆2025年工作总结';
    await vscode.commands.executeCommand('tallymark.newReport', { template: 'annual-summary', title, period: '2025' });
    const { document } = present(vscode.window.activeTextEditor, 'The editor of the new report');
    check(document.isUntitled && document.languageId === 'tallymark', 'The new report is an untitled report');
    const text = document.getText();
    check(
      text.startsWith('---\nreport: annual-summary\n') && text.includes(title),
      `It has front matter and a title: ${text.slice(0, 200)}`,
    );
    check(/^## 一、主要工作及成效$/m.test(text), `Its sections are numbered: ${text}`);
    await problem(document, 'unfilled-metric');
    await problemGone(document, 'missing-section');
    await problemGone(document, 'untagged-mask');
    await problemGone(document, 'unknown-metric');
  });

  it('derive a template from the report and from another one', async () => {
    const report = (month: number): string =>
      `---\nperiod: 2025-0${month}\n---\n\n# 2025年${month}月安全月报\n\n## 一、隐患排查\n\n排查隐患<<hazards:1${month}>>处。\n`;
    const first = await openReport('derive-5.report.md', report(5));
    await openReport('derive-6.report.md', report(6));
    await vscode.commands.executeCommand('tallymark.deriveTemplate', { uris: [first.document.uri.toString()] });
    const { document } = present(vscode.window.activeTextEditor, 'The editor of the template');
    check(document.isUntitled && document.languageId === 'yaml', 'The template is an untitled YAML file');
    const text = document.getText();
    check(text.startsWith('# Derived from derive-5.report.md, derive-6.report.md;'), `It says from what: ${text}`);
    check(/^ {2}- id: .*\n {4}title: 隐患排查$/m.test(text), `It has the section that both have: ${text}`);
    check(/\bid: hazards\b/.test(text), `It has the metric that both have: ${text}`);
  });

  it('copy the questions for one owner', async () => {
    const body = '全年印发文件<<documents:**>>份，落实资金<<funds:***>>万元。\n';
    await openReport('ask.report.md', `---\nreport: annual-summary\n---\n\n# 2025年工作总结\n\n${body}`);
    await vscode.commands.executeCommand('tallymark.copyQuestions', { owner: '财务科' });
    const copied = await vscode.env.clipboard.readText();
    check(/^## 财务科\n\n\| .* \|\n\| ---/.test(copied), `It is a table for the owner: ${copied}`);
    check(copied.includes('| funds |') && copied.includes('ask.report.md'), `It has the question: ${copied}`);
    check(!copied.includes('documents'), `It has no question for others: ${copied}`);
  });

  it('open the preview beside the report', async () => {
    await openReport('preview.report.md', '# Piling\n\nDrove XX piles.\n');
    await vscode.commands.executeCommand('tallymark.openPreview');
    const isPreview = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('tallymark.preview');
    const tab = await eventually({
      what: 'that the preview is open and named after the report',
      event: vscode.window.tabGroups.onDidChangeTabs,
      read: () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find((one) => isPreview(one) && one.label.includes('Piling')),
      describe: () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(', '),
    });
    await vscode.window.tabGroups.close(tab);
  });
});

const headingsBefore = [
  '## Executive summary',
  '## Health by dimension',
  '## Accomplishments this period',
  '## Planned for the next period',
  '## Budget',
];

const withoutRisks = `---
report: project-status
title: Status report
---

# Status report

Prepared by <<author:J. Marsh>>.

${headingsBefore.map((heading) => `${heading}\n\nAll is well.\n`).join('\n')}`;
