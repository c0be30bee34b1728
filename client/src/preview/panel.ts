/** The preview beside the editor: follows the active report while it is typed, and leads from its parts back to the text. */
import { l10n, Range, TabInputText, Uri, ViewColumn, window, workspace } from 'vscode';
import type { TextDocument, WebviewPanel } from 'vscode';
import { previewRequest, type PreviewResult } from '../../../server/src/protocol';
import type { ClientContext } from '../context';
import { latest } from '../latest';
import { ask, isOutdated } from '../requests';
import { blanksLeft } from '../wording';
import type { FromPage, ToPage } from './messages';
import { mediaFolder, pageHtml } from './page';

export interface Preview {
  /** Shows another report; does nothing for the one that is shown. */
  follow(document: TextDocument): void;
}

/** Short, since only one request is under way at a time and the page replaces no more than what changed. */
const delay = 40;

/** Takes over an empty panel, new or restored, until it is closed. */
export function openPreview(ctx: ClientContext, panel: WebviewPanel, first: TextDocument): Preview {
  let document = first;
  let isReady = false;
  /** The report that the page has been scrolled to once; from then on it follows the editor. */
  let revealed: TextDocument | undefined;
  const post = (message: ToPage): void => void panel.webview.postMessage(message);

  const update = async (): Promise<void> => {
    const shown = document;
    try {
      const result = await ask<PreviewResult>(ctx.client, previewRequest, shown);
      // The author has turned to another report, which has a request of its own waiting.
      if (shown !== document) return;
      panel.title = titleOf(result, shown);
      post({
        kind: 'show',
        uri: shown.uri.toString(),
        version: result.version,
        base: `${panel.webview.asWebviewUri(folderOf(shown)).toString()}/`,
        html: result.html,
        status: blanksLeft(result.blanks),
      });
      if (revealed !== shown) post({ kind: 'scroll', line: firstVisibleLine(shown) });
      revealed = shown;
    } catch (error) {
      // The change that outdated the request has asked for the next one already.
      if (isOutdated(error) || shown !== document) return;
      ctx.log.error('The preview could not be updated.', error);
      post({ kind: 'empty', status: l10n.t('This report cannot be previewed; see the Tallymark log for the reason.') });
    }
  };
  const updates = latest(delay, update);

  const follow = (next: TextDocument): void => {
    if (next === document) return;
    document = next;
    updates.request();
  };

  const subscriptions = [
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.kind === 'reveal') return void reveal(document, message);
      // Also sent by a page that VS Code has made anew.
      isReady = true;
      updates.request();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (isReady && event.document === document) updates.request();
    }),
    ctx.activeReport.onDidChange((state) => {
      if (state !== undefined) follow(state.document);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const line = visibleRanges[0]?.start.line;
      if (isReady && textEditor.document === document && line !== undefined) post({ kind: 'scroll', line });
    }),
  ];
  panel.onDidDispose(() => {
    for (const part of [...subscriptions, updates]) part.dispose();
  });

  panel.iconPath = Uri.joinPath(ctx.extensionUri, 'media', 'icon.svg');
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [mediaFolder(ctx.extensionUri), folderOf(document), ...folders],
  };
  panel.webview.html = pageHtml(panel.webview, ctx.extensionUri);
  panel.title = titleOf(undefined, document);
  return { follow };
}

function titleOf(result: PreviewResult | undefined, document: TextDocument): string {
  return l10n.t('Preview: {0}', result?.title || (document.uri.path.split('/').pop() ?? ''));
}

function firstVisibleLine(document: TextDocument): number {
  return window.visibleTextEditors.find((editor) => editor.document === document)?.visibleRanges[0]?.start.line ?? 0;
}

function folderOf(document: TextDocument): Uri {
  return Uri.joinPath(document.uri, '..');
}

async function reveal(document: TextDocument, target: FromPage & { kind: 'reveal' }): Promise<void> {
  const start = document.positionAt(target.start);
  // Offsets of an older version are near enough to look at, but what they span must not be typed over.
  const isCurrent = target.version === document.version;
  const end = isCurrent && target.end !== undefined ? document.positionAt(target.end) : start;
  // Not one after the other: a key pressed between them would replace what was selected before.
  await window.showTextDocument(document, { viewColumn: columnOf(document), selection: new Range(start, end) });
}

/** Where the document is shown already, in whatever column; otherwise the first. */
function columnOf(document: TextDocument): ViewColumn {
  const uri = document.uri.toString();
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
  );
  return group?.viewColumn ?? ViewColumn.One;
}
