/** Open Preview, and bringing the preview back after the window was reloaded. */
import { l10n, Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import { addReportCommand } from '../commands';
import type { ClientContext, ClientFeature } from '../context';
import type { PageState } from '../preview/messages';
import { openPreview, type Preview } from '../preview/panel';

const viewType = 'tallymark.preview';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    // There is one preview, which follows the author from report to report.
    let shown: { readonly panel: WebviewPanel; readonly preview: Preview } | undefined;

    const take = (panel: WebviewPanel, document: TextDocument): void => {
      shown?.panel.dispose();
      const mine = { panel, preview: openPreview(ctx, panel, document) };
      shown = mine;
      panel.onDidDispose(() => {
        if (shown === mine) shown = undefined;
      });
    };

    addReportCommand(ctx, 'tallymark.openPreview', async ({ document }) => {
      if (shown === undefined) {
        const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        take(window.createWebviewPanel(viewType, l10n.t('Preview'), place), document);
      } else {
        shown.preview.follow(document);
        shown.panel.reveal(undefined, true);
      }
    });

    ctx.subscriptions.push(
      window.registerWebviewPanelSerializer(viewType, {
        async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined) {
          try {
            take(panel, await documentOf(ctx, panel, state));
          } catch (error) {
            // An untitled report may be gone, and a file may have been moved: there is nothing left to preview.
            ctx.log.info('A preview could not be restored.', error);
            panel.dispose();
          }
        },
      }),
    );
  },
};

export default feature;

/** The report that a page showed; where the window closed before the page could keep it, the next one that the author turns to. */
function documentOf(ctx: ClientContext, panel: WebviewPanel, state: PageState | undefined): Thenable<TextDocument> {
  if (state !== undefined) return workspace.openTextDocument(Uri.parse(state.uri, true));
  const { activeReport } = ctx;
  if (activeReport.current !== undefined) return Promise.resolve(activeReport.current.document);
  return new Promise((resolve) => {
    const listening = activeReport.onDidChange((report) => {
      if (report === undefined) return;
      listening.dispose();
      resolve(report.document);
    });
    panel.onDidDispose(() => listening.dispose());
  });
}
