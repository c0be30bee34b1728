/** Opens reports in the editor and waits for what the language server says of them, by events and with a deadline. */
import * as vscode from 'vscode';
import { present } from './check';

const deadline = 60_000;

/** Writes a report into the open folder and shows it. Each test has a file of its own, so that none depends on another. */
export async function openReport(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Shows a file that lies in the open folder from the start. */
export async function openFixture(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name)));
}

export function folder(): vscode.Uri {
  return present(vscode.workspace.workspaceFolders?.[0], 'The open folder').uri;
}

/** The problems of a document as soon as `isExpected` holds for them; fails with what they were if it never does. */
export function problemsWhere(
  { uri }: vscode.TextDocument,
  what: string,
  isExpected: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const read = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  return eventually({
    what: `that ${what}`,
    event: vscode.languages.onDidChangeDiagnostics,
    read: () => (isExpected(read()) ? read() : undefined),
    describe: () =>
      read()
        .map((problem) => `${codeOf(problem)} at line ${problem.range.start.line + 1}: ${problem.message}`)
        .join('\n'),
  });
}

/** Waits until the problem is reported, and returns it. */
export async function problem(document: vscode.TextDocument, code: string, text?: string): Promise<vscode.Diagnostic> {
  const isIt = (one: vscode.Diagnostic): boolean =>
    codeOf(one) === code && (text === undefined || document.getText(one.range) === text || one.message.includes(text));
  const found = await problemsWhere(document, `${code} ${text ?? ''} is reported`, (problems) => problems.some(isIt));
  return present(found.find(isIt), code);
}

/** Waits until no problem of this code (and about this text) is reported, while the document still has some other or none. */
export async function problemGone(document: vscode.TextDocument, code: string, text?: string): Promise<void> {
  await problemsWhere(
    document,
    `${code} ${text ?? ''} is gone`,
    (problems) => !problems.some((one) => codeOf(one) === code && (text === undefined || one.message.includes(text))),
  );
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Places the cursor before the first occurrence of `text`. */
export function placeCursor(editor: vscode.TextEditor, text: string): vscode.Position {
  const position = positionOf(editor.document, text);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`The document has no ${JSON.stringify(text)}`);
  return document.positionAt(offset);
}

/** Replaces the only or first occurrence of `text`, as an author types over it. */
export async function replaceText(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const start = positionOf(editor.document, text);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + text.length);
  const isDone = await editor.edit((edit) => edit.replace(new vscode.Range(start, end), replacement));
  if (!isDone) throw new Error('The editor refused the edit');
}

export interface Expectation<T> {
  readonly what: string;
  /** Fires when `read` may have become defined. */
  readonly event: vscode.Event<unknown>;
  readonly read: () => T | undefined;
  readonly describe: () => string;
}

/** Resolves with what `read` gives as soon as it gives something; looks at once and after every event. */
export function eventually<T>({ what, event, read, describe }: Expectation<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      subscription.dispose();
    };
    const look = (): void => {
      const value = read();
      if (value === undefined) return;
      end();
      resolve(value);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${deadline / 1000} s for nothing: ${what}. There is:\n${describe() || '(nothing)'}`));
    }, deadline);
    const subscription = event(look);
    look();
  });
}
