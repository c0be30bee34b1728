/** A report and parameters that suit every request, for tests that ask them all. */
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { pulling, reportUri } from './client';

/** A client that pulls findings, and asks for the rest of an item once it is chosen. */
export const resolving: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
  },
};

export const reportText =
  '# 工作总结\n\n## 一、会议\n\n📌召开会议<<meetings:12>>次，研究议题**个。\n\n全年<<meetings>>次📌，同比增长3%。\n\n<<\n';

/** Between the sign and the end of the id of the first tag. */
export const place = { textDocument: { uri: reportUri }, position: { line: 4, character: 10 } };

/** Right for every request: each takes what it knows. */
export const anyParams = {
  ...place,
  uri: reportUri,
  range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  ranges: [{ start: place.position, end: place.position }],
  positions: [place.position],
  context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
  options: { tabSize: 2, insertSpaces: true },
  ch: '\n',
  newName: 'sessions',
  query: 'meet',
  previousResultId: '0',
  previousResultIds: [],
  files: [{ oldUri: reportUri, newUri: 'file:///reports/july.report.md' }],
  uris: [reportUri],
  template: 'work-report',
  title: '工作报告',
  period: '2024',
  value: '12',
};

/** The same for one request: some are about a blank, and that stands elsewhere. */
export function paramsFor(method: string): typeof anyParams {
  return method.startsWith('tallymark/fillBlank') || method === 'tallymark/fillQuestion'
    ? { ...anyParams, position: { line: 4, character: 27 } }
    : anyParams;
}
