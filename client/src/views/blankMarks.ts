/** Marks beside the lines that have a blank, and in the overview ruler. */
import { OverviewRulerLane, ThemeColor, Uri, window, workspace, type TextDocument } from 'vscode';
import type { ClientFeature } from '../context';
import { toRange } from '../requests';

const feature: ClientFeature = {
  availableIn: ['desktop', 'web'],
  activate(ctx) {
    const marks = window.createTextEditorDecorationType({
      // Gutter icons cannot follow a theme's colours, so each kind of theme has one of its own; each is plain to see in high contrast.
      light: { gutterIconPath: icon('#7a4b00') },
      dark: { gutterIconPath: icon('#f0b429') },
      gutterIconSize: 'contain',
      overviewRulerColor: new ThemeColor('tallymark.blankMark'),
      overviewRulerLane: OverviewRulerLane.Center,
    });
    const show = (): void => {
      const state = ctx.activeReport.current;
      const document = state?.document ?? window.activeTextEditor?.document;
      if (document === undefined) return;
      const isShown = state !== undefined && isEnabled(document);
      // Places of an older version would be beside the wrong lines; the answer for this one is on its way.
      if (isShown && state.result.version !== document.version) return;
      const ranges = isShown ? state.result.blanks.map(({ range }) => toRange(range)) : [];
      for (const editor of window.visibleTextEditors) {
        if (editor.document === document) editor.setDecorations(marks, ranges);
      }
    };
    ctx.subscriptions.push(
      marks,
      ctx.activeReport.onDidChange(show),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('tallymark.blankMarks')) show();
      }),
    );
    show();
  },
};

export default feature;

function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration('tallymark', document).get('blankMarks.enabled', true);
}

/** A small ring, open as the blank is. */
function icon(color: string): Uri {
  const ring = `<circle cx="8" cy="8" r="3.5" fill="none" stroke="${color}" stroke-width="2"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${ring}</svg>`;
  return Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}
